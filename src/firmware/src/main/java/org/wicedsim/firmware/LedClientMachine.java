package org.wicedsim.firmware;

import java.util.function.Consumer;
import org.wicedsim.firmware.LedClientState.CannotConnect;
import org.wicedsim.firmware.LedClientState.CannotSend;
import org.wicedsim.firmware.LedClientState.Connecting;
import org.wicedsim.firmware.LedClientState.Ended;
import org.wicedsim.firmware.LedClientState.Malformed;
import org.wicedsim.firmware.LedClientState.NoAnswer;
import org.wicedsim.firmware.LedClientState.NoTlsConnection;
import org.wicedsim.firmware.LedClientState.Ready;
import org.wicedsim.firmware.LedClientState.Refused;
import org.wicedsim.firmware.LedClientState.Resolving;
import org.wicedsim.firmware.LedClientState.Sending;
import org.wicedsim.firmware.LedClientState.Stored;
import org.wicedsim.firmware.LedClientState.Waiting;
import org.wicedsim.hal.Ipv4Address;
import org.wicedsim.wiced.WicedResult;
import org.wicedsim.wwep.Answer;
import org.wicedsim.wwep.Request;

/// Owns the state of the LED client: the diagram is at [LedClientState]. One thread only.
final class LedClientMachine {
  /// The register of the LED's state in every device (SPEC 4, exercise 01).
  static final int LED_REGISTER = 0x05;

  private final int device;
  private final Consumer<LedClientState> onEntered;
  private LedClientState state;

  /// @param device the board's id, the sum of its MAC octets
  /// @param onEntered hears every state that is entered, the first one included
  LedClientMachine(int device, Consumer<LedClientState> onEntered) {
    this.device = device;
    this.onEntered = onEntered;
    state = new Ready(false);
    onEntered.accept(state);
  }

  LedClientState state() {
    return state;
  }

  /// The button was pressed: the LED flips, and the server is to learn it.
  void onPress() {
    Ready ready = expect(Ready.class, "onPress");
    enter(new Resolving(new Request.Write(device, LED_REGISTER, ready.led() ? 0 : 1)));
  }

  /// The server's address is known.
  void onResolved(Ipv4Address server) {
    enter(new Connecting(expect(Resolving.class, "onResolved").request(), server));
  }

  /// The connection is open.
  void onConnected() {
    enter(new Sending(expect(Connecting.class, "onConnected").request()));
  }

  /// There is no connection. Over TLS the general error has more than one cause, and the SDK does
  /// not tell which: see [NoTlsConnection].
  void onConnectFailed(WicedResult result, boolean tls) {
    Request.Write request = expect(Connecting.class, "onConnectFailed").request();
    boolean noTls = tls && result == WicedResult.ERROR;
    enter(noTls ? new NoTlsConnection(request, result) : new CannotConnect(request, result));
  }

  /// The request is on its way.
  void onSent() {
    enter(new Waiting(expect(Sending.class, "onSent").request()));
  }

  /// The request could not be sent.
  void onSendFailed(WicedResult result) {
    enter(new CannotSend(expect(Sending.class, "onSendFailed").request(), result));
  }

  /// Octets came back: all that will come.
  void onAnswer(byte[] octets) {
    Request.Write request = expect(Waiting.class, "onAnswer").request();
    enter(
        switch (Answer.judge(request, octets)) {
          case Answer.Accepted _ -> new Stored(request);
          case Answer.Refused refused -> new Refused(request, refused.surplus());
          case Answer.Malformed malformed -> new Malformed(request, malformed.message());
          case Answer.Incomplete _ ->
              new Malformed(request, "the answer ended after %d octets".formatted(octets.length));
        });
  }

  /// Nothing came back in time, or the connection ended first.
  void onNoAnswer(WicedResult result) {
    enter(new NoAnswer(expect(Waiting.class, "onNoAnswer").request(), result));
  }

  /// The connection and all that belongs to it is deleted.
  void onCleanedUp() {
    enter(new Ready(expect(Ended.class, "onCleanedUp").led()));
  }

  private void enter(LedClientState next) {
    state = next;
    onEntered.accept(next);
  }

  /// An event that makes no sense in the present state is a bug of the driver.
  private <T extends LedClientState> T expect(Class<T> expected, String event) {
    if (!expected.isInstance(state)) {
      throw new IllegalStateException("%s in state %s".formatted(event, state));
    }
    return expected.cast(state);
  }
}
