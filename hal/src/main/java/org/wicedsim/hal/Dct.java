package org.wicedsim.hal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/// The device configuration table: what a board keeps while it is switched off (SPEC 2.3).
///
/// What the board file says is the factory content; a section that was written lies over it, whole,
/// until [#reset()]. Reads give what was there when the board was switched on, and what this board
/// wrote since. All methods may be called from any thread.
public final class Dct {
  private static final Octets NOTHING = Octets.of(new byte[0]);

  private final BoardDescription board;
  private final DctStore store;
  private volatile Map<DctSection, Octets> written;

  private Dct(BoardDescription board, DctStore store) {
    this.board = board;
    this.store = store;
    written = store.load();
  }

  /// A table that is forgotten with the board.
  public static Dct inMemory(BoardDescription board) {
    return new Dct(board, new DctStore.InMemory());
  }

  /// A table that is kept in a file, which need not exist; its folder is made when it is needed.
  ///
  /// Each write replaces the file as a whole, or not at all, and is on the disk when it returns.
  /// Processes that write to one file take turns, and none undoes another's write to another
  /// section.
  ///
  /// @param notes is told, on the caller's thread, when a file that cannot be used was put aside
  /// @throws DctException when the file cannot be read
  public static Dct keptIn(Path file, BoardDescription board, Consumer<String> notes) {
    return new Dct(board, new DctFile(file, notes));
  }

  /// The two slots of the security section, as PEM text; empty when nothing was provisioned.
  public record Security(String certificate, String privateKey) {
    /// Nothing provisioned.
    public static final Security EMPTY = new Security("", "");

    /// @throws IllegalArgumentException when one is larger than its slot
    public Security {
      checkFits("certificate", certificate, SecuritySection.CERTIFICATE_OCTETS);
      checkFits("private key", privateKey, SecuritySection.PRIVATE_KEY_OCTETS);
    }

    /// Says how much there is; never what, since one slot holds a private key.
    @Override
    public String toString() {
      return "Security[certificate=%d characters, privateKey=%d characters]"
          .formatted(certificate.length(), privateKey.length());
    }

    private static void checkFits(String what, String text, int slot) {
      int octets = text.getBytes(StandardCharsets.UTF_8).length;
      if (octets > slot) {
        throw new IllegalArgumentException(
            "the %s has %d octets: the DCT's slot takes %d".formatted(what, octets, slot));
      }
    }
  }

  /// The security section: one certificate slot and one private key slot.
  public Security security() {
    return SecuritySection.decode(section(DctSection.SECURITY));
  }

  /// The Wi-Fi section: the networks that the board joins, and those that it opens itself.
  public WifiConfig wifi() {
    return WifiSection.decode(section(DctSection.WIFI_CONFIG));
  }

  /// The host name of the network section.
  public String hostname() {
    return NetworkSections.decodeHostname(section(DctSection.NETWORK_CONFIG));
  }

  /// The sections that were written since the board came from the factory.
  public Set<DctSection> written() {
    Set<DctSection> sections = EnumSet.noneOf(DctSection.class);
    sections.addAll(written.keySet());
    return sections;
  }

  /// Octets of a section; later writes do not change them.
  ///
  /// @throws IndexOutOfBoundsException when the section does not hold them all
  public Octets read(DctSection section, int offset, int octets) {
    Objects.checkFromIndexSize(offset, octets, section.octets());
    return octets == 0 ? NOTHING : section(section).slice(offset, octets);
  }

  /// Overwrites octets of a section; the same octets as before are not written again.
  ///
  /// @throws IndexOutOfBoundsException when they do not all lie in the section
  /// @throws DctException when they cannot be stored; the table is as before
  public void write(DctSection section, int offset, byte[] octets) {
    Objects.checkFromIndexSize(offset, octets.length, section.octets());
    if (octets.length > 0) {
      written = store.update(before -> overwritten(before, section, offset, octets));
    }
  }

  /// Writes the security section.
  ///
  /// @throws DctException when it cannot be stored; the table is as before
  public void write(Security security) {
    write(DctSection.SECURITY, 0, SecuritySection.encode(security).toBytes());
  }

  /// Writes the Wi-Fi section.
  ///
  /// @param mac the address of the board's network interface, which is part of the section
  /// @throws DctException when it cannot be stored; the table is as before
  public void write(WifiConfig wifi, MacAddress mac) {
    write(DctSection.WIFI_CONFIG, 0, WifiSection.encode(wifi, mac).toBytes());
  }

  /// Goes back to the factory content: what was written is lost.
  ///
  /// @throws DctException when that cannot be stored; the table is as before
  public void reset() {
    written = store.update(_ -> Map.of());
  }

  /// Goes back to the factory content of some sections: what was written there is lost.
  ///
  /// @throws DctException when that cannot be stored; the table is as before
  public void reset(Set<DctSection> sections) {
    written =
        store.update(before -> {
          Map<DctSection, Octets> left = new EnumMap<>(DctSection.class);
          left.putAll(before);
          left.keySet().removeAll(sections);
          return Map.copyOf(left);
        });
  }

  private Octets section(DctSection section) {
    Octets octets = written.get(section);
    return octets == null ? factory(section) : octets;
  }

  private Map<DctSection, Octets> overwritten(
      Map<DctSection, Octets> before, DctSection section, int offset, byte[] octets) {
    Octets earlier = before.get(section);
    Octets present = earlier == null ? factory(section) : earlier;
    byte[] changed = present.toBytes();
    System.arraycopy(octets, 0, changed, offset, octets.length);
    Octets after = Octets.of(changed);
    if (after.equals(present)) {
      return before;
    }
    Map<DctSection, Octets> all = new EnumMap<>(DctSection.class);
    all.putAll(before);
    all.put(section, after);
    return Map.copyOf(all);
  }

  /// What the board file says. Put together when it is asked for: all of it are 15 KB, and most
  /// boards of a fleet never ask.
  private Octets factory(DctSection section) {
    DctContent content = board.dct();
    return switch (section) {
      case APP -> application(content.application());
      case SECURITY -> SecuritySection.encode(content.security());
      case WIFI_CONFIG -> WifiSection.encode(content.wifi(), board.mac());
      case ETHERNET_CONFIG -> NetworkSections.encodeEthernet(board.mac());
      case NETWORK_CONFIG -> NetworkSections.encodeNetwork(content.hostname());
      case HK_INFO, MFG_INFO, INTERNAL, BT_CONFIG, P2P_CONFIG, OTA2_CONFIG, VERSION, MISC ->
          NOTHING;
    };
  }

  private static Octets application(Octets content) {
    SectionFields fields = new SectionFields(DctSection.APP.octets());
    for (int i = 0; i < content.length(); i++) {
      fields.u8(i, content.at(i));
    }
    return fields.toOctets();
  }
}
