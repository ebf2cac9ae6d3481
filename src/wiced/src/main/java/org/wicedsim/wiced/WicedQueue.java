package org.wicedsim.wiced;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// A queue of messages of one size, which are copied in and out (`wiced_queue_t`). Threads that
/// wait are served in the order in which they came.
public final class WicedQueue {
  /// Messages are made of words of this size.
  public static final int WORD_OCTETS = 4;

  /// The largest message, as in ThreadX.
  public static final int MAX_MESSAGE_OCTETS = 64;

  private final Sdk sdk;
  private final WaitQueue waiting;
  private final Deque<byte[]> messages = new ArrayDeque<>();
  private int messageOctets;
  private int capacity;
  private boolean alive;

  /// A queue that was never initialised: all its calls but [#init(String, int, int)] fail, and do
  /// no harm.
  WicedQueue(Sdk sdk) {
    this.sdk = sdk;
    waiting = WaitQueue.inOrder(sdk.clock());
  }

  /// Starts the queue, empty (`wiced_rtos_init_queue`).
  ///
  /// @return SUCCESS; ERROR when the size of a message is not a multiple of 4; QUEUE_ERROR when
  ///   there is no such queue in ThreadX, or this one is initialised already
  public WicedResult init(@Nullable String name, int messageOctets, int numberOfMessages) {
    WicedResult result =
        waiting.change(() -> {
          if (messageOctets % WORD_OCTETS != 0) {
            return WicedResult.ERROR;
          }
          if (alive
              || messageOctets <= 0
              || messageOctets > MAX_MESSAGE_OCTETS
              || numberOfMessages <= 0) {
            return WicedResult.QUEUE_ERROR;
          }
          this.messageOctets = messageOctets;
          capacity = numberOfMessages;
          messages.clear();
          alive = true;
          return WicedResult.SUCCESS;
        });
    return sdk.returned(
        "wiced_rtos_init_queue",
        result,
        name == null ? "NULL" : name,
        messageOctets,
        numberOfMessages);
  }

  /// Copies a message to the rear, and waits for room if the queue is full
  /// (`wiced_rtos_push_to_queue`). Interrupt handlers may call it with [Rtos#NO_WAIT].
  ///
  /// @param message its first octets are copied, as many as a message of this queue has
  /// @param timeoutMs [Rtos#NO_WAIT] to [Rtos#NEVER_TIMEOUT]
  /// @return SUCCESS; QUEUE_ERROR when the queue stayed full, the wait was aborted, or after
  ///   [#deinit()]: the message is lost
  /// @throws IllegalArgumentException when `message` is shorter than a message of this queue
  public WicedResult push(byte[] message, long timeoutMs) {
    checkLength(message);
    byte[] copy = message.clone();
    WicedResult result =
        waiting.await(() -> add(copy), timeoutMs, WicedResult.QUEUE_ERROR, WicedResult.QUEUE_ERROR);
    return sdk.returned("wiced_rtos_push_to_queue", result, timeoutMs);
  }

  /// Copies the front message out and removes it, and waits for one if the queue is empty
  /// (`wiced_rtos_pop_from_queue`).
  ///
  /// @param message where it is copied to; unchanged without SUCCESS
  /// @param timeoutMs [Rtos#NO_WAIT] to [Rtos#NEVER_TIMEOUT]
  /// @return SUCCESS, TIMEOUT, WAIT_ABORTED by [WicedThread#forceAwake()], or QUEUE_ERROR after
  ///   [#deinit()]
  /// @throws IllegalArgumentException when `message` is shorter than a message of this queue
  public WicedResult pop(byte[] message, long timeoutMs) {
    checkLength(message);
    WicedResult result =
        waiting.await(
            () -> remove(message), timeoutMs, WicedResult.TIMEOUT, WicedResult.WAIT_ABORTED);
    return sdk.returned("wiced_rtos_pop_from_queue", result, timeoutMs);
  }

  /// Whether no message waits (`wiced_rtos_is_queue_empty`); true after [#deinit()].
  public boolean isEmpty() {
    boolean empty = waiting.change(messages::isEmpty);
    sdk.returned("wiced_rtos_is_queue_empty", yes(empty));
    return empty;
  }

  /// Whether there is no room for another message (`wiced_rtos_is_queue_full`); true after
  /// [#deinit()].
  public boolean isFull() {
    boolean full = waiting.change(() -> messages.size() == capacity);
    sdk.returned("wiced_rtos_is_queue_full", yes(full));
    return full;
  }

  /// How many messages wait (`wiced_rtos_get_queue_occupancy`); 0 after [#deinit()].
  public int occupancy() {
    int count = waiting.change(messages::size);
    sdk.returned("wiced_rtos_get_queue_occupancy", WicedResult.SUCCESS, count);
    return count;
  }

  /// Ends the queue; its messages are lost (`wiced_rtos_deinit_queue`). Whoever waits for it gets
  /// QUEUE_ERROR.
  ///
  /// @return SUCCESS, or QUEUE_ERROR when it was ended already
  public WicedResult deinit() {
    WicedResult result =
        waiting.change(() -> {
          boolean wasAlive = alive;
          alive = false;
          messages.clear();
          messageOctets = 0;
          capacity = 0;
          return wasAlive ? WicedResult.SUCCESS : WicedResult.QUEUE_ERROR;
        });
    return sdk.returned("wiced_rtos_deinit_queue", result);
  }

  private @Nullable WicedResult add(byte[] message) {
    if (!alive) {
      return WicedResult.QUEUE_ERROR;
    }
    if (messages.size() == capacity) {
      return null;
    }
    messages.add(Arrays.copyOf(message, messageOctets));
    return WicedResult.SUCCESS;
  }

  private @Nullable WicedResult remove(byte[] into) {
    if (!alive) {
      return WicedResult.QUEUE_ERROR;
    }
    byte[] first = messages.poll();
    if (first == null) {
      return null;
    }
    System.arraycopy(first, 0, into, 0, first.length);
    return WicedResult.SUCCESS;
  }

  private void checkLength(byte[] message) {
    int expected = waiting.change(() -> messageOctets);
    if (message.length < expected) {
      throw new IllegalArgumentException(
          "a message of this queue has %d octets, not %d".formatted(expected, message.length));
    }
  }

  private static WicedResult yes(boolean answer) {
    return answer ? WicedResult.SUCCESS : WicedResult.ERROR;
  }
}
