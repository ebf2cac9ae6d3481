package org.wicedsim.wiced;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wicedsim.hal.Octets;

/// The segments that have arrived on a connection and were not received yet: packets of the board's
/// receive pool, at most a TCP window of them. What finds no packet stays parked, and the peer has
/// to wait: on the board it would be lost and sent again (SPEC 2.7).
///
/// Netty's thread puts in, the firmware's takes out. Events are published before what they tell of
/// can be seen through the SDK.
final class ReceiveQueue {
  /// The SDK's default window (`WICED_DEFAULT_TCP_WINDOW_SIZE`).
  static final int WINDOW_OCTETS = 7_168;

  private final Sdk sdk;
  private final PacketPool pool;
  private final Gate gate;
  private final Runnable deliverOnNettysThread;
  private final Consumer<Boolean> reading;

  // Guarded by the gate.
  private final ArrayDeque<Packet> packets = new ArrayDeque<>();
  private final ArrayDeque<byte[]> parked = new ArrayDeque<>();
  private int waitingOctets;
  private boolean started;
  private volatile boolean discarding;
  private volatile @Nullable Owner owner;

  /// @param gate where the firmware waits for a packet
  /// @param onNettysThread runs a task on the connection's thread
  /// @param reading turns reading from the peer on and off
  ReceiveQueue(Sdk sdk, Gate gate, Consumer<Runnable> onNettysThread, Consumer<Boolean> reading) {
    this.sdk = sdk;
    this.gate = gate;
    this.reading = reading;
    pool = sdk.receivePool();
    deliverOnNettysThread = () -> onNettysThread.accept(this::deliverParked);
  }

  /// What a segment belongs to, for its event; and what shall hear that it can be received.
  interface Owner {
    /// The socket's number.
    int socket();

    /// Whether TLS has opened the segment.
    boolean isSealed();

    /// A packet can be received.
    void onReceived();
  }

  /// Begins to read what the peer sends.
  void start(Owner owner) {
    gate.change(() -> {
      this.owner = owner;
      started = true;
      adjustReading();
    });
  }

  /// Takes the first packet; null when there is none. Called under the gate.
  @Nullable Packet poll() {
    Packet packet = packets.poll();
    if (packet != null) {
      waitingOctets -= packet.length();
      adjustReading();
    }
    return packet;
  }

  /// Whether nothing is here, and nothing is parked. Called under the gate.
  boolean isEmpty() {
    return packets.isEmpty() && parked.isEmpty();
  }

  /// Takes out what came in clear and was not received, when TLS begins: it belongs to TLS, and
  /// must not be mistaken for what TLS has opened. On Netty's thread.
  List<byte[]> takeBack() {
    List<byte[]> octets = new ArrayList<>();
    List<Packet> here =
        gate.changing(() -> {
          List<Packet> all = List.copyOf(packets);
          for (Packet packet : all) {
            byte[] segment = new byte[packet.length()];
            packet.get(0, segment, 0, segment.length);
            octets.add(segment);
          }
          octets.addAll(parked);
          packets.clear();
          parked.clear();
          waitingOctets = 0;
          return all;
        });
    here.forEach(pool::letGo);
    return octets;
  }

  /// Throws away what is here and what still comes.
  void discard() {
    List<Packet> thrownAway =
        gate.changing(() -> {
          discarding = true;
          List<Packet> here = List.copyOf(packets);
          packets.clear();
          parked.clear();
          waitingOctets = 0;
          adjustReading();
          return here;
        });
    thrownAway.forEach(pool::letGo);
  }

  /// A segment has arrived; on Netty's thread.
  void arrived(byte[] segment) {
    if (!discarding) {
      Packet packet = hasParked() ? null : pool.arrived(segment, deliverOnNettysThread);
      if (packet == null) {
        park(segment);
      } else {
        enqueue(segment, packet);
      }
    }
  }

  private boolean hasParked() {
    return gate.changing(() -> !parked.isEmpty());
  }

  private void park(byte[] segment) {
    boolean first =
        gate.changing(() -> {
          parked.add(segment);
          adjustReading();
          return parked.size() == 1;
        });
    Owner current = owner;
    if (first && current != null) {
      pool.dropped(current.socket(), segment.length);
    }
  }

  private void enqueue(byte[] segment, Packet packet) {
    Owner current = owner;
    if (current != null && sdk.events().isObserved()) {
      sdk.events()
          .publish(
              new WicedEvent.SegmentReceived(
                  current.socket(), current.isSealed(), Octets.of(segment)));
    }
    boolean kept =
        gate.changing(() -> {
          if (!discarding) {
            packets.add(packet);
            waitingOctets += segment.length;
            adjustReading();
          }
          return !discarding;
        });
    if (!kept) {
      pool.letGo(packet);
    } else if (current != null) {
      current.onReceived();
    }
  }

  private void deliverParked() {
    byte[] segment = firstParked();
    while (segment != null) {
      Packet packet = pool.arrived(segment, deliverOnNettysThread);
      if (packet == null) {
        return;
      }
      gate.change(parked::poll);
      enqueue(segment, packet);
      segment = firstParked();
    }
  }

  private byte @Nullable [] firstParked() {
    return gate.changing(parked::peek);
  }

  private void adjustReading() {
    if (started) {
      reading.accept(parked.isEmpty() && waitingOctets < WINDOW_OCTETS);
    }
  }
}
