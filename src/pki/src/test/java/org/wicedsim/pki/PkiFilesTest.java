package org.wicedsim.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PkiFilesTest {
  private static final Identity IDENTITY =
      CertificateMaker.selfSigned(Fixtures.client(), KeyKind.EC_P256);

  @TempDir Path folder;

  @Test
  void aKeyFileIsForItsOwnerAlone() {
    Path file = folder.resolve("key.pem");

    Pem.write(file, IDENTITY.privateKey());

    assertThat(mode(file)).isEqualTo("rw-------");
    assertThat(Pem.privateKey(file)).isEqualTo(IDENTITY.privateKey());
  }

  /// A file that is created first and closed to others afterwards would be seen open now and then.
  @Test
  void aKeyFileIsNotOpenToOthersEvenAtItsBirth() throws Exception {
    Path file = folder.resolve("key.pem");
    Set<String> seen = ConcurrentHashMap.newKeySet();
    AtomicBoolean done = new AtomicBoolean();
    Thread watcher =
        Thread.ofPlatform()
            .start(() -> {
              while (!done.get()) {
                modeIfPresent(file).ifPresent(seen::add);
              }
            });
    for (int births = 0; births < 200 || seen.isEmpty(); births++) {
      PkiFiles.createPrivate(file, "key");
      Files.delete(file);
    }
    done.set(true);
    watcher.join();

    assertThat(seen).containsExactly("rw-------");
  }

  @Test
  void aCertificateFileIsForAll() {
    Path file = folder.resolve("cert.pem");

    Pem.write(file, IDENTITY.chain());

    assertThat(mode(file)).isEqualTo("rw-r--r--");
    assertThat(Pem.certificates(file)).isEqualTo(IDENTITY.chain());
  }

  @Test
  void foldersAreForTheirOwnerAlone() {
    PkiFiles.createFolders(folder.resolve("a/b"));
    Path temporary = PkiFiles.createTemporaryFolder(folder.resolve("a/b"), "x-");

    assertThat(mode(folder.resolve("a"))).isEqualTo("rwx------");
    assertThat(mode(folder.resolve("a/b"))).isEqualTo("rwx------");
    assertThat(mode(temporary)).isEqualTo("rwx------");
  }

  @Test
  void aFileThatExistsIsNotOverwritten() throws Exception {
    Path file = Files.writeString(folder.resolve("key.pem"), "precious");

    assertThatThrownBy(() -> Pem.write(file, IDENTITY.privateKey()))
        .isInstanceOf(PkiException.class)
        .hasMessage(
            file + " exists already and is not overwritten: delete it or choose another name");
    assertThat(file).hasContent("precious");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    Path file = folder.resolve("none.pem");

    assertThatThrownBy(() -> Pem.certificates(file))
        .isInstanceOf(PkiException.class)
        .hasMessage(file + " cannot be read: there is no such file or folder");
  }

  @Test
  void aFolderInPlaceOfAFileIsNamed() {
    assertThatThrownBy(() -> Pem.privateKey(folder))
        .isInstanceOf(PkiException.class)
        .hasMessage(folder + " cannot be read: Is a directory");
  }

  @Test
  void aFolderThatIsNotThereIsNamedWhenWritingIntoIt() {
    Path file = folder.resolve("none/key.pem");

    assertThatThrownBy(() -> Pem.write(file, IDENTITY.chain()))
        .isInstanceOf(PkiException.class)
        .hasMessage(file + " cannot be written: there is no such file or folder");
  }

  @Test
  void aFileWhereAFolderMustBeIsNamed() throws Exception {
    Path file = Files.createFile(folder.resolve("state"));

    assertThatThrownBy(() -> PkiFiles.createFolders(file))
        .isInstanceOf(PkiException.class)
        .hasMessage(file + " cannot be created: something else has that name");
  }

  /// The tests may run as root, to whom nothing is denied: so the message alone is looked at.
  @Test
  void aDeniedAccessComesWithAdvice() {
    PkiException e =
        PkiFiles.failure(
            folder.resolve("k"), "cannot be read", new AccessDeniedException("anything"));

    assertThat(e)
        .hasMessage(
            folder.resolve("k")
                + " cannot be read: permission denied (check its owner and mode: ls -l)");
  }

  @Test
  void aFailureWithoutAReasonIsStillASentence() {
    assertThat(PkiFiles.failure(Path.of("k"), "cannot be read", new IOException()))
        .hasMessage("k cannot be read: java.io.IOException");
  }

  @Test
  void aFileThatIsNoneOfOursIsNotReadToItsEnd() throws Exception {
    Path file = folder.resolve("huge");
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.allocate(1), 4L << 20);
    }

    assertThatThrownBy(() -> Pem.certificates(file))
        .isInstanceOf(PkiException.class)
        .hasMessage(file + " is larger than 4 MiB: no certificate or key is");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r--r--", "rw-rw-rw-", "rw----r--", "rw--w----"})
  void aLooseKeyFileIsMadePrivateAndTold(String loose) throws Exception {
    Path file = withMode(loose);

    Optional<String> note = PkiFiles.makePrivate(file);

    assertThat(mode(file)).isEqualTo("rw-------");
    assertThat(note)
        .hasValue(
            file
                + " was open to others on this computer ("
                + loose
                + ") and is private now; if one of them may have copied it, delete its folder to get a new identity");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-------", "r--------", "rwx------"})
  void aPrivateKeyFileIsLeftAlone(String tight) throws Exception {
    Path file = withMode(tight);

    assertThat(PkiFiles.makePrivate(file)).isEmpty();
    assertThat(mode(file)).isEqualTo(tight);
  }

  @Test
  void aKeyFileThatHasJustGoneNeedsNoCare() {
    assertThat(PkiFiles.makePrivate(folder.resolve("gone.pem"))).isEmpty();
  }

  /// Linux lets nobody, not even root, change the modes in a process's folder.
  @Test
  @EnabledOnOs(OS.LINUX)
  void aModeThatCannotBeChangedIsToldAndNotRefused() {
    assertThat(PkiFiles.makePrivate(Path.of("/proc/self/status")))
        .hasValue(
            "/proc/self/status was open to others on this computer (r--r--r--) and still is: Operation not permitted");
  }

  /// A zip file stands for every file system without POSIX permissions.
  @Test
  void withoutPermissionsFilesAreJustWritten() throws Exception {
    try (FileSystem zip =
        FileSystems.newFileSystem(folder.resolve("x.zip"), Map.of("create", "true"))) {
      Path state = zip.getPath("/a/state");
      Path key = state.resolve("key.pem");
      Path certificate = state.resolve("cert.pem");
      PkiFiles.createFolders(state);

      Pem.write(key, IDENTITY.privateKey());
      Pem.write(certificate, IDENTITY.chain());

      assertThat(PkiFiles.makePrivate(key)).isEmpty();
      assertThat(Pem.identity(certificate, key)).isEqualTo(IDENTITY);
    }
  }

  private Path withMode(String mode) throws IOException {
    Path file = Files.createFile(folder.resolve("key.pem"));
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
  }

  private static String mode(Path path) {
    return modeIfPresent(path).orElseThrow();
  }

  private static Optional<String> modeIfPresent(Path path) {
    try {
      return Optional.of(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
