package org.wicedsim.wiced;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wicedsim.hal.Ipv4Address;

/// Network management, addresses, name look-up and ping (`wiced_management.h`, SPEC 2.6).
///
/// Interfaces are independent of each other: each has a link of its own, and an address of its own.
public final class Network {
  /// How long an interface waits for an address that it does not get
  /// (`WICED_DHCP_IP_ADDRESS_RESOLUTION_TIMEOUT`). Firmware asks again and again.
  static final long ADDRESS_TIMEOUT_MS = 15_000;

  private static final long NANOS_PER_MS = 1_000_000;

  private final Sdk sdk;
  private final Console console;
  private final LanAccess access;
  private final WifiJoin join;
  private final Addresses addresses;
  private final Resolver resolver;
  private final NetworkSection section;
  private final LinkCallbacks callbacks;
  private final Map<Interface, Link> links = new EnumMap<>(Interface.class);
  private boolean closed;

  Network(Sdk sdk, Rtos rtos, Console console, LanAccess access) {
    this.sdk = sdk;
    this.console = console;
    this.access = access;
    join = new WifiJoin(sdk, console, access.description().accessPoints());
    addresses = new Addresses(sdk, access);
    resolver = new Resolver(sdk, access.description().hosts());
    section = new NetworkSection(sdk);
    callbacks = new LinkCallbacks(sdk, rtos);
  }

  /// Brings an interface up without settings of its own: see [#up(Interface, NetworkConfig,
  /// IpSettings)].
  public WicedResult up(Interface on, NetworkConfig config) {
    return up(on, config, null);
  }

  /// Brings an interface up (`wiced_network_up`); nothing happens when it is up already.
  ///
  /// As a station the board first joins an access point that is stored in its DCT. On the virtual
  /// LAN any access point is there, unless the LAN file names them (SPEC 2.6).
  ///
  /// @param settings needed for all but EXTERNAL_DHCP_SERVER, which ignores them
  /// @return SUCCESS; NO_STORED_AP_IN_DCT, or the reason why no access point lets the board join;
  ///   BADARG without settings where they are needed; ERROR after 15 s when there is no address to
  ///   get, or somebody on the LAN has it
  public WicedResult up(Interface on, NetworkConfig config, @Nullable IpSettings settings) {
    WicedResult result = link(on).isPresent() ? WicedResult.SUCCESS : tryUp(on, config, settings);
    return sdk.returned("wiced_network_up", result, on, config);
  }

  /// Brings up the interface that the network section of the DCT names
  /// (`wiced_network_up_default`): as a station or by wire with an address from the LAN, as an
  /// access point with its own.
  ///
  /// @param accessPointSettings needed if the interface is an access point, else ignored
  /// @return what [#up(Interface, NetworkConfig, IpSettings)] gave; BADOPTION when the section
  ///   names no interface that the board has
  public WicedResult upDefault(@Nullable IpSettings accessPointSettings) {
    WicedResult result =
        defaultInterface()
            .map(on ->
                on == Interface.AP
                    ? up(on, NetworkConfig.INTERNAL_DHCP_SERVER, accessPointSettings)
                    : up(on, NetworkConfig.EXTERNAL_DHCP_SERVER))
            .orElse(WicedResult.BADOPTION);
    return sdk.returned("wiced_network_up_default", result);
  }

  /// The interface that the network section of the DCT names; empty for one that this board lacks.
  public Optional<Interface> defaultInterface() {
    return section.defaultInterface();
  }

  /// Has the SDK call the firmware whenever an interface has gone up or down
  /// (`wiced_network_register_link_callback`), on the networking worker; null for what it does not
  /// want to hear of.
  ///
  /// @return SUCCESS; ERROR when the interface has five subscriptions already
  public WicedResult registerLinkCallback(
      Interface on, @Nullable Runnable up, @Nullable Runnable down) {
    boolean registered = callbacks.register(on, up, down);
    return sdk.returned(
        "wiced_network_register_link_callback",
        registered ? WicedResult.SUCCESS : WicedResult.ERROR,
        on);
  }

  /// Ends a subscription of [#registerLinkCallback] (`wiced_network_deregister_link_callback`).
  ///
  /// @param up as it was registered, or equal to that; so is `down`
  /// @return SUCCESS, even when there is no such subscription
  public WicedResult deregisterLinkCallback(
      Interface on, @Nullable Runnable up, @Nullable Runnable down) {
    callbacks.deregister(on, up, down);
    return sdk.returned("wiced_network_deregister_link_callback", WicedResult.SUCCESS, on);
  }

  /// Takes an interface down (`wiced_network_down`); SUCCESS even when it was not up.
  public WicedResult down(Interface on) {
    Link link;
    synchronized (links) {
      link = links.remove(on);
    }
    if (link != null) {
      link.close();
      if (sdk.events().isObserved()) {
        sdk.events().publish(new WicedEvent.NetworkDown(on));
      }
      callbacks.onDown(on);
    }
    return sdk.returned("wiced_network_down", WicedResult.SUCCESS, on);
  }

  /// Whether the interface is up (`wiced_network_is_up`).
  public boolean isUp(Interface on) {
    sdk.returned("wiced_network_is_up", WicedResult.SUCCESS, on);
    return link(on).isPresent();
  }

  /// Whether the interface has an address (`wiced_network_is_ip_up`): here it has one whenever it
  /// is up.
  public boolean isIpUp(Interface on) {
    sdk.returned("wiced_network_is_ip_up", WicedResult.SUCCESS, on);
    return link(on).isPresent();
  }

  /// The interface's own address (`wiced_ip_get_ipv4_address`); 0.0.0.0 while it is down.
  public Ipv4Address ipv4Address(Interface on) {
    sdk.returned("wiced_ip_get_ipv4_address", WicedResult.SUCCESS, on);
    return settings(on).address();
  }

