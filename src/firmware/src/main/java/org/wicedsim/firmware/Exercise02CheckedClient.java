package org.wicedsim.firmware;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.wicedsim.hal.Ipv4Address;
import org.wicedsim.hal.Octets;
import org.wicedsim.wiced.Firmware;
import org.wicedsim.wiced.Interface;
import org.wicedsim.wiced.NetworkConfig;
import org.wicedsim.wiced.Tcp;
import org.wicedsim.wiced.TcpSocket;
import org.wicedsim.wiced.TcpStream;
import org.wicedsim.wiced.Wiced;
import org.wicedsim.wiced.WicedResult;

/// Exercise 02: exercise 01 that reads the answer (SPEC 4).
///
/// Button 1 flips the LED and sends its state; button 2 sends a request that is cut short, to see
/// the server refuse it. The octets decide what the answer was: an `X` is one octet where eleven
/// were wanted, and by the result code alone it looks like a broken connection.
public final class Exercise02CheckedClient implements Firmware {
  private static final int LEGAL_BUTTON = 1;
  private static final int ILLEGAL_BUTTON = 2;
  private static final int LED = 1;
  private static final int SERVER_PORT = 27_708;
  private static final int ANSWER_OCTETS = 11;
  private static final long CONNECT_TIMEOUT_MS = 2_000;
  private static final long ANSWER_TIMEOUT_MS = 2_000;
  private static final int THREAD_PRIORITY = 10;
  private static final int THREAD_STACK_OCTETS = 6_200;

  @Override
  public void applicationStart(Wiced wiced) {
    wiced.init();
    wiced.gpio().ledSetState(LED, false);
    WicedResult up = wiced.network().up(Interface.STA, NetworkConfig.EXTERNAL_DHCP_SERVER);
    if (!up.isSuccess()) {
      wiced.console().printf("Failed network up = [%d]\n", up.code());
      return;
    }
    Presses presses = new Presses(wiced);
    wiced
        .rtos()
        .createThread(THREAD_PRIORITY, "client", THREAD_STACK_OCTETS, () -> run(wiced, presses));
    presses.listenTo(LEGAL_BUTTON);
    presses.listenTo(ILLEGAL_BUTTON);
  }

  private static void run(Wiced wiced, Presses presses) {
    int device = wiced.macAddress().deviceId();
    Ipv4Address server = Exercise01Client.lookUp(wiced);
    boolean lit = false;
    while (true) {
      if (presses.await() == LEGAL_BUTTON) {
        lit = !lit;
        wiced.gpio().ledSetState(LED, lit);
        exchange(wiced, server, "W%04X05%04X".formatted(device, lit ? 1 : 0));
      } else {
        exchange(wiced, server, "W%04X05".formatted(device));
      }
    }
  }

  private static void exchange(Wiced wiced, Ipv4Address server, String request) {
    TcpSocket socket = wiced.tcp().createSocket(Interface.STA);
    socket.bind(Tcp.ANY_PORT);
    WicedResult result = socket.connect(server, SERVER_PORT, CONNECT_TIMEOUT_MS);
    if (result.isSuccess()) {
      wiced.console().printf("Sending %s\n", request);
      TcpStream stream = wiced.tcp().streamInit(socket);
      stream.write(request.getBytes(US_ASCII));
      stream.flush();
      readAnswer(wiced, stream, request);
      stream.deinit();
    } else {
      wiced.console().printf("Failed connect = [%d]\n", result.code());
    }
    socket.delete();
  }

  /// Reads the answer and says what it was. One that accepts repeats the request behind its `A`;
  /// every `X` refuses, whatever follows (SPEC 1.11).
  static void readAnswer(Wiced wiced, TcpStream stream, String request) {
    byte[] buffer = new byte[ANSWER_OCTETS];
    TcpStream.ReadCount read = stream.readWithCount(buffer, ANSWER_TIMEOUT_MS);
    String answer = Octets.of(buffer, 0, read.octets()).toString();
    if (answer.isEmpty()) {
      wiced.console().printf("No answer to %s = [%d]\n", request, read.result().code());
    } else if (answer.startsWith("X")) {
      wiced.console().printf("Refused %s: %s\n", request, answer);
    } else if (answer.equalsIgnoreCase("A" + request.substring(1))) {
      wiced.console().printf("Accepted %s\n", request);
    } else {
      wiced.console().printf("Malformed response to %s: %s\n", request, answer);
    }
  }
}
