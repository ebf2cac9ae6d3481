package org.wicedsim.cli.view;

import java.io.PrintWriter;
import org.wicedsim.control.EventJson;
import org.wicedsim.hal.EventStream;

/// One JSON object a line for every event, see [EventJson].
public final class JsonFormat implements EventPrinter.Format {
  private final EventJson json = new EventJson();

  @Override
  public void print(EventStream.Stamped stamped, PrintWriter out) {
    out.println(json.write(stamped));
  }
}
