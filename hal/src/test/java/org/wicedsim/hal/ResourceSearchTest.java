package org.wicedsim.hal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where the resources of an application are searched, and in which order (SPEC 2.4).
class ResourceSearchTest {
  private static final String FILE = "apps/ca.pem";

  @TempDir Path temporary;
  private Path application;
  private Path installation;

  /// Every place has the file; each says which place it is.
  @BeforeEach
  void fillAllPlaces() throws IOException {
    application = temporary.resolve("sdk/apps/mine");
    installation = temporary.resolve("installation/resources");
    for (Path place : places()) {
      Path file = place.resolve(FILE);
      Files.createDirectories(file.getParent());
      Files.writeString(file, place.toString());
    }
  }

  @ParameterizedTest(name = "after {0} places")
  @ValueSource(ints = {0, 1, 2, 3})
  void theNearestPlaceThatHasTheFileWins(int emptied) throws IOException {
    for (Path place : places().subList(0, emptied)) {
      Files.delete(place.resolve(FILE));
    }

    assertThat(resources().find(FILE).map(resource -> resource.data().utf8()))
        .contains(places().get(emptied).toString());
  }

  @Test
  void anAncestorIsTheNearestOneThatHasResources() throws IOException {
    Path nearest = application.resolveSibling("resources");
    Files.createDirectories(nearest);
    Files.delete(application.resolve(FILE));
    Files.delete(application.resolve("resources").resolve(FILE));

    assertThat(resources().find(FILE).map(resource -> resource.data().utf8()))
        .as("the file of the farther ancestor is not seen")
        .contains(installation.toString());
  }

  @Test
  void whatTheSimulatorMakesComesFirst() {
    Resources resources =
        Resources.ofApplication(application, installation, Map.of(FILE, Octets.of("made")));

    assertThat(resources.find(FILE).map(Resource::data)).contains(Octets.of("made"));
  }

  /// The folder of an application may be anybody's home.
  @Test
  void whatLiesBesideResourcesIsNotListed() throws IOException {
    Files.writeString(application.resolve("main.c"), "source");

    assertThat(resources().paths()).containsExactly(FILE);
    assertThat(resources().find("main.c")).isPresent();
    assertThat(resources().find("../mine/main.c")).isEmpty();
  }

  @Test
  void twoPlacesWithOneSymbolForTwoPathsAreRefused() throws IOException {
    Files.writeString(application.resolve("resources/my-ca.pem"), "1");
    Files.writeString(installation.resolve("my.ca.pem"), "2");

    assertThatIllegalStateException()
        .isThrownBy(() -> resources().findSymbol("resources_my_ca_pem"))
        .withMessage(
            "the resources my-ca.pem and my.ca.pem have one symbol, resources_my_ca_pem: rename"
                + " one of them");
  }

  @Test
  void anApplicationInTheRootFolderHasNoAncestor() {
    Resources resources = Resources.ofApplication(Path.of("/"), installation, Map.of());

    assertThat(resources.find(FILE).map(resource -> resource.data().utf8()))
        .contains(installation.toString());
  }

  private Resources resources() {
    return Resources.ofApplication(application, installation, Map.of());
  }

  /// In the order of the search.
  private List<Path> places() {
    return List.of(
        application,
        application.resolve("resources"),
        temporary.resolve("sdk/resources"),
        installation);
  }
}
