package org.wicedsim.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that belong together appear together, or not at all.
class NewFilesTest {
  @TempDir Path folder;

  @Test
  void allFilesAreWritten() throws Exception {
    new NewFiles(false).addSecret(file("key"), "k").add(file("cert"), "c").write();

    assertThat(file("key")).hasContent("k");
    assertThat(file("cert")).hasContent("c");
    assertThat(names()).containsExactlyInAnyOrder("key", "cert");
  }

  @Test
  void aSecretIsItsOwnersAndTheRestIsEverybodys() throws Exception {
    assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
    new NewFiles(false).addSecret(file("key"), "k").add(file("cert"), "c").write();

    assertThat(mode("key")).isEqualTo("rw-------");
    assertThat(mode("cert")).isEqualTo("rw-r--r--");
  }

  @Test
  void whatIsThereStaysAndNothingElseIsWritten() throws Exception {
    Files.writeString(file("cert"), "old");

    assertThatThrownBy(
            () -> new NewFiles(false).addSecret(file("key"), "k").add(file("cert"), "c").write())
        .isInstanceOf(PkiException.class)
        .hasMessage(
            file("cert")
                + " exists already and is not overwritten: choose another name, or replace it with --force");
    assertThat(file("cert")).hasContent("old");
    assertThat(names()).containsExactly("cert");
  }

  @Test
  void whatIsThereIsReplacedOnDemandWithTheModeOfTheNew() throws Exception {
    Files.writeString(file("key"), "old");

    new NewFiles(true).addSecret(file("key"), "new").write();

    assertThat(file("key")).hasContent("new");
    assertThat(names()).containsExactly("key");
  }

  @Test
  void aFolderIsNeverReplaced() throws Exception {
    Files.writeString(file("key"), "old");
    Files.createDirectory(file("cert"));

    assertThatThrownBy(
            () -> new NewFiles(true).addSecret(file("key"), "k").add(file("cert"), "c").write())
        .hasMessage(file("cert") + " is a folder: name a file in it");
    assertThat(file("key")).hasContent("old");
  }

  @Test
  void twoFilesOfOneNameAreRefused() {
    assertThatThrownBy(() ->
            new NewFiles(true)
                .addSecret(file("x"), "k")
                .add(folder.resolve("..").resolve(folder.getFileName()).resolve("x"), "c")
                .write())
        .hasMessageContaining("cannot hold two things");
  }

  @Test
  void aMissingFolderIsNamed() {
    Path missing = folder.resolve("no").resolve("cert");

    assertThatThrownBy(() -> new NewFiles(false).add(missing, "c").write())
        .isInstanceOf(PkiException.class)
        .hasMessageStartingWith(missing + " cannot be written: there is no folder ");
  }

  /// The name of the second is too long for any file system: it fails while the first is staged.
  @Test
  void aFileThatCannotBeWrittenLeavesTheOthersAsTheyWere() throws Exception {
    Files.writeString(file("key"), "old");
    Path impossible = file("c".repeat(250));

    assertThatThrownBy(
            () -> new NewFiles(true).addSecret(file("key"), "new").add(impossible, "c").write())
        .isInstanceOf(PkiException.class)
        .hasMessageContaining("cannot be written");
    assertThat(file("key")).hasContent("old");
    assertThat(names()).containsExactly("key");
  }

  private Path file(String name) {
    return folder.resolve(name);
  }

  private String mode(String name) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file(name)));
  }

  private Stream<String> names() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(path -> path.getFileName().toString()).toList().stream();
    }
  }
}
