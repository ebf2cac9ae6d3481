package org.wicedsim.hal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Files by path and by symbol (SPEC 2.4).
class ResourcesTest {
  private static final String CA = "apps/httpbin_org/ca.pem";
  private static final String CA_SYMBOL = "resources_apps_DIR_httpbin_org_DIR_ca_pem";

  @TempDir Path temporary;
  private Path folder;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectory(temporary.resolve("resources"));
  }

  @ParameterizedTest
  @CsvSource({
    CA + ", " + CA_SYMBOL,
    "ca.pem, resources_ca_pem",
    "my-root.ca.pem, resources_my_root_ca_pem",
    "a/b/c, resources_a_DIR_b_DIR_c",
  })
  void aSymbolIsMadeFromThePath(String path, String symbol) {
    assertThat(Resources.symbolOf(path)).isEqualTo(symbol);
  }

  @ParameterizedTest
  @ValueSource(strings = {CA, "resources/" + CA})
  void aFileIsFoundByItsPath(String path) throws IOException {
    write(folder, CA, "ca");

    assertThat(resources(folder).find(path)).contains(new Resource(CA, Octets.of("ca")));
  }

  @Test
  void aFileIsFoundByItsSymbol() throws IOException {
    write(folder, CA, "ca");

    assertThat(resources(folder).findSymbol(CA_SYMBOL)).contains(new Resource(CA, Octets.of("ca")));
  }

  @Test
  void aFileIsReadUnchanged() throws IOException {
    byte[] octets = {0, '\r', '\n', (byte) 0xFF, '\n'};
    Files.write(folder.resolve("x.bin"), octets);

    assertThat(resources(folder).find("x.bin").orElseThrow().data()).isEqualTo(Octets.of(octets));
  }

  @Test
  void whatIsNotThereIsNotFound() throws IOException {
    write(folder, CA, "ca");
    Resources resources = resources(folder);

    assertThat(resources.find("apps/ca.pem")).isEmpty();
    assertThat(resources.find("apps")).isEmpty();
    assertThat(resources.find("")).isEmpty();
    assertThat(resources.find(CA + "/")).isEmpty();
    assertThat(resources.findSymbol("resources_ca_pem")).isEmpty();
  }

  @Test
  void aFolderThatDoesNotExistIsEmpty() {
    Resources resources = resources(temporary.resolve("none"));

    assertThat(resources.paths()).isEmpty();
    assertThat(resources.find(CA)).isEmpty();
  }

  @Test
  void theFirstFolderWins() throws IOException {
    Path installation = Files.createDirectory(temporary.resolve("installation"));
    write(folder, "a.txt", "of the application");
    write(installation, "a.txt", "of the installation");
    write(installation, "b.txt", "of the installation");
    Resources resources = resources(folder, installation);

    assertThat(text(resources, "a.txt")).isEqualTo("of the application");
    assertThat(text(resources, "b.txt")).isEqualTo("of the installation");
    assertThat(resources.paths()).containsExactly("a.txt", "b.txt");
  }

  /// SPEC 2.8: the class certificate is nobody's file.
  @Test
  void whatTheSimulatorMakesWinsOverFiles() throws IOException {
    write(folder, "certificates/wwep_cert.pem", "old");
    Resources resources =
        new Resources(List.of(folder), Map.of("certificates/wwep_cert.pem", Octets.of("new")));

    assertThat(text(resources, "certificates/wwep_cert.pem")).isEqualTo("new");
    assertThat(resources.findSymbol("resources_certificates_DIR_wwep_cert_pem"))
        .map(Resource::data)
        .contains(Octets.of("new"));
    assertThat(resources.paths()).containsExactly("certificates/wwep_cert.pem");
  }

  @Test
  void twoPathsWithOneSymbolAreRefused() throws IOException {
    write(folder, "my-ca.pem", "1");
    write(folder, "my.ca.pem", "2");
    Resources resources = resources(folder);

    assertThatIllegalStateException()
        .isThrownBy(() -> resources.findSymbol("resources_my_ca_pem"))
        .withMessage(
            "the resources my-ca.pem and my.ca.pem have one symbol, resources_my_ca_pem: rename"
                + " one of them");
  }

  @Test
  void twoFoldersCanCollideToo() throws IOException {
    Path installation = Files.createDirectory(temporary.resolve("installation"));
    write(folder, "a/b", "1");
    write(installation, "a_DIR_b", "2");
    Resources resources = resources(folder, installation);

    assertThatIllegalStateException()
        .isThrownBy(() -> resources.findSymbol("resources_a_DIR_b"))
        .withMessageContaining("a/b and a_DIR_b");
  }

  /// Only whoever asks for the ambiguous symbol has a problem.
  @Test
  void aCollisionLeavesOtherSymbolsAndBothPathsAlone() throws IOException {
    write(folder, "my-ca.pem", "1");
    write(folder, "my.ca.pem", "2");
    write(folder, "other.pem", "3");
    Resources resources = resources(folder);

    assertThat(resources.findSymbol("resources_other_pem")).isPresent();
    assertThat(text(resources, "my-ca.pem")).isEqualTo("1");
    assertThat(text(resources, "my.ca.pem")).isEqualTo("2");
  }

  /// Student code names these paths: nothing beside the folder may be read.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "../secret.pem",
        "resources/../secret.pem",
        "resources/../../secret.pem",
        "sub/../../secret.pem",
        "sub/../a.txt",
        "./a.txt",
        "sub//b.txt",
        "/etc/passwd",
        "..",
        ".",
        "a.txt\0",
        "\0",
      })
  void aPathThatWandersNamesNothing(String path) throws IOException {
    Files.writeString(temporary.resolve("secret.pem"), "secret");
    write(folder, "a.txt", "a");
    write(folder, "sub/b.txt", "b");

    assertThat(resources(folder).find(path)).isEmpty();
  }

  @Test
  void anAbsolutePathIntoTheFolderNamesNothing() throws IOException {
    write(folder, "a.txt", "a");

    assertThat(resources(folder).find(folder.resolve("a.txt").toString())).isEmpty();
  }

  @Test
  void aFolderThatIsNamedInARoundaboutWayIsTheSameFolder() throws IOException {
    write(folder, "sub/a.txt", "a");
    Resources resources = resources(folder.resolve("sub/../../resources/."));

    assertThat(text(resources, "sub/a.txt")).isEqualTo("a");
    assertThat(resources.paths()).containsExactly("sub/a.txt");
  }

  @Test
  void aFolderMayBeNamedFromTheWorkingFolder() throws IOException {
    write(folder, "a.txt", "a");
    Path relative = Path.of("").toAbsolutePath().relativize(folder.toAbsolutePath());

    assertThat(text(resources(relative), "a.txt")).isEqualTo("a");
  }

  @Test
  void aLinkedFolderIsTheFolder() throws IOException {
    write(folder, "a.txt", "a");
    Path link = Files.createSymbolicLink(temporary.resolve("link"), folder);

    assertThat(text(resources(link), "a.txt")).isEqualTo("a");
    assertThat(resources(link).paths()).containsExactly("a.txt");
  }

  @Test
  void aLinkToAFileInTheSameFolderIsFollowed() throws IOException {
    write(folder, "ca-2026.pem", "ca");
    Files.createSymbolicLink(folder.resolve("ca.pem"), Path.of("ca-2026.pem"));

    assertThat(text(resources(folder), "ca.pem")).isEqualTo("ca");
    assertThat(resources(folder).paths()).containsExactly("ca-2026.pem", "ca.pem");
  }

  @Test
  void aLinkThatLeadsOutIsNotFollowed() throws IOException {
    Path secret = Files.writeString(temporary.resolve("secret.pem"), "secret");
    Files.createSymbolicLink(folder.resolve("ca.pem"), secret);

    assertThat(resources(folder).find("ca.pem")).isEmpty();
    assertThat(resources(folder).findSymbol("resources_ca_pem")).isEmpty();
    assertThat(resources(folder).paths()).isEmpty();
  }

  @Test
  void aLinkedSubfolderIsNotEntered() throws IOException {
    write(folder, "real/a.txt", "a");
    Files.createSymbolicLink(folder.resolve("inside"), Path.of("real"));
    Files.createSymbolicLink(folder.resolve("loop"), Path.of("."));
    Files.createSymbolicLink(folder.resolve("broken"), Path.of("none"));

    assertThat(resources(folder).find("inside/a.txt")).isEmpty();
    assertThat(resources(folder).find("broken")).isEmpty();
    assertThat(resources(folder).paths()).containsExactly("real/a.txt");
  }

  /// A nested folder of the same name is found by the path that `paths` gives with the prefix.
  @Test
  void aFolderCalledResourcesInsideIsAFolderLikeAnyOther() throws IOException {
    write(folder, "resources/a.txt", "a");
    Resources resources = resources(folder);

    assertThat(resources.paths()).containsExactly("resources/a.txt");
    assertThat(text(resources, "resources/resources/a.txt")).isEqualTo("a");
    assertThat(resources.findSymbol("resources_resources_DIR_a_txt")).isPresent();
  }

  @Test
  void aFileThatAppearsLaterIsFound() throws IOException {
    Resources resources = resources(folder);
    write(folder, "a.txt", "a");

    assertThat(text(resources, "a.txt")).isEqualTo("a");
  }

  @Test
  void aFileBehindTheLimitIsRefused() throws IOException {
    Path file = folder.resolve("large.bin");
    try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
      large.setLength(Resources.MAX_OCTETS + 1L);
    }

    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> resources(folder).find("large.bin"))
        .withMessageContaining("large.bin: it is larger than 16777216 octets");
  }

  private static Resources resources(Path... folders) {
    return new Resources(List.of(folders), Map.of());
  }

  private static String text(Resources resources, String path) {
    return resources.find(path).orElseThrow().data().utf8();
  }

  private static void write(Path folder, String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, text);
  }
}
