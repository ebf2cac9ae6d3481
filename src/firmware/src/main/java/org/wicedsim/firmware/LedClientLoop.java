package org.wicedsim.firmware;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wicedsim.hal.Ipv4Address;
import org.wicedsim.hal.Resource;
import org.wicedsim.wiced.Interface;
import org.wicedsim.wiced.Network.Lookup;
import org.wicedsim.wiced.Tcp;
import org.wicedsim.wiced.TcpSocket;
import org.wicedsim.wiced.TcpStream;
import org.wicedsim.wiced.TlsContext;
import org.wicedsim.wiced.Wiced;
import org.wicedsim.wiced.WicedResult;
import org.wicedsim.wwep.Reply;
import org.wicedsim.wwep.Request;
import org.wicedsim.wwep.Wwep;

/// The thread of the LED client. Each state has one thing to do, which may block; its outcome is
/// the machine's next event.
final class LedClientLoop {
  private static final long LOOKUP_TIMEOUT_MS = 10_000;
  private static final long CONNECT_TIMEOUT_MS = 2_000;
  private static final long ANSWER_TIMEOUT_MS = 2_000;

  private final Wiced wiced;
  private final boolean tls;
  private final Presses presses;
  private final LedClientMachine machine;

  private @Nullable TcpSocket socket;
  private @Nullable TcpStream stream;
  private @Nullable TlsContext tlsContext;

  LedClientLoop(Wiced wiced, boolean tls, Presses presses) {
    this.wiced = wiced;
    this.tls = tls;
    this.presses = presses;
    machine = new LedClientMachine(wiced.macAddress().deviceId(), this::show);
  }

  void run() {
    while (true) {
      step();
    }
  }

  private void step() {
    switch (machine.state()) {
      case LedClientState.Ready _ -> awaitPress();
      case LedClientState.Resolving resolving -> resolve(resolving);
      case LedClientState.Connecting connecting -> connect(connecting);
      case LedClientState.Sending sending -> send(sending);
      case LedClientState.Waiting _ -> receive();
      case LedClientState.Ended _ -> cleanUp();
    }
  }

  private void awaitPress() {
    presses.await();
    machine.onPress();
  }

  private void resolve(LedClientState.Resolving resolving) {
    wiced.gpio().ledSetState(LedClient.LED, resolving.led());
    Lookup lookup =
        wiced.network().hostnameLookup(LedClient.SERVER_NAME, LOOKUP_TIMEOUT_MS, Interface.STA);
    machine.onResolved(
        switch (lookup) {
          case Lookup.Found found -> found.address();
          case Lookup.Failed failed -> fallBack(failed.result());
        });
  }

  private Ipv4Address fallBack(WicedResult result) {
    wiced
        .console()
        .printf(
            "Failed look-up of %s = [%d], using %s\n",
            LedClient.SERVER_NAME, result.code(), LedClient.SERVER_ADDRESS);
    return LedClient.SERVER_ADDRESS;
  }

  private void connect(LedClientState.Connecting connecting) {
    TcpSocket opened = wiced.tcp().createSocket(Interface.STA);
    socket = opened;
    opened.bind(Tcp.ANY_PORT);
    WicedResult result = tls ? enableTls(opened) : WicedResult.SUCCESS;
    if (result.isSuccess()) {
      int port = tls ? Wwep.TLS_PORT : Wwep.PLAIN_PORT;
      result = opened.connect(connecting.server(), port, CONNECT_TIMEOUT_MS);
    }
    if (result.isSuccess()) {
      machine.onConnected();
    } else {
      machine.onConnectFailed(result, tls);
    }
  }

