package org.wicedsim.wicedc;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wicedsim.hal.DctContent;
import org.wicedsim.hal.Ipv4Address;
import org.wicedsim.hal.MacAddress;
import org.wicedsim.wiced.Binding;
import org.wicedsim.wiced.Interface;
import org.wicedsim.wiced.IpSettings;
import org.wicedsim.wiced.Network;
import org.wicedsim.wiced.NetworkConfig;
import org.wicedsim.wiced.Wiced;
import org.wicedsim.wiced.WicedResult;

/// Answers the calls about interfaces, addresses and names.
final class NetworkCalls {
  private static final int IPV6 = 6;

  private final Wiced wiced;
  private final Network network;
  private final Binding binding;
  private final NativeCode code;
  private final List<Subscription> subscriptions = new ArrayList<>();

  NetworkCalls(Session session) {
    wiced = session.wiced();
    network = wiced.network();
    binding = session.binding();
    code = session.code();
  }

  /// The result of a call, as C gets it.
  long answer(NetworkCall call, Slots slots) {
    return switch (call) {
      case WICED_NETWORK_UP -> up(slots);
      case WICED_NETWORK_DOWN ->
          on(call, slots.int32(0)).map(network::down).orElse(WicedResult.SUCCESS).code();
      case WICED_NETWORK_IS_UP -> truth(on(call, slots.int32(0)).map(network::isUp).orElse(false));
      case WICED_NETWORK_IS_IP_UP ->
          truth(on(call, slots.int32(0)).map(network::isIpUp).orElse(false));
      case WICED_NETWORK_UP_DEFAULT -> upDefault(slots);
      case WICED_NETWORK_REGISTER_LINK_CALLBACK -> registerLinkCallback(slots);
      case WICED_NETWORK_DEREGISTER_LINK_CALLBACK -> deregisterLinkCallback(slots);
      case WICED_NETWORK_SET_HOSTNAME -> setHostname(slots);
      case WICED_NETWORK_GET_HOSTNAME -> getHostname(slots);
      case WICED_WIFI_GET_MAC_ADDRESS -> macAddress(slots);
      case WICED_IP_GET_IPV4_ADDRESS -> address(call, slots, network::ipv4Address);
      case WICED_IP_GET_NETMASK -> address(call, slots, network::netmask);
      case WICED_IP_GET_GATEWAY_ADDRESS -> address(call, slots, network::gateway);
      case WICED_HOSTNAME_LOOKUP -> lookup(slots);
      case WICED_PING -> ping(slots);
    };
  }

  /// Slots: interface, configuration, and the settings.
  private int up(Slots slots) {
    NetworkCall call = NetworkCall.WICED_NETWORK_UP;
    Optional<Interface> on = on(call, slots.int32(0));
    Optional<NetworkConfig> config = config(slots.int32(1));
    if (on.isPresent() && config.isEmpty()) {
      binding.diagnose(
          "interface",
          "%s: %d is no wiced_network_config_t".formatted(call.function(), slots.int32(1)));
    }
    return on.isPresent() && config.isPresent()
        ? network.up(on.get(), config.get(), settings(slots, 2)).code()
        : returned(call, WicedResult.ERROR, slots.int32(0), slots.int32(1));
  }

  /// Slots: the way back of the interface, and the settings.
  private int upDefault(Slots slots) {
    network.defaultInterface().ifPresent(on -> slots.set(0, number(on)));
    return network.upDefault(settings(slots, 1)).code();
  }

  /// Slots: function and argument for up, those for down, interface.
  private int registerLinkCallback(Slots slots) {
    NetworkCall call = NetworkCall.WICED_NETWORK_REGISTER_LINK_CALLBACK;
    Optional<Interface> on = on(call, slots.int32(4));
    if (on.isEmpty()) {
      return returned(call, WicedResult.ERROR, slots.int32(4));
    }
    Subscription subscription =
        new Subscription(
            on.get(),
            new LinkCallback(slots.get(0), slots.get(1)),
            new LinkCallback(slots.get(2), slots.get(3)));
    WicedResult result =
        network.registerLinkCallback(
            on.get(), subscription.up().ofFirmware(), subscription.down().ofFirmware());
    if (result.isSuccess()) {
      synchronized (subscriptions) {
        subscriptions.add(subscription);
      }
    }
    return result.code();
  }

  /// Slots: function for up, that for down, interface. The first subscription with these goes.
  private int deregisterLinkCallback(Slots slots) {
    NetworkCall call = NetworkCall.WICED_NETWORK_DEREGISTER_LINK_CALLBACK;
    Optional<Subscription> subscription =
        on(call, slots.int32(2)).flatMap(on -> forget(on, slots.get(0), slots.get(1)));
    return subscription
        .map(found ->
            network
                .deregisterLinkCallback(
                    found.on(), found.up().ofFirmware(), found.down().ofFirmware())
                .code())
        .orElseGet(() -> returned(call, WicedResult.SUCCESS, slots.int32(2)));
  }

  private Optional<Subscription> forget(Interface on, long up, long down) {
    synchronized (subscriptions) {
      Optional<Subscription> found =
          subscriptions.stream()
              .filter(subscription ->
                  subscription.on() == on
                      && subscription.up().function() == up
                      && subscription.down().function() == down)
              .findFirst();
      found.ifPresent(subscriptions::remove);
      return found;
    }
  }

