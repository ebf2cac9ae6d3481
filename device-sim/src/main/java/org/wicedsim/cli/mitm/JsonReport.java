package org.wicedsim.cli.mitm;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import org.wicedsim.cli.mitm.MitmEvent.Who;
import org.wicedsim.wwep.WireText;

/// One JSON object a line for every event: `connection`, `client`, `tls`, `event` (in kebab case),
/// and the event's own fields. Octets are text with `\xHH` for what cannot be printed.
public final class JsonReport implements Consumer<MitmEvent> {
  private final Function<InetSocketAddress, String> names;
  private final PrintWriter out;

  /// @param names how addresses are shown
  public JsonReport(Function<InetSocketAddress, String> names, PrintWriter out) {
    this.names = names;
    this.out = out;
  }

  @Override
  public void accept(MitmEvent event) {
    StringWriter line = new StringWriter();
    try (JsonWriter json = new JsonWriter(line)) {
      Who who = event.who();
      json.beginObject().name("connection").value(who.number());
      json.name("client").value(names.apply(who.client())).name("tls").value(who.tls());
      json.name("event");
      write(event, json);
      json.endObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a string cannot be written to", e);
    }
    out.println(line);
    out.flush();
  }

  private void write(MitmEvent event, JsonWriter json) throws IOException {
    switch (event) {
      case MitmEvent.Connected _ -> json.value("connected");
      case MitmEvent.TooMany(_, int limit) -> json.value("too-many").name("limit").value(limit);
      case MitmEvent.Deceived(_, String protocol, String suite) ->
          json.value("deceived").name("protocol").value(protocol).name("cipherSuite").value(suite);
      case MitmEvent.Refused(_, String why) -> json.value("refused").name("why").value(why);
      case MitmEvent.TargetFailed(_, var target, String why) ->
          json.value("target-failed")
              .name("target")
              .value(names.apply(target))
              .name("why")
              .value(why);
      case MitmEvent.Read(_, Direction direction, var octets, List<String> wwep) -> {
        json.value("read").name("direction").value(direction.id());
        json.name("data").value(WireText.escape(octets.toBytes())).name("wwep").beginArray();
        for (String message : wwep) {
          json.value(message);
        }
        json.endArray();
      }
      case MitmEvent.HalfClosed(_, Direction direction) ->
          json.value("half-closed").name("direction").value(direction.id());
      case MitmEvent.Closed(_, var end) ->
          json.value("closed")
              .name("how")
              .value(end.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
  }
}
