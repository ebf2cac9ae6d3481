package org.wicedsim.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.wicedsim.hal.Event;
import org.wicedsim.hal.EventStream.Stamped;
import org.wicedsim.hal.HalEvent;
import org.wicedsim.hal.Octets;
import org.wicedsim.wiced.WicedEvent;
import org.wicedsim.wiced.WicedResult;

class JsonFormatTest {
  @Test
  void anEventIsOneObjectOnALineOfItsOwn() {
    String printed = print(new HalEvent.Diagnostic("small-stack", "a\nb"));

    assertThat(printed).endsWith("}" + System.lineSeparator());
    assertThat(printed.lines()).hasSize(1);
    JsonObject object = parse(printed);
    assertThat(object.get("number").getAsLong()).isEqualTo(7);
    assertThat(object.get("nanos").getAsLong()).isEqualTo(1_234);
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
