package org.wicedsim.control;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wicedsim.hal.EventStream;
import org.wicedsim.hal.HalEvent;
import org.wicedsim.hal.Levers;
import org.wicedsim.hal.Octets;

/// The board process's end of the control socket (docs/control-protocol.md).
///
/// An event is written by the thread that publishes it, before the publishing returns: a crash of
/// the process the moment after loses none. A request is answered behind all events that it caused.
public final class BoardPort implements AutoCloseable {
  /// Makes the board that the simulator describes.
  @FunctionalInterface
  public interface Host {
    /// A board that is yet to be switched on.
    ///
    /// @throws Exception when there can be no such board; the simulator is told its message
    HostedBoard board(BoardSetup setup) throws Exception;
  }

  private final LineSocket socket;
  private final EventJson events = new EventJson();
  private final JsonText answer = new JsonText();
  private @Nullable HostedBoard board;

  private BoardPort(LineSocket socket) {
    this.socket = socket;
  }

  /// Connects to the simulator.
  public static BoardPort connect(Path socket) throws IOException {
    SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      channel.connect(UnixDomainSocketAddress.of(socket));
      return new BoardPort(LineSocket.of(channel));
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /// Does what the simulator asks for, on the calling thread, until it switches the board off or is
  /// gone; then the board is off.
  ///
  /// @throws IOException when the simulator's end does not keep to the protocol
  public void serve(Host host) throws IOException {
    try {
      boolean on = true;
      while (on) {
        Optional<String> line = socket.receive();
        on = line.isPresent() && answer(Fields.of(line.get()), host);
      }
    } finally {
      switchOff();
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  /// @return whether there is more to serve
  private boolean answer(Fields fields, Host host) throws IOException {
    long number = fields.number("request");
    Request request = Request.read(fields);
    answer.begin().field("answer", number);
    boolean on = true;
    try {
      switch (request) {
        case Request.SwitchOn(BoardSetup setup) -> switchOn(host.board(setup));
        case Request.Press(int button) -> levers().press(button);
        case Request.Release(int button) -> levers().release(button);
        case Request.Tap(int button, var hold) -> levers().tap(button, hold);
        case Request.Type(Octets octets) -> levers().type(octets);
        case Request.IsPressed(int button) -> answer.field("value", levers().isPressed(button));
        case Request.IsLit(int led) -> answer.field("value", levers().isLit(led));
        case Request.Leaks() -> answer.json("leaks", SetupJson.write(board().leaks()));
        case Request.PowerOff() -> {
          on = false;
          switchOff();
        }
      }
    } catch (Exception e) {
      // Whatever it is, somebody waits for the answer.
      answer.begin().field("answer", number).field("error", String.valueOf(e.getMessage()));
      // A board that could not be switched on never will be.
      on = !(request instanceof Request.SwitchOn);
    }
    socket.send(answer.end());
    return on;
  }

  private void switchOn(HostedBoard made) {
    if (board != null) {
      throw new IllegalStateException("the board is on already");
    }
    board = made;
    made.events().subscribe(this::write);
    made.switchOn();
  }

  private void switchOff() {
    HostedBoard present = board;
    board = null;
    if (present != null) {
      present.switchOff();
    }
  }

  private Levers levers() {
    return board().levers();
  }

  private HostedBoard board() {
    if (board == null) {
      throw new IllegalStateException("the board is not on");
    }
    return board;
  }

  /// The stream hands over one event at a time.
  private void write(EventStream.Stamped event) {
    try {
      JsonText line = events.writeLine(event);
      if (line.length() > LineSocket.MAX_LINE_OCTETS) {
        line = events.writeLine(tooLong(event));
      }
      socket.send(line);
    } catch (IOException _) {
      // The simulator is gone: the thread that serves it switches the board off.
    }
  }

  private static EventStream.Stamped tooLong(EventStream.Stamped event) {
    return new EventStream.Stamped(
        event.number(),
        event.nanos(),
        new HalEvent.Diagnostic(
            "event-too-long",
            "an event (%s) is too long to be shown: it happened all the same"
                .formatted(event.event().getClass().getSimpleName())));
  }
}