  /// Without the server's certificate there is no connection: nobody could tell who answers.
  private WicedResult enableTls(TcpSocket opened) {
    Optional<Resource> root = wiced.resources().find(LedClient.ROOT_CERTIFICATE);
    if (root.isEmpty()) {
      wiced.console().printf("No resource %s\n", LedClient.ROOT_CERTIFICATE);
      wiced.diagnose(
          "no-root-certificate",
          "the board's resources hold no %s, and without it the server cannot be verified: put the"
              + " server's certificate there",
          LedClient.ROOT_CERTIFICATE);
      return WicedResult.NOT_FOUND;
    }
    WicedResult result = wiced.tls().initRootCaCertificates(root.get().data().toBytes());
    if (result.isSuccess()) {
      tlsContext = wiced.tls().initContext(LedClient.SERVER_NAME);
      opened.enableTls(tlsContext);
    }
    return result;
  }

  private void send(LedClientState.Sending sending) {
    TcpStream opened = wiced.tcp().streamInit(socket());
    stream = opened;
    WicedResult result = opened.write(sending.request().encode());
    if (result.isSuccess()) {
      result = opened.flush();
    }
    if (result.isSuccess()) {
      machine.onSent();
    } else {
      machine.onSendFailed(result);
    }
  }

  private void receive() {
    byte[] buffer = new byte[Reply.Accepted.LENGTH];
    TcpStream.ReadCount read = stream().readWithCount(buffer, ANSWER_TIMEOUT_MS);
    if (read.octets() > 0) {
      machine.onAnswer(Arrays.copyOf(buffer, read.octets()));
    } else {
      machine.onNoAnswer(read.result());
    }
  }

  private void cleanUp() {
    if (stream != null) {
      stream.deinit();
      stream = null;
    }
    if (socket != null) {
      socket.delete();
      socket = null;
    }
    if (tlsContext != null) {
      tlsContext.deinit();
      tlsContext = null;
    }
    machine.onCleanedUp();
  }

  private void show(LedClientState state) {
    wiced.showState(state.getClass().getSimpleName(), state.detail());
    switch (state) {
      case LedClientState.Ready _,
          LedClientState.Resolving _,
          LedClientState.Connecting _,
          LedClientState.Waiting _ -> {}
      case LedClientState.Sending sending -> printSending(sending.request());
      case LedClientState.Ended ended -> printEnded(ended);
    }
  }

  private void printSending(Request.Write request) {
    wiced.console().printf("Sending %s\n", request);
  }

  private void printEnded(LedClientState.Ended ended) {
    wiced.console().printf("%s\n", ended.detail());
    diagnosis(ended).ifPresent(text -> wiced.diagnose("led-client", "%s", text));
  }

  /// What the simulator adds where the SDK itself has nothing to say about the cause.
  private static Optional<String> diagnosis(LedClientState.Ended ended) {
    return switch (ended) {
      case LedClientState.Stored _,
          LedClientState.CannotConnect _,
          LedClientState.NoTlsConnection _ ->
          Optional.empty();
      case LedClientState.Refused refused ->
          Optional.of(
              "the server took the octets and answered X%s: %s is not a request that it accepts"
                  .formatted(surplus(refused), refused.request()));
      case LedClientState.Malformed malformed ->
          Optional.of(malformed.problem() + "; check that a WWEP server listens on this port");
      case LedClientState.NoAnswer noAnswer -> Optional.of(whyNoAnswer(noAnswer.result()));
      case LedClientState.CannotSend _ ->
          Optional.of("the server closed the connection before the request was sent");
    };
  }

  private static String surplus(LedClientState.Refused refused) {
    return refused.surplus() == 0
        ? ""
        : " and %d octets more, which WWEP does not know".formatted(refused.surplus());
  }

  private static String whyNoAnswer(WicedResult result) {
    return switch (result) {
      case TIMEOUT ->
          "the server keeps the connection open and sends nothing for %d ms: check that it speaks WWEP"
              .formatted(ANSWER_TIMEOUT_MS);
      case TLS_FATAL_ALERT -> "the server ended the TLS session; the reason is told above";
      default -> "the server closed the connection without an answer: look at its own output";
    };
  }

  private TcpSocket socket() {
    return Objects.requireNonNull(socket, "no socket while sending");
  }

  private TcpStream stream() {
    return Objects.requireNonNull(stream, "no stream while receiving");
  }
}
