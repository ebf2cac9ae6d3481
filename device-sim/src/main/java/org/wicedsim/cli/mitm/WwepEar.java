package org.wicedsim.cli.mitm;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.wicedsim.wwep.Answer;
import org.wicedsim.wwep.ConnectionMode;
import org.wicedsim.wwep.Reply;
import org.wicedsim.wwep.Request;
import org.wicedsim.wwep.RequestDecoder;

/// Recognises WWEP in what a connection carries, however its octets were split.
///
/// It stops listening to a direction where the octets are no WWEP, since nothing marks where the
/// next message begins (SPEC 1.9).
final class WwepEar {
  /// Requests that wait for their answers; who sends more is no longer understood.
  private static final int MAX_UNANSWERED = 64;

  private final RequestDecoder requests = new RequestDecoder(ConnectionMode.PERSISTENT);
  private final Deque<Request> unanswered = new ArrayDeque<>();
  private byte[] answer = {};
  private boolean requestsUnderstood = true;
  private boolean answersUnderstood = true;

  /// The messages that end with these octets, in plain words.
  List<String> hear(Direction direction, byte[] octets) {
    List<String> heard = new ArrayList<>();
    for (byte octet : octets) {
      switch (direction) {
        case TO_TARGET -> hearRequest(octet, heard);
        case TO_CLIENT -> hearAnswer(octet, heard);
      }
    }
    return heard;
  }

  private void hearRequest(byte octet, List<String> heard) {
    if (!requestsUnderstood) {
      return;
    }
    switch (requests.accept(octet)) {
      case NEED_MORE -> {}
      case REQUEST -> {
        Request request = requests.request();
        heard.add(words(request));
        unanswered.add(request);
        requestsUnderstood = unanswered.size() < MAX_UNANSWERED;
      }
      case ILLEGAL -> {
        requestsUnderstood = false;
        heard.add("no WWEP request: " + requests.reason().rule());
      }
    }
  }

  private void hearAnswer(byte octet, List<String> heard) {
    if (!answersUnderstood) {
      return;
    }
    answer = Arrays.copyOf(answer, answer.length + 1);
    answer[answer.length - 1] = octet;
    Request asked = unanswered.peek();
    if (asked == null) {
      // What was asked was no request, or nothing: such an answer is the last one.
      answersUnderstood = false;
      heard.add(octet == Reply.Refused.OCTET ? "refused" : "no WWEP answer: nothing was asked");
      return;
    }
    switch (Answer.judge(asked, answer)) {
      case Answer.Incomplete _ -> {}
      case Answer.Accepted(var reply, _) ->
          answered(
              "done: register %02X of device %04X holds %04X"
                  .formatted(reply.register(), reply.device(), reply.value()),
              heard);
      case Answer.Refused _ -> answered("refused", heard);
      case Answer.Malformed malformed -> {
        answersUnderstood = false;
        heard.add("no WWEP answer: " + malformed.message());
      }
    }
  }

  private void answered(String words, List<String> heard) {
    unanswered.remove();
    answer = new byte[0];
    heard.add(words);
  }

  private static String words(Request request) {
    return switch (request) {
      case Request.Read(int device, int register) ->
          "read register %02X of device %04X".formatted(register, device);
      case Request.Write(int device, int register, int value) ->
          "write %04X to register %02X of device %04X".formatted(value, register, device);
    };
  }
}