  /// The interface's netmask (`wiced_ip_get_netmask`); 0.0.0.0 while it is down.
  public Ipv4Address netmask(Interface on) {
    sdk.returned("wiced_ip_get_netmask", WicedResult.SUCCESS, on);
    return settings(on).netmask();
  }

  /// The interface's gateway (`wiced_ip_get_gateway_address`); 0.0.0.0 while it is down.
  public Ipv4Address gateway(Interface on) {
    sdk.returned("wiced_ip_get_gateway_address", WicedResult.SUCCESS, on);
    return settings(on).gateway();
  }

  /// The address of a host (`wiced_hostname_lookup`): four octets are taken as they are, names come
  /// from the tables of hosts of the board and its LAN. The virtual LAN has no other names.
  ///
  /// @param timeoutMs how long a name server may take; a table of hosts answers at once
  public Lookup hostnameLookup(String hostname, long timeoutMs, Interface on) {
    WicedThread.noteNetworkUse();
    Lookup lookup =
        link(on).map(_ -> resolver.lookup(hostname)).orElse(new Lookup.Failed(WicedResult.NOTUP));
    sdk.returned("wiced_hostname_lookup", lookup.result(), hostname, timeoutMs, on);
    return lookup;
  }

  /// Asks a host for an echo (`wiced_ping`). Whoever has an address on the virtual LAN answers: it
  /// carries no ICMP.
  ///
  /// @param timeoutMs how long to wait for a host that does not answer
  public Ping ping(Interface on, Ipv4Address address, long timeoutMs) {
    Ping ping = tryPing(on, address, timeoutMs);
    sdk.returned("wiced_ping", ping.result(), on, address, timeoutMs);
    return ping;
  }

  /// Names the board for the network (`wiced_network_set_hostname`), in its DCT.
  ///
  /// @param name 1 to 32 octets
  /// @return SUCCESS; BADARG when it is too short or too long; ERROR when it cannot be stored
  public WicedResult setHostname(String name) {
    return sdk.returned("wiced_network_set_hostname", section.setHostname(name), name);
  }

  /// What the board is called (`wiced_network_get_hostname`).
  public String hostname() {
    sdk.returned("wiced_network_get_hostname", WicedResult.SUCCESS);
    return section.hostname();
  }

  /// The link of an interface, while it is up.
  Optional<Link> link(Interface on) {
    synchronized (links) {
      return Optional.ofNullable(links.get(on));
    }
  }

  /// Gives back all addresses, as when the board loses its power.
  void closeAll() {
    synchronized (links) {
      closed = true;
      links.values().forEach(Link::close);
      links.clear();
    }
  }

  private IpSettings settings(Interface on) {
    return link(on).map(Link::settings).orElse(IpSettings.NONE);
  }

  private WicedResult tryUp(Interface on, NetworkConfig config, @Nullable IpSettings settings) {
    boolean fromLan = config == NetworkConfig.EXTERNAL_DHCP_SERVER;
    if (settings == null && !fromLan) {
      return WicedResult.BADARG;
    }
    if (on == Interface.STA) {
      WicedResult joined = join.join();
      if (!joined.isSuccess()) {
        return joined;
      }
    }
    if (fromLan) {
      console.printf("Obtaining IPv4 address via DHCP\n");
    }
    Link link =
        settings == null || fromLan
            ? addresses.leased(on, isBoardsOwnFree())
            : addresses.configured(settings);
    if (link == null) {
      new Gate(sdk.clock()).await(() -> false, ADDRESS_TIMEOUT_MS);
      if (fromLan) {
        console.printf("Unable to obtain IP address via DHCP\n");
      }
      return WicedResult.ERROR;
    }
    synchronized (links) {
      if (closed) {
        link.close();
        return WicedResult.NOTUP;
      }
      links.put(on, link);
    }
    console.printf("IPv4 network ready IP: %s\n", link.address());
    console.printf("Setting IPv6 link-local address\n");
    console.printf("IPv6 network is not ready\n");
    if (sdk.events().isObserved()) {
      sdk.events().publish(new WicedEvent.NetworkUp(on, link.address()));
    }
    callbacks.onUp(on);
    return WicedResult.SUCCESS;
  }

  private boolean isBoardsOwnFree() {
    synchronized (links) {
      return links.values().stream().noneMatch(link -> link.address().equals(access.address()));
    }
  }

  private Ping tryPing(Interface on, Ipv4Address address, long timeoutMs) {
    Optional<Link> link = link(on);
    if (link.isEmpty()) {
      return new Ping(WicedResult.NOTUP, 0);
    }
    long start = sdk.clock().nanos();
    if (Echo.answers(link.get(), address)) {
      return new Ping(WicedResult.SUCCESS, (sdk.clock().nanos() - start) / NANOS_PER_MS);
    }
    new Gate(sdk.clock()).await(() -> false, timeoutMs);
    return new Ping(WicedResult.TIMEOUT, 0);
  }

  /// What [Network#ping(Interface, Ipv4Address, long)] gave.
  ///
  /// @param result SUCCESS; TIMEOUT when nobody answered, NOTUP without a network
  /// @param elapsedMs how long the answer took; 0 without one
  public record Ping(WicedResult result, long elapsedMs) {}

  /// What a name look-up gave.
  public sealed interface Lookup {
    /// The SDK's result code.
    WicedResult result();

    /// The host has this address.
    record Found(Ipv4Address address) implements Lookup {
      @Override
      public WicedResult result() {
        return WicedResult.SUCCESS;
      }
    }

    /// No address: NOTUP without a network, ERROR for a name that does not resolve.
    record Failed(WicedResult result) implements Lookup {}
  }
}
