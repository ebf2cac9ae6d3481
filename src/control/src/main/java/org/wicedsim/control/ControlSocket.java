package org.wicedsim.control;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Where the simulator waits for one board process: a socket in a folder of its own that nobody
/// else may enter, and that is gone behind it.
public final class ControlSocket implements AutoCloseable {
  private final Path folder;
  private final ServerSocketChannel server;

  private ControlSocket(Path folder, ServerSocketChannel server) {
    this.folder = folder;
    this.server = server;
  }

  /// Listens in a new folder below that for temporary files.
  ///
  /// @throws IOException also where the folder's name is too long for a socket; the message says so
  public static ControlSocket open() throws IOException {
    // For its owner alone (mode 700): createTempDirectory sees to that.
    Path folder = Files.createTempDirectory("wiced-sim-");
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    ControlSocket socket = new ControlSocket(folder, server);
    try {
      server.bind(UnixDomainSocketAddress.of(socket.path()));
      return socket;
    } catch (IOException e) {
      socket.close();
      throw new IOException(
          "there can be no socket %s (%s): choose another folder with the JVM option"
                  .formatted(socket.path(), e.getMessage())
              + " -Djava.io.tmpdir=FOLDER",
          e);
    }
  }

  /// The socket's file, for [BoardPort#connect(Path)].
  public Path path() {
    return folder.resolve("control");
  }

  /// The private folder, for what else the board process leaves behind, such as the report of a
  /// crash.
  public Path folder() {
    return folder;
  }

  /// Waits for the board process, and gives the board that it is going to be; its clock starts when
  /// the process is there.
  ///
  /// @throws java.nio.channels.AsynchronousCloseException when [#stopListening()] was called
  public RemoteBoard accept(BoardSetup setup) throws IOException {
    SocketChannel process = server.accept();
    return new RemoteBoard(LineSocket.of(process), setup.startedAt(System.nanoTime()));
  }

  /// Nobody will come any more.
  public void stopListening() {
    try {
      server.close();
    } catch (IOException _) {
      // It is closed all the same.
    }
  }

  /// Removes the folder with all that is in it; a board that was accepted goes on.
  @Override
  public void close() {
    stopListening();
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> innermostFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : innermostFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException _) {
      // What is left behind in the folder for temporary files is the system's to remove.
    }
  }
}