  /// Slots: the name.
  private int setHostname(Slots slots) {
    return network.setHostname(string(slots, 0)).code();
  }

  /// Slots: an array for the name and its NUL.
  private int getHostname(Slots slots) {
    byte[] name = network.hostname().getBytes(StandardCharsets.UTF_8);
    int octets = DctContent.MAX_HOSTNAME_OCTETS + 1;
    NativeMemory.put(slots.get(0), Arrays.copyOf(name, octets), octets);
    return WicedResult.SUCCESS.code();
  }

  /// Slots: six octets of memory.
  private int macAddress(Slots slots) {
    MacAddress mac = wiced.macAddress();
    byte[] octets = new byte[6];
    for (int i = 0; i < octets.length; i++) {
      octets[i] = (byte) mac.octet(i);
    }
    NativeMemory.put(slots.get(0), octets, octets.length);
    return WicedResult.SUCCESS.code();
  }

  /// Slots: interface, which makes place for the address.
  private int address(NetworkCall call, Slots slots, Function<Interface, Ipv4Address> question) {
    Ipv4Address address = on(call, slots.int32(0)).map(question).orElse(new Ipv4Address(0));
    slots.set(0, Integer.toUnsignedLong(address.bits()));
    return WicedResult.SUCCESS.code();
  }

  /// Slots: the name, time-out, interface. The address comes back in the first one.
  private int lookup(Slots slots) {
    NetworkCall call = NetworkCall.WICED_HOSTNAME_LOOKUP;
    String name = string(slots, 0);
    long timeoutMs = slots.uint32(1);
    Optional<Interface> on = on(call, slots.int32(2));
    if (on.isEmpty()) {
      return returned(call, WicedResult.NOTUP, name, timeoutMs, slots.int32(2));
    }
    Network.Lookup lookup = network.hostnameLookup(name, timeoutMs, on.get());
    if (lookup instanceof Network.Lookup.Found found) {
      slots.set(0, Integer.toUnsignedLong(found.address().bits()));
    }
    return lookup.result().code();
  }

  /// Slots: interface, IP version, address, time-out. The time in ms comes back in the first one.
  private int ping(Slots slots) {
    NetworkCall call = NetworkCall.WICED_PING;
    Optional<Interface> on = on(call, slots.int32(0));
    if (on.isEmpty() || slots.int32(1) == IPV6) {
      WicedResult result = on.isEmpty() ? WicedResult.NOTUP : WicedResult.UNSUPPORTED;
      return returned(call, result, slots.int32(0), slots.address(2), slots.uint32(3));
    }
    Network.Ping ping = network.ping(on.get(), slots.address(2), slots.uint32(3));
    slots.set(0, ping.elapsedMs());
    return ping.result().code();
  }

  /// The settings in four slots: whether there are any, address, netmask, gateway.
  private static @Nullable IpSettings settings(Slots slots, int first) {
    return slots.bool(first)
        ? new IpSettings(
            slots.address(first + 1), slots.address(first + 2), slots.address(first + 3))
        : null;
  }

  /// A string of C; NULL is an empty one.
  private static String string(Slots slots, int slot) {
    long address = slots.get(slot);
    return address == 0 ? "" : NativeMemory.string(address);
  }

  /// The interface with this `wiced_interface_t`; where the board has none, a diagnostic says so.
  private Optional<Interface> on(NetworkCall call, int number) {
    Optional<Interface> on = Interfaces.of(number);
    if (on.isEmpty()) {
      binding.diagnose(
          "interface",
          "%s: the board has no interface %d: it has WICED_STA_INTERFACE, WICED_AP_INTERFACE and"
                  .formatted(call.function(), number)
              + " WICED_ETHERNET_INTERFACE");
    }
    return on;
  }

  private static int number(Interface on) {
    return switch (on) {
      case STA -> 0;
      case AP -> 1;
      case ETHERNET -> 3;
    };
  }

  private static Optional<NetworkConfig> config(int number) {
    return switch (number) {
      // WICED_USE_EXTERNAL_DHCP_SERVER_RESTORE: no lease outlives a start here.
      case 0, 3 -> Optional.of(NetworkConfig.EXTERNAL_DHCP_SERVER);
      case 1 -> Optional.of(NetworkConfig.STATIC_IP);
      case 2 -> Optional.of(NetworkConfig.INTERNAL_DHCP_SERVER);
      default -> Optional.empty();
    };
  }

  private int returned(NetworkCall call, WicedResult result, Object... arguments) {
    return binding.returned(call.function(), result, arguments).code();
  }

  private static int truth(boolean value) {
    return value ? 1 : 0;
  }

  /// What `wiced_network_register_link_callback` was given.
  private record Subscription(Interface on, LinkCallback up, LinkCallback down) {}

  /// A function of the firmware; 0 for none.
  private final class LinkCallback implements Runnable {
    private final long function;
    private final long argument;

    LinkCallback(long function, long argument) {
      this.function = function;
      this.argument = argument;
    }

    long function() {
      return function;
    }

    @Nullable Runnable ofFirmware() {
      return function == 0 ? null : this;
    }

    @Override
    public void run() {
      code.call(function, argument, 0);
    }
  }
}
