package org.wicedsim.wiced.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.wicedsim.hal.Event;
import org.wicedsim.hal.EventStream;
import org.wicedsim.hal.HalEvent;
import org.wicedsim.wiced.WicedEvent;
import org.wicedsim.wiced.WicedResult;

/// Remembers every event of a board.
public final class EventLog implements EventStream.Subscriber {
  private final List<Event> seen = new ArrayList<>();

  @Override
  public synchronized void onEvent(EventStream.Stamped event) {
    seen.add(event.event());
  }

  /// All events so far, in order.
  public synchronized List<Event> all() {
    return List.copyOf(seen);
  }

  /// The events of one kind so far, in order.
  public <E extends Event> List<E> all(Class<E> kind) {
    return all().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /// Waits for the first event of a kind that fits, which may have come already.
  public <E extends Event> E await(Class<E> kind, Predicate<E> fits) {
    Awaitility.await()
        .untilAsserted(
            () -> assertThat(all(kind)).as("events of %s", kind.getSimpleName()).anyMatch(fits));
    return all(kind).stream().filter(fits).findFirst().orElseThrow();
  }

  /// Waits for the first event of a kind.
  public <E extends Event> E await(Class<E> kind) {
    return await(kind, _ -> true);
  }

  /// Waits for a diagnostic, and gives its message.
  public String awaitDiagnostic(String code) {
    return await(HalEvent.Diagnostic.class, diagnostic -> diagnostic.code().equals(code)).message();
  }

  /// The codes of all diagnostics so far.
  public List<String> diagnosticCodes() {
    return all(HalEvent.Diagnostic.class).stream().map(HalEvent.Diagnostic::code).toList();
  }

  /// Everything that the console has shown so far.
  public String console() {
    StringBuilder text = new StringBuilder();
    all(HalEvent.UartSent.class).forEach(sent -> text.append(sent.octets().utf8()));
    return text.toString();
  }

  /// The SDK calls so far, wherever in the source they stand.
  public List<WicedEvent.SdkCall> calls() {
    return all(WicedEvent.SdkCall.class).stream()
        .map(call -> call(call.function(), call.arguments(), call.result()))
        .toList();
  }

  /// A call as [#calls()] shows it.
  public static WicedEvent.SdkCall call(String function, String arguments, WicedResult result) {
    return new WicedEvent.SdkCall(function, arguments, result, "");
  }

  /// The results of one SDK function so far.
  public List<WicedResult> resultsOf(String function) {
    return all(WicedEvent.SdkCall.class).stream()
        .filter(call -> call.function().equals(function))
        .map(WicedEvent.SdkCall::result)
        .toList();
  }
}
