package org.wicedsim.firmware;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.wicedsim.wiced.Firmware;

/// The seven exercises of the course as firmware that ships (SPEC 4), with the variants of exercise
/// 03.
public enum Exercise {
  CLIENT("01", Role.CLIENT, "client: button 1 flips the LED and sends its state"),
  CHECKED_CLIENT("02", Role.CLIENT, "01 that reads the answer; button 2 sends an illegal request"),
  SECURE_CLIENT("03", Role.CLIENT, "02 over TLS; the root certificate lies in the resources"),
  SECURE_CLIENT_DCT("03-dct", Role.CLIENT, "03 with the certificate in the DCT"),
  SECURE_CLIENT_ARRAY("03-array", Role.CLIENT, "03 with the certificate in a character array"),
  SERVER("04", Role.SERVER, "server: one connection at a time, registers in a linked list"),
  SECURE_SERVER("05", Role.SERVER, "04 over TLS"),
  DUAL_CLIENT("06", Role.CLIENT, "client: button 1 sends plain, button 2 over TLS"),
  DUAL_SERVER("07", Role.SERVER, "server: plain and over TLS at once");

  /// What a board is among the others.
  public enum Role {
    /// Talks to the class server.
    CLIENT,
    /// Is the class server, at its address.
    SERVER
  }

  private final String id;
  private final Role role;
  private final String title;

  Exercise(String id, Role role, String title) {
    this.id = id;
    this.role = role;
    this.title = title;
  }

  /// The number in the course, in two digits; a variant has its name behind it: `03-dct`.
  public String id() {
    return id;
  }

  /// Who the board is on its network.
  public Role role() {
    return role;
  }

  /// What it does, in one line for people.
  public String title() {
    return title;
  }

  /// The firmware, for one board.
  ///
  /// @param classCertificate the class server's certificate as PEM: what the variant with the
  ///   character array has in its source; the others do not look at it
  public Firmware firmware(String classCertificate) {
    return switch (this) {
      case CLIENT -> new Exercise01Client();
      case CHECKED_CLIENT -> new Exercise02CheckedClient();
      case SECURE_CLIENT -> Exercise03SecureClient.fromResources();
      case SECURE_CLIENT_DCT -> Exercise03SecureClient.fromDct();
      case SECURE_CLIENT_ARRAY -> Exercise03SecureClient.fromArray(classCertificate);
      case SERVER -> new Exercise04Server();
      case SECURE_SERVER -> new Exercise05SecureServer();
      case DUAL_CLIENT -> new Exercise06DualClient();
      case DUAL_SERVER -> new Exercise07DualServer();
    };
  }

  /// The exercise with this id; the leading zero may be left out.
  public static Optional<Exercise> of(String id) {
    return Arrays.stream(values())
        .filter(exercise -> exercise.id.equals(id) || exercise.id.equals("0" + id))
        .findFirst();
  }

  /// All ids, in order.
  public static List<String> ids() {
    return Arrays.stream(values()).map(Exercise::id).toList();
  }
}
