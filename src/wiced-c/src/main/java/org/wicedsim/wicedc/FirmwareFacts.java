package org.wicedsim.wicedc;

import org.wicedsim.hal.BoardDescription.PacketPools;

/// What an application's global definitions say to the simulator.
///
/// @param stdio whether what it prints goes to the console
record FirmwareFacts(PacketPools packetPools, int stackOctets, boolean stdio) {
  static final String RECEIVE_POOL = "RX_PACKET_POOL_SIZE";
  static final String TRANSMIT_POOL = "TX_PACKET_POOL_SIZE";
  static final String NO_STDIO = "WICED_DISABLE_STDIO";
  static final String STACK_SIZE = "APPLICATION_STACK_SIZE";

  private static final int MAX_STACK_OCTETS = 1024 * 1024;

  /// @param board has the sizes that the application does not give
  /// @throws BuildException when a size is no number, or out of range
  static FirmwareFacts of(Application application, PacketPools board) throws BuildException {
    return new FirmwareFacts(
        new PacketPools(
            size(application, RECEIVE_POOL, board.receive(), PacketPools.MAX),
            size(application, TRANSMIT_POOL, board.transmit(), PacketPools.MAX)),
        size(application, STACK_SIZE, FirmwareImage.DEFAULT_STACK_OCTETS, MAX_STACK_OCTETS),
        application.globalDefine(NO_STDIO).isEmpty());
  }

  private static int size(Application application, String name, int otherwise, int max)
      throws BuildException {
    String text = application.globalDefine(name).orElse(String.valueOf(otherwise));
    try {
      int size = Integer.parseInt(text.replaceAll("[()\\s]", ""));
      if (size >= 1 && size <= max) {
        return size;
      }
    } catch (NumberFormatException _) {
      // refused below
    }
    throw new BuildException(
        BuildException.Kind.BAD_APPLICATION,
        "%s: GLOBAL_DEFINES has %s=%s: expected 1 to %d"
            .formatted(application.name(), name, text, max));
  }
}
