package org.wicedsim.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wicedsim.hal.Event;
import org.wicedsim.hal.EventStream.Stamped;
import org.wicedsim.hal.HalEvent;
import org.wicedsim.hal.Octets;
import org.wicedsim.wiced.TlsRefusal;
import org.wicedsim.wiced.WicedEvent;
import org.wicedsim.wiced.WicedResult;

class EventJsonTest {
  private static final int SAMPLES_OF_EACH_KIND = 200;

  private final EventJson json = new EventJson();

  static List<Class<?>> kinds() {
    return Samples.kinds();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void everyEventIsReadAsItWasWritten(Class<?> kind) throws ControlException {
    Samples samples = new Samples(kind.getName().hashCode());

    for (int i = 0; i < SAMPLES_OF_EACH_KIND; i++) {
      Stamped event = new Stamped(i, Long.MAX_VALUE - i, samples.event(kind));
      assertThat(EventJson.read(json.write(event))).isEqualTo(event);
    }
  }

  // Wire numbers that share an enumerator would make it lose its identity.
  @ParameterizedTest
  @EnumSource
  void everyResultIsReadAsItWasWritten(WicedResult result) throws ControlException {
    Stamped event = stamped(new WicedEvent.SdkCall("f", "", result, "app.c:1"));

    assertThat(EventJson.read(json.write(event))).isEqualTo(event);
  }

  @ParameterizedTest
  @EnumSource
  void everyReasonIsReadAsItWasWritten(TlsRefusal.Reason reason) throws ControlException {
    Stamped event = stamped(new WicedEvent.TlsRefused(1, new TlsRefusal(reason, "why")));

    assertThat(EventJson.read(json.write(event))).isEqualTo(event);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void everyKindAndEachOfItsFieldsIsInTheDocumentation(Class<?> kind) throws IOException {
    String page = Files.readString(Path.of("../../docs/events.md"));
    JsonObject event =
        JsonParser.parseString(json.write(stamped(new Samples(1).event(kind)))).getAsJsonObject();

    assertThat(page).contains("`" + event.get("event").getAsString() + "`");
    assertThat(event.keySet()).allSatisfy(field -> assertThat(page).contains("`" + field + "`"));
  }

  // The reused memory grows with a large event, and must not show in the next one.
  @Test
  void aSmallEventBehindALargeOneIsWhole() throws ControlException {
    Stamped large = stamped(new HalEvent.UartSent(Octets.of("x".repeat(1_000_000))));
    Stamped small = stamped(new HalEvent.LedLight(1, true));

    assertThat(EventJson.read(json.write(large))).isEqualTo(large);
    assertThat(json.write(small))
        .isEqualTo("{\"number\":1,\"nanos\":2,\"event\":\"led-light\",\"led\":1,\"lit\":true}");
  }

  @Test
  void fieldsOfANewerWriterAreIgnored() throws ControlException {
    String line =
        "{\"number\":1,\"nanos\":2,\"event\":\"led-light\",\"led\":1,\"lit\":true,\"hue\":[{}]}";

    assertThat(EventJson.read(line)).isEqualTo(stamped(new HalEvent.LedLight(1, true)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "null",
        "[]",
        "17",
        "nonsense",
        "{}",
        "{}{}",
        "{'number':1}",
        "{\"number\":1,\"nanos\":2}",
        "{\"number\":1,\"nanos\":2,\"event\":\"moon-light\"}",
        "{\"number\":1,\"nanos\":2,\"event\":\"led-light\",\"led\":1}",
        "{\"number\":1,\"nanos\":2,\"event\":\"led-light\",\"led\":\"1\",\"lit\":true}",
        "{\"number\":1,\"nanos\":2,\"event\":\"led-light\",\"led\":1.5,\"lit\":true}",
        "{\"number\":1,\"nanos\":2,\"event\":\"led-light\",\"led\":4294967297,\"lit\":true}",
        "{\"number\":1,\"nanos\":2,\"event\":\"led-light\",\"led\":null,\"lit\":true}",
        "{\"number\":1,\"nanos\":2,\"event\":\"led-light\",\"led\":1,\"lit\":\"true\"}",
        "{\"number\":1,\"nanos\":2,\"event\":\"uart-sent\",\"data\":\"\\\\x4\"}",
        "{\"number\":1,\"nanos\":2,\"event\":\"uart-sent\",\"data\":\"\\\\q\"}",
        "{\"number\":1,\"nanos\":2,\"event\":\"uart-sent\",\"data\":\"é\"}",
        "{\"number\":1,\"nanos\":2,\"event\":\"network-down\",\"interface\":\"LTE\"}",
        "{\"number\":1,\"nanos\":2,\"event\":\"tls-refused\",\"socket\":1,\"reason\":\"x\"}",
      })
  void nonsenseIsRefused(String line) {
    assertThatExceptionOfType(ControlException.class)
        .isThrownBy(() -> EventJson.read(line))
        .returns(ControlException.Kind.MALFORMED, ControlException::kind);
  }

  // Truncation at every octet: never another error, and never an event.
  @ParameterizedTest
  @MethodSource("kinds")
  void aLineThatWasCutOffIsRefused(Class<?> kind) {
    String line = json.write(stamped(new Samples(3).event(kind)));

    for (int end = 0; end < line.length(); end++) {
      String cut = line.substring(0, end);
      assertThatExceptionOfType(ControlException.class).isThrownBy(() -> EventJson.read(cut));
    }
  }

  private static Stamped stamped(Event event) {
    return new Stamped(1, 2, event);
  }
}
