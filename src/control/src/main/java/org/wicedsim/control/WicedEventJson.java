package org.wicedsim.control;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.wicedsim.wiced.Interface;
import org.wicedsim.wiced.SocketState;
import org.wicedsim.wiced.TlsRefusal;
import org.wicedsim.wiced.WicedEvent;
import org.wicedsim.wiced.WicedResult;

/// The events of the SDK and of the board's network as JSON.
final class WicedEventJson {
  private static final Map<Integer, WicedResult> RESULTS =
      Arrays.stream(WicedResult.values())
          .collect(Collectors.toMap(WicedResult::code, Function.identity()));

  private static final Map<String, TlsRefusal.Reason> REASONS =
      Arrays.stream(TlsRefusal.Reason.values())
          .collect(Collectors.toMap(TlsRefusal.Reason::code, Function.identity()));

  private WicedEventJson() {}

  static void write(WicedEvent event, JsonText json) {
    switch (event) {
      case WicedEvent.SdkCall(String function, String arguments, var result, String site) -> {
        named(json, "sdk-call").field("function", function).field("arguments", arguments);
        json.field("result", result.code()).field("site", site);
      }
      case WicedEvent.NetworkUp(var on, var address) -> {
        named(json, "network-up").field("interface", on.name());
        json.field("address", address.toString());
      }
      case WicedEvent.NetworkDown(var on) ->
          named(json, "network-down").field("interface", on.name());
      case WicedEvent.SocketChanged(int socket, var state, var local, var remote) -> {
        named(json, "socket-changed").field("socket", socket).field("state", state.name());
        json.field("local", local.toString()).field("remote", remote.toString());
      }
      case WicedEvent.SegmentSent(int socket, boolean tls, var data) ->
          named(json, "segment-sent").field("socket", socket).field("tls", tls).field("data", data);
      case WicedEvent.SegmentReceived(int socket, boolean tls, var data) -> {
        named(json, "segment-received").field("socket", socket);
        json.field("tls", tls).field("data", data);
      }
      case WicedEvent.SegmentDropped(int socket, int octets, long dropped) -> {
        named(json, "segment-dropped").field("socket", socket);
        json.field("octets", octets).field("dropped", dropped);
      }
      case WicedEvent.PacketChanged(var pool, int packet, int references, int free) -> {
        named(json, "packet-changed").field("pool", pool.name()).field("packet", packet);
        json.field("references", references).field("free", free);
      }
      case WicedEvent.TlsEstablished(int socket, String protocol, String suite) -> {
        named(json, "tls-established").field("socket", socket);
        json.field("protocol", protocol).field("cipherSuite", suite);
      }
      case WicedEvent.TlsRefused(int socket, TlsRefusal(var reason, String detail)) -> {
        named(json, "tls-refused").field("socket", socket);
        json.field("reason", reason.code()).field("detail", detail);
      }
      case WicedEvent.FirmwareState(String state, String detail) ->
          named(json, "firmware-state").field("state", state).field("detail", detail);
      case WicedEvent.FirmwareCrashed(String thread, String cause, List<String> stack) -> {
        named(json, "firmware-crashed").field("thread", thread);
        json.field("cause", cause).field("stack", stack);
      }
    }
  }

  /// Reads an event.
  ///
  /// @throws ControlException MALFORMED also when there is no such event
  static WicedEvent read(String kind, Fields fields) throws ControlException {
    return switch (kind) {
      case "sdk-call" ->
          new WicedEvent.SdkCall(
              fields.text("function"),
              fields.text("arguments"),
              known(RESULTS, fields.integer("result"), "result"),
              fields.text("site"));
      case "network-up" -> new WicedEvent.NetworkUp(on(fields), fields.address("address"));
      case "network-down" -> new WicedEvent.NetworkDown(on(fields));
      case "socket-changed" ->
          new WicedEvent.SocketChanged(
              fields.integer("socket"),
              fields.constant("state", SocketState.class),
              fields.endpoint("local"),
              fields.endpoint("remote"));
      case "segment-sent" ->
          new WicedEvent.SegmentSent(
              fields.integer("socket"), fields.flag("tls"), fields.octets("data"));
      case "segment-received" ->
          new WicedEvent.SegmentReceived(
              fields.integer("socket"), fields.flag("tls"), fields.octets("data"));
      case "segment-dropped" ->
          new WicedEvent.SegmentDropped(
              fields.integer("socket"), fields.integer("octets"), fields.number("dropped"));
      case "packet-changed" ->
          new WicedEvent.PacketChanged(
              fields.constant("pool", WicedEvent.Pool.class),
              fields.integer("packet"),
              fields.integer("references"),
              fields.integer("free"));
      case "tls-established" ->
          new WicedEvent.TlsEstablished(
              fields.integer("socket"), fields.text("protocol"), fields.text("cipherSuite"));
      case "tls-refused" ->
          new WicedEvent.TlsRefused(
              fields.integer("socket"),
              new TlsRefusal(
                  known(REASONS, fields.text("reason"), "reason"), fields.text("detail")));
      case "firmware-state" ->
          new WicedEvent.FirmwareState(fields.text("state"), fields.text("detail"));
      case "firmware-crashed" ->
          new WicedEvent.FirmwareCrashed(
              fields.text("thread"), fields.text("cause"), fields.texts("stack"));
      default -> throw ControlException.malformed("there is no event '%s'".formatted(kind));
    };
  }

  private static Interface on(Fields fields) throws ControlException {
    return fields.constant("interface", Interface.class);
  }

  private static <K, V> V known(Map<K, V> all, K key, String name) throws ControlException {
    V value = all.get(key);
    if (value == null) {
      throw ControlException.malformed("the field '%s': %s is unknown".formatted(name, key));
    }
    return value;
  }

  private static JsonText named(JsonText json, String event) {
    return json.field("event", event);
  }
}
