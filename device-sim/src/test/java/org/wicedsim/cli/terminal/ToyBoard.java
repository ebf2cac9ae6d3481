package org.wicedsim.cli.terminal;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.wicedsim.hal.BoardFile;
import org.wicedsim.hal.Edge;
import org.wicedsim.hal.Event;
import org.wicedsim.hal.HalEvent;
import org.wicedsim.hal.Ipv4Address;
import org.wicedsim.hal.Level;
import org.wicedsim.hal.Octets;
import org.wicedsim.hal.Resources;
import org.wicedsim.hal.SystemClock;
import org.wicedsim.hal.VirtualBoard;
import org.wicedsim.wiced.Endpoint;
import org.wicedsim.wiced.Interface;
import org.wicedsim.wiced.SocketState;
import org.wicedsim.wiced.WicedEvent;

/// A program to be driven in a real terminal: a virtual board under the terminal board, with a
/// firmware of a few lines. LED 1 shines while button 1 is down, button 2 flips LED 2 and pretends
/// an exchange with a server; a line typed into the UART is printed, and some are obeyed.
final class ToyBoard {
  private static final Endpoint BOARD = new Endpoint(Ipv4Address.of(198, 51, 100, 14), 49_152);
  private static final Endpoint SERVER = new Endpoint(Ipv4Address.of(198, 51, 100, 3), 27_708);
  private static final int FLOOD = 200_000;

  private final VirtualBoard board;
  private final TerminalBoard terminal;
  private final BlockingQueue<Runnable> work = new LinkedBlockingQueue<>();
  private int sockets;

  private ToyBoard(VirtualBoard board, TerminalBoard terminal) {
    this.board = board;
    this.terminal = terminal;
  }

  public static void main(String[] args) throws Exception {
    if (TerminalBoard.refusal().isPresent()) {
      System.out.println(TerminalBoard.refusal().get());
      return;
    }
    try (VirtualBoard board =
        new VirtualBoard(
            BoardFile.shipped("course"), new Resources(List.of(), Map.of()), new SystemClock())) {
      TerminalSession session =
          new TerminalSession(
              board.description(),
              board.description().network().address(),
              51,
              List.of("class server: embedded, plain 27708, TLS 40508"),
              board.levers(),
              board.events(),
              System.getenv("NO_COLOR") == null);
      try (TerminalBoard terminal = new TerminalBoard(session, ToyBoard::render)) {
        new ToyBoard(board, terminal).start();
        terminal.run();
      }
    }
    System.out.println("the board is gone");
  }

  private static List<Line> render(ScreenState state) {
    if (state.seen().console().open().equals("boom")) {
      throw new IllegalStateException("boom");
    }
    return Screen.render(state);
  }

  private void start() {
    publish(new WicedEvent.NetworkUp(Interface.STA, BOARD.address()));
    publish(new WicedEvent.FirmwareState("Starting", ""));
    print("Toy firmware\r\nCreating Packet pools\r\n");
    publish(new WicedEvent.FirmwareState("Ready", "press button 2"));
    board.pin(10).onEdge(EnumSet.allOf(Edge.class), edge -> work.add(() -> follow(edge)));
    board.pin(8).onEdge(EnumSet.of(Edge.FALLING), edge -> work.add(this::flip));
    Thread.ofPlatform().daemon().start(this::work);
    Thread.ofPlatform().daemon().start(this::listen);
  }

  private void work() {
    try {
      while (true) {
        work.take().run();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void follow(Edge edge) {
    board.pin(12).write(edge == Edge.FALLING ? Level.HIGH : Level.LOW);
  }

  private void flip() {
    Level level = board.pin(6).read().inverted();
    board.pin(6).write(level);
    String written = "01D605000" + (level == Level.HIGH ? "1" : "0");
    int socket = ++sockets;
    publish(new WicedEvent.FirmwareState("Sending", "W" + written));
    publish(new WicedEvent.SegmentSent(socket, false, Octets.of("W" + written)));
    publish(new WicedEvent.SegmentReceived(socket, false, Octets.of("A" + written)));
    publish(new WicedEvent.SocketChanged(socket, SocketState.CLOSED, BOARD, SERVER));
    print("button 2: sent W" + written + "\r\n");
    publish(new WicedEvent.FirmwareState("Ready", "press button 2"));
  }

  private void listen() {
    StringBuilder line = new StringBuilder();
    try {
      while (true) {
        OptionalInt octet = board.uart().receive(Duration.ofHours(1));
        if (octet.isPresent() && octet.getAsInt() != '\n') {
          line.append((char) octet.getAsInt());
        } else if (octet.isPresent()) {
          obey(line.toString());
          line.setLength(0);
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void obey(String line) {
    switch (line) {
      case "boom" -> print("boom");
      case "close" -> terminal.close();
      case "exit" -> System.exit(3);
      case "stray" -> System.err.println("a stray line");
      case "escape" -> print("\033[2J\033[31m\033]0;owned\007red\033[0m\r\n");
      case "wide" -> print("中文字符".repeat(30) + "\r\ne\u0301 😀 é\r\n");
      case "lines" -> {
        for (int i = 1; i <= 40; i++) {
          print("line " + i + "\r\n");
        }
      }
      case "tls" ->
          publish(
              new HalEvent.Diagnostic(
                  "tls-untrusted",
                  "the server's certificate CN=wwep.ww101.cypress.com was not issued by a trusted"
                      + " CA: check that the root CA given to the firmware is the server's own"));
      case "flood" -> {
        for (int i = 1; i <= FLOOD; i++) {
          print("flood " + i + "\r\n");
        }
      }
      default -> print("echo: " + line + "\r\n");
    }
  }

  private void print(String text) {
    board.uart().transmit(Octets.of(text));
  }

  private void publish(Event event) {
    board.events().publish(event);
  }
}
