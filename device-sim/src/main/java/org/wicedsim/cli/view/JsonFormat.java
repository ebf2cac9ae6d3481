package org.wicedsim.cli.view;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.wicedsim.hal.Event;
import org.wicedsim.hal.EventStream;
import org.wicedsim.hal.HalEvent;
import org.wicedsim.wiced.WicedEvent;

/// One JSON object a line for every event: `number`, `nanos` (the board's time), `event` (what it
/// is, in kebab case), and the event's own fields. Octets are text with `\xHH` for what cannot be
/// printed. docs/events.md lists all of them.
public final class JsonFormat implements EventPrinter.Format {
  @Override
  public void print(EventStream.Stamped stamped, PrintWriter out) {
    StringWriter line = new StringWriter();
    try (JsonWriter json = new JsonWriter(line)) {
      json.beginObject();
      json.name("number").value(stamped.number());
      json.name("nanos").value(stamped.nanos());
      write(stamped.event(), json);
      json.endObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a string cannot be written to", e);
    }
    out.println(line);
  }

  private static void write(Event event, JsonWriter json) throws IOException {
    switch (event) {
      case HalEvent hal -> write(hal, json);
      case WicedEvent wiced -> write(wiced, json);
      default -> json.name("event").value(event.getClass().getSimpleName());
    }
  }

  private static void write(HalEvent event, JsonWriter json) throws IOException {
    switch (event) {
      case HalEvent.ButtonContact(int button, boolean pressed) ->
          named(json, "button-contact").name("button").value(button).name("pressed").value(pressed);
      case HalEvent.PinEdge(var pin, var level) ->
          named(json, "pin-edge").name("pin").value(pin).name("level").value(level.name());
      case HalEvent.LedLight(int led, boolean lit) ->
          named(json, "led-light").name("led").value(led).name("lit").value(lit);
      case HalEvent.LedBrightness(int led, double percent) ->
          named(json, "led-brightness").name("led").value(led).name("percent").value(percent);
      case HalEvent.UartSent(var octets) ->
          named(json, "uart-sent").name("data").value(octets.toString());
      case HalEvent.UartTyped(var octets) ->
          named(json, "uart-typed").name("data").value(octets.toString());
      case HalEvent.UartOverrun(int lost) ->
          named(json, "uart-overrun").name("lostOctets").value(lost);
      case HalEvent.Diagnostic(String code, String message) ->
          named(json, "diagnostic").name("code").value(code).name("message").value(message);
    }
  }

  private static void write(WicedEvent event, JsonWriter json) throws IOException {
    switch (event) {
      case WicedEvent.SdkCall(String function, String arguments, var result, String site) -> {
        named(json, "sdk-call").name("function").value(function);
        json.name("arguments").value(arguments).name("result").value(result.code());
        json.name("site").value(site);
      }
      case WicedEvent.NetworkUp(var on, var address) ->
          named(json, "network-up")
              .name("interface")
              .value(on.name())
              .name("address")
              .value(address.toString());
      case WicedEvent.NetworkDown(var on) ->
          named(json, "network-down").name("interface").value(on.name());
      case WicedEvent.SocketChanged(int socket, var state, var local, var remote) -> {
        named(json, "socket-changed").name("socket").value(socket);
        json.name("state").value(state.name());
        json.name("local").value(local.toString()).name("remote").value(remote.toString());
      }
      case WicedEvent.SegmentSent(int socket, boolean tls, var data) -> {
        named(json, "segment-sent").name("socket").value(socket);
        json.name("tls").value(tls).name("data").value(data.toString());
      }
      case WicedEvent.SegmentReceived(int socket, boolean tls, var data) -> {
        named(json, "segment-received").name("socket").value(socket);
        json.name("tls").value(tls).name("data").value(data.toString());
      }
      case WicedEvent.SegmentDropped(int socket, int octets, long dropped) -> {
        named(json, "segment-dropped").name("socket").value(socket);
        json.name("octets").value(octets).name("dropped").value(dropped);
      }
      case WicedEvent.PacketChanged(var pool, int packet, int references, int free) -> {
        named(json, "packet-changed").name("pool").value(pool.name());
        json.name("packet").value(packet).name("references").value(references);
        json.name("free").value(free);
      }
      case WicedEvent.TlsEstablished(int socket, String protocol, String suite) -> {
        named(json, "tls-established").name("socket").value(socket);
        json.name("protocol").value(protocol).name("cipherSuite").value(suite);
      }
      case WicedEvent.TlsRefused(int socket, var refusal) -> {
        named(json, "tls-refused").name("socket").value(socket);
        json.name("reason").value(refusal.reason().code()).name("detail").value(refusal.detail());
      }
      case WicedEvent.FirmwareState(String state, String detail) ->
          named(json, "firmware-state").name("state").value(state).name("detail").value(detail);
      case WicedEvent.FirmwareCrashed(String thread, String cause, var stack) -> {
        named(json, "firmware-crashed").name("thread").value(thread).name("cause").value(cause);
        json.name("stack").beginArray();
        for (String call : stack) {
          json.value(call);
        }
        json.endArray();
      }
    }
  }

  private static JsonWriter named(JsonWriter json, String event) throws IOException {
    return json.name("event").value(event);
  }
}
