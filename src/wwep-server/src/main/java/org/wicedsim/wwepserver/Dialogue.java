package org.wicedsim.wwepserver;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.wicedsim.wwep.ConnectionMode;
import org.wicedsim.wwep.IllegalReason;
import org.wicedsim.wwep.Reply;
import org.wicedsim.wwep.Request;
import org.wicedsim.wwep.RequestDecoder;
import org.wicedsim.wwep.RequestDecoder.Progress;
import org.wicedsim.wwep.Wwep;

/// The requests of one connection and their answers, in order. Knows octets and the store, but
/// neither sockets nor time; used on the connection's event loop alone.
final class Dialogue {
  private final Service service;
  private final Peer peer;
  private final AnswerBuffer answers;
  private final Executor loop;
  private final Runnable onSettled;
  private final boolean oneShot;
  private final RequestDecoder decoder;
  private final @Nullable Transcript transcript;
  private final Deque<PendingAnswer> pending = new ArrayDeque<>(1);

  private Progress progress = Progress.NEED_MORE;

  /// Handed to the store with every call, and replaced only when the store keeps it: so a store
  /// that answers at once costs no object.
  private PendingAnswer spare;

  private boolean lastRequest;
  private boolean stopped;
  private @Nullable IllegalReason refusalDue;
  private boolean requestEnded;

  /// @param answers where answers go; the caller writes them after each call
  /// @param onSettled run on the loop when the store has settled a pending answer
  Dialogue(Service service, Peer peer, AnswerBuffer answers, Executor loop, Runnable onSettled) {
    this.service = service;
    this.peer = peer;
    this.answers = answers;
    this.loop = loop;
    this.onSettled = onSettled;
    decoder = new RequestDecoder(service.mode());
    transcript = service.log() == null ? null : new Transcript();
    spare = new PendingAnswer(loop, onSettled);
    oneShot = service.mode() == ConnectionMode.ONE_SHOT;
    lastRequest = oneShot;
  }

  /// Takes octets until there are no more or [#wantsOctets] says enough, and returns how many.
  int accept(byte[] octets, int count) {
    int taken = 0;
    while (taken < count && wantsOctets()) {
      byte octet = octets[taken++];
      progress = decoder.accept(octet);
      if (transcript != null) {
        transcript.add(octet);
        if (progress == Progress.NEED_MORE && !decoder.isUnderWay()) {
          transcript.forget(); // the line end of a request that was answered
        }
      }
      if (progress != Progress.NEED_MORE && !oneShot) {
        act();
      }
    }
    return taken;
  }

  /// False while too many answers are collected or owed, and after the last request.
  boolean wantsOctets() {
    return !stopped && answers.hasRoom() && pending.size() < service.limits().pendingAnswers();
  }

  /// Says that every octet received so far was accepted: in one-shot mode this is when surplus
  /// counts (SPEC 1.7).
  void endBatch() {
    if (!stopped && oneShot && progress != Progress.NEED_MORE) {
      act();
    }
  }

  /// Says that no octet follows in time, or at all: a request under way is cut short (SPEC 1.7).
  void endInput() {
    if (!stopped && decoder.end() == Progress.ILLEGAL) {
      progress = Progress.ILLEGAL;
      act();
    }
  }

  /// Answers the request under way, if there is one, and takes no further one.
  void stopAfterRequest() {
    lastRequest = true;
    stopped |= !decoder.isUnderWay();
  }

  /// True when the last answer was collected: nothing will follow.
  boolean isOver() {
    return stopped && pending.isEmpty();
  }

  /// True when neither a request is under way nor an answer owed.
  boolean isIdle() {
    return !decoder.isUnderWay() && pending.isEmpty();
  }

  /// True while the peer owes octets of a request (and not while the store owes the last answer).
  boolean isUnderWay() {
    return !stopped && decoder.isUnderWay();
  }

  /// True once after each time that a request was complete.
  boolean takeRequestEnded() {
    boolean ended = requestEnded;
    requestEnded = false;
    return ended;
  }

  /// The answer that the store has owed longest.
  @Nullable PendingAnswer oldestPending() {
    return pending.peek();
  }

  /// Collects the pending answers whose turn has come.
  void deliver() {
    PendingAnswer next = pending.peek();
    while (next != null && next.isSettled()) {
      pending.remove();
      Throwable failure = next.failure();
      if (failure != null) {
        onStoreFailed(next, failure);
        return;
      }
      answer(next.request().device(), next.request().register(), next.outcome(), next.text());
      next = pending.peek();
    }
    if (pending.isEmpty() && refusalDue != null) {
      refuse(refusalDue);
      refusalDue = null;
    }
  }

  /// Gives up on a store that is later than [ServerLimits#answer()].
  void onStoreLate() {
    PendingAnswer late = pending.peek();
    if (late != null) {
      onStoreFailed(
          late,
          new TimeoutException("the store did not answer within " + service.limits().answer()));
    }
  }

  private void act() {
    requestEnded = true;
    switch (progress) {
      case NEED_MORE -> throw new IllegalStateException("no request is complete");
      case REQUEST -> {
        stopped = lastRequest;
        perform();
      }
      case ILLEGAL -> {
        stopped = true;
        refusalDue = decoder.reason();
        deliver();
      }
    }
  }

  private void perform() {
    int outcome;
    try {
      outcome = callStore();
    } catch (RuntimeException e) {
      enqueue().settle(RegisterStore.ABSENT, e);
      deliver();
      return;
    }
    if (outcome == RegisterStore.LATER) {
      enqueue();
    } else if (pending.isEmpty()) {
      answer(decoder.device(), decoder.register(), outcome, takeText());
    } else {
      enqueue().settle(outcome, null);
    }
  }

  private int callStore() {
    boolean write = decoder.isWrite();
    int device = decoder.device();
    int register = decoder.register();
    int outcome =
        write
            ? service.store().write(device, register, decoder.value(), spare)
            : service.store().read(device, register, spare);
    if (outcome > Wwep.MAX_VALUE
        || outcome < RegisterStore.LATER
        || (write && outcome == RegisterStore.ABSENT)) {
      throw new IllegalStateException("the store answered %d".formatted(outcome));
    }
    return outcome;
  }

  private PendingAnswer enqueue() {
    PendingAnswer answer = spare;
    spare = new PendingAnswer(loop, onSettled);
    answer.belongTo(decoder.request(), takeText());
    pending.add(answer);
    return answer;
  }

  private String takeText() {
    return transcript == null ? "" : transcript.take();
  }

  private void answer(int device, int register, int outcome, String text) {
    if (outcome == RegisterStore.ABSENT) {
      answers.refuse();
    } else {
      answers.accept(device, register, outcome);
    }
    if (service.log() != null) {
      Reply reply =
          outcome == RegisterStore.ABSENT
              ? new Reply.Refused()
              : new Reply.Accepted(device, register, outcome);
      service.log().add(peer, text, reply.toString(), null);
    }
  }

  private void refuse(IllegalReason reason) {
    answers.refuse();
    if (service.log() != null) {
      service.log().add(peer, takeText(), new Reply.Refused().toString(), reason);
    }
  }

  private void onStoreFailed(PendingAnswer answer, Throwable cause) {
    stopped = true;
    refusalDue = null;
    pending.clear();
    Request request = answer.request();
    service.events().accept(new ServerEvent.StoreFailed(peer, request, cause));
    if (service.log() != null) {
      service.log().add(peer, answer.text(), "", null);
    }
  }
}
