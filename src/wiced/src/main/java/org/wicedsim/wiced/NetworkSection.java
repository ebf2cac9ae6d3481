package org.wicedsim.wiced;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.wicedsim.hal.DctContent;
import org.wicedsim.hal.DctException;
import org.wicedsim.hal.DctSection;

/// The network section of the board's DCT (`platform_dct_network_config_t`): the interface that is
/// brought up unless the firmware names one, and the board's host name.
final class NetworkSection {
  private static final int INTERFACE = 0;
  private static final int HOSTNAME = 4;

  private final Sdk sdk;

  NetworkSection(Sdk sdk) {
    this.sdk = sdk;
  }

  /// The interface by its number in `wiced_interface_t`; empty for one that this board lacks.
  Optional<Interface> defaultInterface() {
    return switch (sdk.board().dct().read(DctSection.NETWORK_CONFIG, INTERFACE, 1).at(0)) {
      case 0 -> Optional.of(Interface.STA);
      case 1 -> Optional.of(Interface.AP);
      case 3 -> Optional.of(Interface.ETHERNET);
      default -> Optional.empty();
    };
  }

  String hostname() {
    return sdk.board().dct().hostname();
  }

  /// Writes the host name, which is there after the next start too.
  ///
  /// @return SUCCESS; BADARG when it is empty or too long; ERROR when it cannot be stored
  WicedResult setHostname(String name) {
    byte[] octets = name.getBytes(StandardCharsets.UTF_8);
    if (octets.length == 0 || octets.length > DctContent.MAX_HOSTNAME_OCTETS) {
      return WicedResult.BADARG;
    }
    try {
      byte[] withNul = Arrays.copyOf(octets, DctContent.MAX_HOSTNAME_OCTETS + 1);
      sdk.board().dct().write(DctSection.NETWORK_CONFIG, HOSTNAME, withNul);
      return WicedResult.SUCCESS;
    } catch (DctException e) {
      sdk.diagnose("dct", "wiced_network_set_hostname: " + e.getMessage());
      return WicedResult.ERROR;
    }
  }
}
