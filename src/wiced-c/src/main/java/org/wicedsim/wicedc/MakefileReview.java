package org.wicedsim.wicedc;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Looks for what a makefile says and what has no effect here, so that nothing is passed over in
/// silence; and refuses an application that is not for this board.
///
/// @param name the value of NAME
record MakefileReview(Makefile makefile, String name, Consumer<String> notes) {
  /// The names of boards that the SDK knows; a board file's name may be any.
  private static final List<String> KNOWN_PLATFORMS = List.of("*CYW9*", "*BCM9*");

  /// Libraries of the SDK that are there without being asked for.
  private static final Set<String> COMPONENTS =
      Set.of(
          "utilities/linked_list", "utilities/ring_buffer", "daemons/DHCP_server", "protocols/DNS");

  /// Variables that say something only to the SDK's own build.
  private static final Set<String> WITHOUT_EFFECT =
      Set.of(
          "GLOBAL_CFLAGS",
          "GLOBAL_CXXFLAGS",
          "GLOBAL_ASMFLAGS",
          "GLOBAL_LDFLAGS",
          "FIRMWARE_TYPE",
          "NO_WIFI",
          "NO_WIFI_FIRMWARE",
          "MULTI_APP_WIFI_FIRMWARE",
          "WIFI_FIRMWARE",
          "BT_MODE",
          "DEFAULT_NETWORK",
          "ROOT_CERTIFICATE",
          "OTA_APP",
          "FR_APP",
          "DCT_IMAGE",
          "BOOTLOADER_DCT_H",
          "ETHERNET_CONFIG_DCT_H",
          "NETWORK_CONFIG_DCT_H",
          "BT_CONFIG_DCT_H",
          "APPLICATION_DCT_H",
          "EXTRA_TARGET_MAKEFILES",
          "HEAP_SIZE");

  private static final Set<String> WITHOUT_EFFECT_OF_NAME =
      Set.of(
          "_CXXFLAGS",
          "_CPPFLAGS",
          "_ASMFLAGS",
          "_LDFLAGS",
          "_LINK_SCRIPT",
          "_LINK_FILES",
          "_PREBUILT_LIBRARY",
          "_ALWAYS_OPTIMISE",
          "_NEVER_OPTIMISE",
          "_VERSION",
          "_UNIT_TEST_SOURCES");

  private static final List<String> KNOWN =
      List.of(
          "NAME",
          "CERTIFICATE",
          "PRIVATE_KEY",
          "WIFI_CONFIG_DCT_H",
          "APPLICATION_DCT",
          "GLOBAL_DEFINES",
          "GLOBAL_INCLUDES",
          "VALID_PLATFORMS",
          "INVALID_PLATFORMS",
          "VALID_OSNS_COMBOS",
          "VALID_BUILD_TYPES");

  private static final List<String> KNOWN_OF_NAME =
      List.of("_SOURCES", "_COMPONENTS", "_RESOURCES", "_INCLUDES", "_DEFINES", "_CFLAGS");

  /// How many letters may differ between a name and what was meant.
  private static final int NEAR = 2;

  /// @throws BuildException when the board is known to the SDK, and the makefile excludes it
  void checkTarget(String board) throws BuildException {
    List<String> valid = makefile.words("VALID_PLATFORMS");
    List<String> invalid = makefile.words("INVALID_PLATFORMS");
    if (!valid.isEmpty() && !isOneOf(valid, board)) {
      exclude("VALID_PLATFORMS", board, "is for %s".formatted(String.join(", ", valid)));
    }
    if (isOneOf(invalid, board)) {
      exclude("INVALID_PLATFORMS", board, "is not for %s".formatted(String.join(", ", invalid)));
    }
    noteUnless("VALID_OSNS_COMBOS", "ThreadX-NetX_Duo");
    noteUnless("VALID_BUILD_TYPES", "debug");
  }

  private void exclude(String variable, String board, String says) throws BuildException {
    String message =
        "%s: the application %s, and this board is %s"
            .formatted(makefile.placeOf(variable), says, board);
    if (isOneOf(KNOWN_PLATFORMS, board)) {
      throw new BuildException(
          BuildException.Kind.BAD_APPLICATION,
          message + ": choose another board with --board, or change " + variable);
    }
    notes.accept(message);
  }

  private void noteUnless(String variable, String ours) throws BuildException {
    List<String> valid = makefile.words(variable);
    if (!valid.isEmpty() && !isOneOf(valid, ours)) {
      notes.accept(
          "%s: %s does not have %s, which this board is like"
              .formatted(makefile.placeOf(variable), variable, ours));
    }
  }

  private static boolean isOneOf(List<String> patterns, String name) {
    return patterns.stream().anyMatch(pattern -> globMatches(pattern, name));
  }

  private static boolean globMatches(String pattern, String name) {
    String regex =
        Stream.of(pattern.split("\\*", -1))
            .map(java.util.regex.Pattern::quote)
            .collect(Collectors.joining(".*"));
    return name.matches(regex);
  }

  /// Notes the components that are missing, and the variables that nobody reads.
  void noteTheRest() throws BuildException {
    for (String component : makefile.words(name + "_COMPONENTS")) {
      if (!COMPONENTS.contains(component)) {
        notes.accept(
            "%s: the component %s is not simulated: what its headers declare is missing"
                .formatted(makefile.placeOf(name + "_COMPONENTS"), component));
      }
    }
    makefile.unread().forEach(this::noteUnread);
  }

  private void noteUnread(String variable) {
    String place = makefile.placeOf(variable);
    boolean ofName = variable.startsWith(name + "_");
    String ending = ofName ? variable.substring(name.length()) : "";
    if (WITHOUT_EFFECT.contains(variable) || WITHOUT_EFFECT_OF_NAME.contains(ending)) {
      notes.accept(
          "%s: %s has no effect in the simulator".formatted(place, written(variable, ofName)));
      return;
    }
    String hint =
        meant(variable)
            .map(known -> ": did you mean %s?".formatted(known.replace(name + "_", "$(NAME)_")))
            .orElse("");
    notes.accept(
        "%s: %s is not understood, and nothing refers to it%s"
            .formatted(place, written(variable, ofName), hint));
  }

  private String written(String variable, boolean ofName) {
    return ofName ? "$(NAME)" + variable.substring(name.length()) : variable;
  }

  private Optional<String> meant(String variable) {
    return Stream.concat(KNOWN.stream(), KNOWN_OF_NAME.stream().map(ending -> name + ending))
        .filter(known -> distance(known, variable) <= NEAR)
        .findFirst();
  }

  /// How many letters must be changed, added or left out.
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
