package org.wicedsim.wicedc;

import java.nio.file.Path;
import org.wicedsim.wiced.Binding;
import org.wicedsim.wiced.Firmware;
import org.wicedsim.wiced.Wiced;

/// A C firmware that was loaded into this process. There is one in a process, and it runs once: it
/// shares the process's stdio, its signals and its memory.
final class CFirmware implements Firmware {
  private final FirmwareImage image;
  private final NativeLibrary library;
  private final Path crashReport;
  private final Debugger debugger;

  /// @param crashReport where a crash is reported to
  CFirmware(FirmwareImage image, NativeLibrary library, Path crashReport, Debugger debugger) {
    this.image = image;
    this.library = library;
    this.crashReport = crashReport;
    this.debugger = debugger;
  }

  @Override
  public boolean isNative() {
    return true;
  }

  @Override
  public boolean hasStdio() {
    return image.stdio();
  }

  @Override
  public void applicationStart(Wiced wiced) {
    Session session = new Session(wiced, Binding.of(wiced), library);
    CallSites sites = new CallSites(SourceLines.read(image.lines()));
    sites.liesAt(library.start(new Answers(session, image, sites), image.stdio(), crashReport));
    ResourceTable.fill(image, session.binding().board().resources(), library);
    debugger.await(library);
    library.run(image.stackOctets());
  }
}
