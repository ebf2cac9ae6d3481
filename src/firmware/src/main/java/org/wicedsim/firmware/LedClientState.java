package org.wicedsim.firmware;

import org.wicedsim.hal.Ipv4Address;
import org.wicedsim.wiced.WicedResult;
import org.wicedsim.wwep.Request;

/// Where the LED client stands between two presses. A state holds only what is true in it.
///
/// ```
///  Ready --onPress--> Resolving --onResolved--> Connecting --onConnected--> Sending --onSent--> Waiting
///    ^                                              |                          |                   |
///    |                                       onConnectFailed             onSendFailed          onAnswer,
///    |                                              |                          |               onNoAnswer
///    |                                              v                          v                   v
///    +---------------- onCleanedUp -------------- Ended: Stored, Refused, Malformed, NoAnswer,
///                                                        CannotConnect, NoTlsConnection, CannotSend
/// ```
///
/// [LedClientMachine] owns the state, and has the events.
sealed interface LedClientState {
  /// Whether the LED shines.
  boolean led();

  /// What is true in this state, for people.
  String detail();

  /// Waiting for a press.
  record Ready(boolean led) implements LedClientState {
    @Override
    public String detail() {
      return led ? "LED on" : "LED off";
    }
  }

  /// A press is being sent to the server.
  sealed interface Busy extends LedClientState {
    /// What the server is to store.
    Request.Write request();

    @Override
    default boolean led() {
      return request().value() == 1;
    }
  }

  /// Looking up the server's name.
  record Resolving(Request.Write request) implements Busy {
    @Override
    public String detail() {
      return "looking up the server";
    }
  }

  /// Opening the connection; over TLS the handshake is part of it.
  record Connecting(Request.Write request, Ipv4Address server) implements Busy {
    @Override
    public String detail() {
      return "to " + server;
    }
  }

  /// The connection is open.
  record Sending(Request.Write request) implements Busy {
    @Override
    public String detail() {
      return request.toString();
    }
  }

  /// The request is on its way; the answer is not here.
  record Waiting(Request.Write request) implements Busy {
    @Override
    public String detail() {
      return "for the answer to " + request;
    }
  }

  /// The press is done, well or badly; the connection is still to be deleted.
  sealed interface Ended extends Busy {
    /// The line that the console shows.
    @Override
    String detail();
  }

  /// The server has stored the LED's state.
  record Stored(Request.Write request) implements Ended {
    @Override
    public String detail() {
      return "the server stored " + request;
    }
  }

  /// The server answered `X`.
  ///
  /// @param surplus how many octets followed the `X`
  record Refused(Request.Write request, int surplus) implements Ended {
    @Override
    public String detail() {
      return "the server refused " + request + " with X";
    }
  }

  /// The server answered something else (SPEC 1.11).
  record Malformed(Request.Write request, String problem) implements Ended {
    @Override
    public String detail() {
      return "Malformed response: " + problem;
    }
  }

  /// Nothing came back.
  ///
  /// @param result what the read gave
  record NoAnswer(Request.Write request, WicedResult result) implements Ended {
    @Override
    public String detail() {
      return "no answer to %s = [%d]".formatted(request, result.code());
    }
  }

  /// There is no TCP connection.
  ///
  /// @param result 7014 for time-out and refusal alike
  record CannotConnect(Request.Write request, WicedResult result) implements Ended {
    @Override
    public String detail() {
      return "Failed connect = [%d]".formatted(result.code());
    }
  }

  /// There is no TLS connection: the handshake failed, the root certificate cannot be read, or
  /// there is no way to the address. The SDK has one code for all of these; the diagnostic tells
  /// which.
  ///
  /// @param result 4, whatever the reason
  record NoTlsConnection(Request.Write request, WicedResult result) implements Ended {
    @Override
    public String detail() {
      return "Failed connect = [%d]: no TLS connection".formatted(result.code());
    }
  }

  /// The connection was lost before the request was out.
  record CannotSend(Request.Write request, WicedResult result) implements Ended {
    @Override
    public String detail() {
      return "Failed send = [%d]".formatted(result.code());
    }
  }
}
