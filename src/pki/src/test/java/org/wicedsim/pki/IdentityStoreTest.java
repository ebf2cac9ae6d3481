package org.wicedsim.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wicedsim.pki.Fixtures.NOW;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityStoreTest {
  private static final int RACERS = 8;

  @TempDir Path state;
  private Path parent;
  private Path folder;

  @BeforeEach
  void nameTheFolder() {
    parent = state.resolve("deep");
    folder = parent.resolve("class");
  }

  @Test
  void theFirstCallMakesTheIdentity() throws Exception {
    StoredIdentity stored = load(NOW);

    assertThat(stored.certificateFile()).isEqualTo(folder.resolve("wwep_cert.pem"));
    assertThat(stored.privateKeyFile()).isEqualTo(folder.resolve("wwep_privkey.pem"));
    assertThat(Pem.identity(stored.certificateFile(), stored.privateKeyFile()))
        .isEqualTo(stored.identity());
    assertThat(stored.notes())
        .containsExactly(
            "A new identity for CN=wwep.wv101.cypress.com was made in %s, valid until 2036-02-28T12:00:00Z"
                .formatted(folder));
    assertThat(stored.identity().certificate().getPublicKey().getAlgorithm()).isEqualTo("EC");
    assertThat(entries(parent)).containsExactly("class");
  }

  @Test
  void foldersAndKeyAreForTheOwnerAlone() throws Exception {
    load(NOW);

    assertThat(mode(parent)).isEqualTo("rwx------");
    assertThat(mode(folder)).isEqualTo("rwx------");
    assertThat(mode(folder.resolve("wwep_privkey.pem"))).isEqualTo("rw-------");
    assertThat(mode(folder.resolve("wwep_cert.pem"))).isEqualTo("rw-r--r--");
  }

  @Test
  void everyLaterCallFindsTheSame() {
    StoredIdentity first = load(NOW);

    StoredIdentity second = load(NOW.plus(Duration.ofDays(365)));

    assertThat(second.identity()).isEqualTo(first.identity());
    assertThat(second.notes()).isEmpty();
  }

  @Test
  void anRsaKeyIsMadeByChoice() {
    StoredIdentity stored = IdentityStore.loadOrCreate(folder, spec(NOW), KeyKind.RSA_2048, NOW);

    assertThat(stored.identity().certificate().getPublicKey().getAlgorithm()).isEqualTo("RSA");
  }

  @Test
  void anEmptyFolderIsFilled() throws Exception {
    Files.createDirectories(folder);

    assertThat(load(NOW).identity()).isEqualTo(load(NOW).identity());
    assertThat(mode(folder)).isEqualTo("rwx------");
  }

  @Test
  void aRelativeFolderIsTaken() {
    Path relative = Path.of("").toAbsolutePath().relativize(folder);

    assertThat(IdentityStore.loadOrCreate(relative, spec(NOW), KeyKind.EC_P256, NOW).identity())
        .isEqualTo(load(NOW).identity());
  }

  @Test
  void leftoversOfAProcessThatDiedAreNoHarm() throws Exception {
    Path leftover = Files.createDirectories(folder.resolveSibling(".class-new-123"));
    Files.writeString(leftover.resolve("wwep_cert.pem"), "half a certi");

    StoredIdentity made = load(NOW);

    assertThat(load(NOW).identity()).isEqualTo(made.identity());
    assertThat(leftover.resolve("wwep_cert.pem")).hasContent("half a certi");
  }

  /// SPEC 2.8; the limit is 30 days, the identity's last second 2036-02-28T12:00:00Z.
  @Test
  void anIdentityIsReplacedFrom30DaysBeforeItsEnd() {
    Instant end = Instant.parse("2036-02-28T12:00:00Z");
    StoredIdentity first = load(NOW);

    StoredIdentity before = load(end.minus(Duration.ofDays(30)).minusSeconds(1));
    StoredIdentity after = load(end.minus(Duration.ofDays(30)));

    assertThat(before.identity()).isEqualTo(first.identity());
    assertThat(after.identity()).isNotEqualTo(first.identity());
  }

  @Test
  void aReplacedIdentityIsKeptBesideTheNewOneAndTold() throws Exception {
    Instant late = NOW.plus(Duration.ofDays(36_500));
    StoredIdentity old = load(NOW);

    StoredIdentity replaced = load(late);

    List<String> siblings = entries(parent);
    assertThat(siblings).hasSize(2).contains("class");
    Path retired = folder.resolveSibling(siblings.getFirst());
    assertThat(retired.getFileName().toString()).matches("\\.class-retired-[0-9a-f]{16}");
    assertThat(Pem.identity(retired.resolve("wwep_cert.pem"), retired.resolve("wwep_privkey.pem")))
        .isEqualTo(old.identity());
    assertThat(replaced.notes().getFirst())
        .isEqualTo(
            "The identity in %s is good until 2036-02-28T12:00:00Z only and is replaced; the old one is in %s. Everybody who trusts the old certificate needs the new one"
                .formatted(folder, retired));
    assertThat(load(late).identity()).isEqualTo(replaced.identity());
  }

  @Test
  void anIdentityThatExpiredTwiceAndCannotBeRetiredAgainIsNamed() throws Exception {
    StoredIdentity old = load(NOW);
    Instant late = NOW.plus(Duration.ofDays(36_500));
    load(late);
    Path retired = folder.resolveSibling(entries(parent).getFirst());
    Files.delete(folder.resolve("wwep_cert.pem"));
    Files.delete(folder.resolve("wwep_privkey.pem"));
    Pem.write(folder.resolve("wwep_cert.pem"), old.identity().chain());
    Pem.write(folder.resolve("wwep_privkey.pem"), old.identity().privateKey());

    assertThatThrownBy(() -> load(late))
        .isInstanceOf(PkiException.class)
        .hasMessage("%s cannot be renamed to %s: Directory not empty".formatted(folder, retired));
    assertThat(entries(parent)).hasSize(2);
  }

  @Test
  void aCertificateFromTheFutureIsKeptAndTold() {
    StoredIdentity made = load(NOW);

    StoredIdentity found = load(Instant.EPOCH);

    assertThat(found.identity()).isEqualTo(made.identity());
    assertThat(found.notes())
        .containsExactly(
            "The certificate in %s is valid from 2026-02-28T12:00:00Z on, and this computer's clock says 1970-01-01T00:00:00Z: check the clock"
                .formatted(folder));
  }

  @Test
  void aLooseKeyIsMadePrivateAndTold() throws Exception {
    StoredIdentity made = load(NOW);
    Files.setPosixFilePermissions(
        made.privateKeyFile(), PosixFilePermissions.fromString("rw-r--r--"));

    StoredIdentity found = load(NOW);

    assertThat(found.identity()).isEqualTo(made.identity());
    assertThat(mode(made.privateKeyFile())).isEqualTo("rw-------");
    assertThat(found.notes())
        .singleElement()
        .asString()
        .startsWith(made.privateKeyFile() + " was open to others on this computer (rw-r--r--)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"wwep_cert.pem", "wwep_privkey.pem"})
  void aMissingFileIsNamedAndNothingChanges(String name) throws Exception {
    load(NOW);
    Files.delete(folder.resolve(name));

    assertThatThrownBy(() -> load(NOW))
        .isInstanceOf(PkiException.class)
        .hasMessage(
            folder.resolve(name) + " cannot be read: there is no such file or folder" + advice());
    assertThat(entries(folder)).hasSize(1).doesNotContain(name);
    assertThat(entries(parent)).containsExactly("class");
  }

  @ParameterizedTest
  @ValueSource(strings = {"wwep_cert.pem", "wwep_privkey.pem"})
  void aDamagedFileIsNamedAndKept(String name) throws Exception {
    load(NOW);
    Path file = folder.resolve(name);
    String damaged = Files.readString(file).substring(0, 90);
    Files.writeString(file, damaged);

    assertThatThrownBy(() -> load(NOW))
        .isInstanceOf(PkiException.class)
        .hasMessageStartingWith(file + ", line 1: BEGIN ")
        .hasMessageEndingWith(advice());
    assertThat(file).hasContent(damaged);
  }

  @Test
  void aKeyOfAnotherCertificateIsNamedAndKept() throws Exception {
    StoredIdentity made = load(NOW);
    String other = Pem.encode(KeyKind.EC_P256.generate().getPrivate());
    Files.writeString(made.privateKeyFile(), other);

    assertThatThrownBy(() -> load(NOW))
        .isInstanceOf(PkiException.class)
        .hasMessage(
            "%s and %s do not fit: The private key does not belong to the certificate of CN=wwep.wv101.cypress.com%s"
                .formatted(made.certificateFile(), made.privateKeyFile(), advice()));
    assertThat(made.privateKeyFile()).hasContent(other.stripTrailing());
  }

  @Test
  void aFileThatCannotBeReadIsNamed() throws Exception {
    load(NOW);
    Path file = folder.resolve("wwep_privkey.pem");
    Files.delete(file);
    Files.createDirectory(file);

    assertThatThrownBy(() -> load(NOW))
        .isInstanceOf(PkiException.class)
        .hasMessage(file + " cannot be read: Is a directory" + advice());
  }

  @Test
  void aFolderWithOtherFilesIsNotTouched() throws Exception {
    Files.createDirectories(folder);
    Files.createFile(folder.resolve("homework.txt"));

    assertThatThrownBy(() -> load(NOW))
        .isInstanceOf(PkiException.class)
        .hasMessage(
            folder
                + " holds homework.txt but neither wwep_cert.pem nor wwep_privkey.pem: choose another folder for the identity, or empty this one");
    assertThat(entries(folder)).containsExactly("homework.txt");
  }

  @Test
  void aFileInPlaceOfTheFolderIsNamed() throws Exception {
    Files.createDirectories(parent);
    Files.createFile(folder);

    assertThatThrownBy(() -> load(NOW))
        .isInstanceOf(PkiException.class)
        .hasMessage(folder + " is a file: choose another folder for the identity");
  }

  @Test
  void aFolderThatCannotBeMadeIsNamed() throws Exception {
    Files.createFile(parent);

    assertThatThrownBy(() -> load(NOW))
        .isInstanceOf(PkiException.class)
        .hasMessage(parent + " cannot be created: something else has that name");
  }

  @Test
  void theRootOfAFileSystemIsRefused() {
    Path root = state.getRoot();

    assertThatThrownBy(() -> IdentityStore.loadOrCreate(root, spec(NOW), KeyKind.EC_P256, NOW))
        .isInstanceOf(PkiException.class)
        .hasMessage("/ cannot be an identity's folder: name one below it");
  }

  @Test
  void anIdentityThatWouldBeReplacedAtOnceIsNotMade() {
    assertThatThrownBy(() ->
            IdentityStore.loadOrCreate(
                folder, spec(NOW), KeyKind.EC_P256, Instant.MAX.minus(Duration.ofDays(99))))
        .isInstanceOf(PkiException.class)
        .hasMessage(
            "An identity to keep must be valid for more than 30 days, this one ends 2036-02-28T12:00:00Z");
    assertThat(folder).doesNotExist();
  }

  @RepeatedTest(5)
  void allWhoAskAtTheSameMomentGetOneIdentity() throws Exception {
    List<StoredIdentity> all = race(NOW);

    assertThat(identities(all)).hasSize(1);
    assertThat(all).filteredOn(stored -> !stored.notes().isEmpty()).hasSize(1);
    assertThat(entries(parent)).containsExactly("class");
  }

  @RepeatedTest(5)
  void allWhoFindItExpiredGetOneNewIdentity() throws Exception {
    Identity old = load(NOW).identity();

    List<StoredIdentity> all = race(NOW.plus(Duration.ofDays(36_500)));

    assertThat(identities(all)).hasSize(1).doesNotContain(old);
    assertThat(entries(parent)).hasSize(2);
  }

  /// Certificate and key are two files: what is read of them must come from one identity.
  @Test
  void nobodyReadsHalfOfOneIdentityAndHalfOfTheNext() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Callable<Integer> reader =
          () -> {
            int reads = 0;
            while (!done.get()) {
              load(NOW);
              reads++;
            }
            return reads;
          };
      List<Future<Integer>> readers = List.of(threads.submit(reader), threads.submit(reader));
      for (int generation = 1; generation <= 60; generation++) {
        load(NOW.plus(Duration.ofDays(4_000L * generation)));
      }
      done.set(true);

      for (Future<Integer> each : readers) {
        assertThat(each.get()).isPositive();
      }
    }
  }

  private List<StoredIdentity> race(Instant now) throws Exception {
    CyclicBarrier start = new CyclicBarrier(RACERS);
    Callable<StoredIdentity> racer =
        () -> {
          start.await();
          return load(now);
        };
    List<StoredIdentity> all = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(RACERS)) {
      for (Future<StoredIdentity> each : threads.invokeAll(Collections.nCopies(RACERS, racer))) {
        all.add(each.get());
      }
    }
    return all;
  }

  private StoredIdentity load(Instant now) {
    return IdentityStore.loadOrCreate(folder, spec(now), KeyKind.EC_P256, now);
  }

  private String advice() {
    return ". Put the right file back, or delete the folder %s to get a new identity, whose certificate everybody who trusts the old one will need"
        .formatted(folder);
  }

  private static CertificateSpec spec(Instant now) {
    return ClassIdentity.spec(now, Fixtures.LAN_ADDRESS);
  }

  private static Set<Identity> identities(List<StoredIdentity> all) {
    Set<Identity> identities = new HashSet<>();
    all.forEach(stored -> identities.add(stored.identity()));
    return identities;
  }

  private static List<String> entries(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
