package org.wicedsim.wiced;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One of the board's two packet pools (SPEC 2.7): a few places, each for one packet.
///
/// Everything happens under the pool's gate, where firmware waits for a free place.
final class PacketPool {
  /// How long creating a packet waits for a free place (`WICED_ALLOCATE_PACKET_TIMEOUT`).
  static final long ALLOCATE_TIMEOUT_MS = 2_000;

  private final Sdk sdk;
  private final WicedEvent.Pool kind;
  private final @Nullable Packet[] places;
  private final @Nullable ByteBuffer[] buffers;
  private final List<Runnable> waitingForPlace = new ArrayList<>();
  private final Gate gate;
  private long dropped;

  PacketPool(Sdk sdk, WicedEvent.Pool kind, int packets) {
    this.sdk = sdk;
    this.kind = kind;
    places = new @Nullable Packet[packets];
    buffers = new @Nullable ByteBuffer[packets];
    gate = new Gate(sdk.clock());
  }

  /// A packet for the firmware to fill; waits 2 s for a free place.
  ///
  /// @param function the call that wants it, for the report of what was never deleted
  /// @return null when no place became free
  @Nullable Packet create(int availableSpace, String function) {
    Packet created =
        gate.awaitFrom(
            () -> {
              Packet packet = place(availableSpace);
              if (packet != null) {
                packet.holdByFirmware(sdk.ledger().open(Ledger.Kind.PACKET, function));
                changed(packet);
              }
              return packet;
            },
            ALLOCATE_TIMEOUT_MS);
    if (created == null) {
      sdk.diagnose(
          "no-transmit-packet",
          "all %d transmit packets are in use: delete packets and flush streams"
              .formatted(places.length));
    }
    return created;
  }

  /// A packet that holds a segment that has just arrived; never waits.
  ///
  /// @param retry called once there may be a free place, if there is none now
  /// @return null when all places are taken
  @Nullable Packet arrived(byte[] segment, Runnable retry) {
    return gate.changing(() -> {
      Packet packet = place(0);
      if (packet == null) {
        waitingForPlace.add(retry);
        return null;
      }
      packet.put(segment, 0, segment.length);
      packet.holdByStack();
      changed(packet);
      return packet;
    });
  }

  /// Counts a segment that found no place.
  void dropped(int socket, int octets) {
    gate.change(() -> {
      dropped++;
      if (sdk.events().isObserved()) {
        sdk.events().publish(new WicedEvent.SegmentDropped(socket, octets, dropped));
      }
    });
  }

  /// Hands a packet that has arrived to the firmware: it refers to it before the stack lets go.
  void handOver(Packet packet, String function) {
    gate.change(() -> {
      packet.holdByFirmware(sdk.ledger().open(Ledger.Kind.PACKET, function));
      changed(packet);
      packet.letGoByStack();
      changed(packet);
    });
  }

  /// Lets the stack refer to a packet that the firmware wants to be sent.
  ///
  /// @return whether the firmware may have it sent: it is its own, and was not sent before
  boolean beginSending(Packet packet) {
    return gate.changing(() -> {
      boolean mayBeSent = packet.isHeldByFirmware() && !packet.wasSent();
      if (mayBeSent) {
        packet.markSent();
        changed(packet);
      }
      return mayBeSent;
    });
  }

  /// Takes a packet back that could not be sent: it is the firmware's alone, as before.
  void sendingFailed(Packet packet) {
    gate.change(() -> {
      packet.markNotSent();
      changed(packet);
    });
  }

  /// Lets the stack go of a packet: it was sent, or thrown away.
  void letGo(Packet packet) {
    gate.change(() -> {
      packet.letGoByStack();
      changed(packet);
      placeIsFree();
    });
  }

  /// Lets the firmware go of a packet.
  WicedResult delete(Packet packet) {
    return gate.changing(() -> {
      if (!packet.isHeldByFirmware()) {
        return WicedResult.ERROR;
      }
      packet.letGoByFirmware();
      if (places[packet.number() - 1] == packet) {
        changed(packet);
        placeIsFree();
      }
      return WicedResult.SUCCESS;
    });
  }

  WicedResult returned(String function, boolean fine, Object... arguments) {
    return returned(function, fine ? WicedResult.SUCCESS : WicedResult.ERROR, arguments);
  }

  WicedResult returned(String function, WicedResult result, Object... arguments) {
    return sdk.returned(function, result, arguments);
  }

  @Override
  public String toString() {
    return kind == WicedEvent.Pool.RECEIVE ? "receive" : "transmit";
  }

  /// A new packet in a place that is free, or whose packet is forgotten.
  private @Nullable Packet place(int availableSpace) {
    int forgotten = -1;
    for (int i = 0; i < places.length; i++) {
      Packet there = places[i];
      if (there == null || there.references() == 0) {
        return place(i, availableSpace);
      }
      if (there.isForgotten()) {
        forgotten = i;
      }
    }
    return forgotten < 0 ? null : place(forgotten, availableSpace);
  }

  private Packet place(int index, int availableSpace) {
    Packet before = places[index];
    if (before != null && before.isForgotten()) {
      sdk.diagnose(
          "packet-not-deleted",
          "%s was sent and never deleted: the SDK frees it all the same, as this board just did"
              .formatted(before));
    }
    ByteBuffer buffer = buffers[index];
    if (buffer == null) {
      // Native memory: C firmware gets its address.
      buffer = ByteBuffer.allocateDirect(Packet.BUFFER_OCTETS);
      buffers[index] = buffer;
    }
    Packet packet = new Packet(this, index + 1, buffer, availableSpace);
    places[index] = packet;
    return packet;
  }

  /// All may try again: the first one may have lost interest.
  private void placeIsFree() {
    List<Runnable> retries = List.copyOf(waitingForPlace);
    waitingForPlace.clear();
    retries.forEach(Runnable::run);
  }

  private void changed(Packet packet) {
    if (sdk.events().isObserved()) {
      sdk.events()
          .publish(
              new WicedEvent.PacketChanged(kind, packet.number(), packet.references(), free()));
    }
  }

  private int free() {
    int free = 0;
    for (Packet packet : places) {
      if (packet == null || packet.references() == 0 || packet.isForgotten()) {
        free++;
      }
    }
    return free;
  }
}
