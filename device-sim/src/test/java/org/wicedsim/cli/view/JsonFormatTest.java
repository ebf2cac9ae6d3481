package org.wicedsim.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wicedsim.hal.Event;
import org.wicedsim.hal.EventStream.Stamped;
import org.wicedsim.hal.HalEvent;
import org.wicedsim.hal.Ipv4Address;
import org.wicedsim.hal.Level;
import org.wicedsim.hal.Octets;
import org.wicedsim.wiced.Endpoint;
import org.wicedsim.wiced.Interface;
import org.wicedsim.wiced.SocketState;
import org.wicedsim.wiced.TlsRefusal;
import org.wicedsim.wiced.WicedEvent;
import org.wicedsim.wiced.WicedResult;

class JsonFormatTest {
  private static final Ipv4Address BOARD = Ipv4Address.of(198, 51, 100, 14);
  private static final Endpoint LOCAL = new Endpoint(BOARD, 50_000);
  private static final Endpoint REMOTE = new Endpoint(Ipv4Address.of(198, 51, 100, 3), 27_708);

  static List<Event> oneOfEachKind() {
    Octets data = Octets.of("W01D6050001");
    return List.of(
        new HalEvent.ButtonContact(1, true),
        new HalEvent.PinEdge(10, Level.LOW),
        new HalEvent.LedLight(1, true),
        new HalEvent.LedBrightness(1, 37.5),
        new HalEvent.UartSent(data),
        new HalEvent.UartTyped(data),
        new HalEvent.UartOverrun(3),
        new HalEvent.Diagnostic("small-stack", "too small"),
        new WicedEvent.SdkCall("wiced_init", "", WicedResult.SUCCESS, "app.c:43"),
        new WicedEvent.NetworkUp(Interface.STA, BOARD),
        new WicedEvent.NetworkDown(Interface.STA),
        new WicedEvent.SocketChanged(1, SocketState.CONNECTED, LOCAL, REMOTE),
        new WicedEvent.SegmentSent(1, false, data),
        new WicedEvent.SegmentReceived(1, true, data),
        new WicedEvent.SegmentDropped(1, 11, 3),
        new WicedEvent.PacketChanged(WicedEvent.Pool.TRANSMIT, 1, 2, 1),
        new WicedEvent.TlsEstablished(1, "TLSv1.3", "TLS_AES_128_GCM_SHA256"),
        new WicedEvent.TlsRefused(1, new TlsRefusal(TlsRefusal.Reason.EXPIRED, "yesterday")),
        new WicedEvent.FirmwareState("Ready", "LED off"),
        new WicedEvent.FirmwareCrashed("t", "NullPointerException", List.of("f (app.c:43)")));
  }

  @ParameterizedTest
  @MethodSource("oneOfEachKind")
  void everyEventIsOneObjectOnALineOfItsOwn(Event event) {
    String printed = print(event);

    assertThat(printed).endsWith("}" + System.lineSeparator());
    assertThat(printed.lines()).hasSize(1);
    JsonObject object = JsonParser.parseString(printed).getAsJsonObject();
    assertThat(object.get("number").getAsLong()).isEqualTo(7);
    assertThat(object.get("nanos").getAsLong()).isEqualTo(1_234);
  }

  // A kind of event that is new must be printed, and documented.
  @Test
  void thereIsAnExampleOfEveryKindAndEachIsInTheDocumentation() throws IOException {
    List<Class<?>> kinds =
        Stream.of(HalEvent.class, WicedEvent.class)
            .<Class<?>>flatMap(sealedType -> Stream.of(sealedType.getPermittedSubclasses()))
            .toList();
    assertThat(oneOfEachKind().stream().<Class<?>>map(Event::getClass))
        .containsExactlyInAnyOrderElementsOf(kinds);

    String page = Files.readString(Path.of("../docs/events.md"));
    assertThat(oneOfEachKind())
        .allSatisfy(event ->
            assertThat(page).contains("`" + parse(print(event)).get("event").getAsString() + "`"));
  }

  @Test
  void octetsThatCannotBePrintedAreEscaped() {
    String printed =
        print(new HalEvent.UartSent(Octets.of(new byte[] {'A', '\n', (byte) 0xFF, 0x1B, '"'})));

    assertThat(parse(printed).get("data").getAsString()).isEqualTo("A\\n\\xFF\\x1B\"");
  }

  @Test
  void aResultIsTheNumberThatCCodeSees() {
    String printed =
        print(
            new WicedEvent.SdkCall("wiced_tcp_connect", "", WicedResult.SOCKET_CLOSED, "app.c:43"));

    assertThat(parse(printed).get("result").getAsInt()).isEqualTo(7014);
  }

  private static JsonObject parse(String line) {
    return JsonParser.parseString(line).getAsJsonObject();
  }

  private static String print(Event event) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    new JsonFormat().print(new Stamped(7, 1_234, event), out);
    out.flush();
    return text.toString();
  }
}
