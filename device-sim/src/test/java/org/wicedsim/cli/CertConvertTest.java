package org.wicedsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `wiced-sim cert convert`, and private keys, which no command prints.
class CertConvertTest {
  @TempDir private Path folder;

  @BeforeEach
  void makeACertificateAndAKey() {
    cert("self-signed", "--ec", "--out", "certificate.pem", "--key-out", "key.pem");
  }

  @Test
  void aPrivateKeyIsNamedAndNeverPrinted() throws Exception {
    String secret = Files.readAllLines(file("key.pem")).get(1);

    CommandRun shown = cert("show", "key.pem");
    CommandRun converted = cert("convert", "key.pem");

    assertThat(shown.out()).contains("Private key", "EC P-256").doesNotContain(secret);
    assertThat(converted.exitCode()).isEqualTo(ExitCode.USAGE.code());
    assertThat(converted.out() + converted.err()).doesNotContain(secret);
  }

  @Test
  void derAndBackIsTheSameFile() throws Exception {
    cert("convert", "certificate.pem", "--to", "der", "--out", "site.pem");

    CommandRun back = cert("convert", "site.pem");

    assertThat(Files.readAllBytes(file("site.pem"))).startsWith(0x30);
    assertThat(back.out()).isEqualTo(Files.readString(file("certificate.pem")));
  }

  // The chapter's method 3.
  @Test
  void aCArrayHoldsThePemWithCrLf() throws Exception {

    String array = cert("convert", "certificate.pem", "--to", "c-array", "--c-name", "root").out();

    assertThat(array)
        .startsWith("static const char root[] =\n    \"-----BEGIN CERTIFICATE-----\\r\\n\"\n");
    assertThat(array).endsWith("    \"-----END CERTIFICATE-----\\r\\n\";\n");
    String text =
        array
            .lines()
            .skip(1)
            .map(line -> line.replaceAll("^ *\"|\";?$", ""))
            .reduce("", String::concat);
    assertThat(text.replace("\\r\\n", "\n")).isEqualTo(Files.readString(file("certificate.pem")));
    assertThat(cert("convert", "certificate.pem", "--to", "c-array", "--c-name", "1x").exitCode())
        .isEqualTo(ExitCode.USAGE.code());
  }

  @Test
  void aKeyGoesIntoACArrayOfItsOwnersAlone() throws Exception {
    CommandRun run = cert("convert", "key.pem", "--to", "c-array", "--out", "key.h");

    assertThat(run.exitCode()).isZero();
    assertThat(file("key.h")).content().contains("BEGIN PRIVATE KEY");
    assertThat(Files.getPosixFilePermissions(file("key.h")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void derTakesOneThing() throws Exception {
    String pem = Files.readString(file("certificate.pem"));
    Files.writeString(file("two.pem"), pem + pem);

    CommandRun two = cert("convert", "two.pem", "--to", "der", "--out", "two.der");
    CommandRun one = cert("convert", "two.pem", "--to", "der", "--out", "two.der", "--number", "2");

    assertThat(two.err()).contains("holds 2 things", "--number");
    assertThat(one.exitCode()).isZero();
  }

  /// Runs `cert` with every file name inside the test's folder.
  private CommandRun cert(String... arguments) {
    return CommandRun.of(
        Stream.concat(
                Stream.of("cert"),
                Stream.of(arguments)
                    .map(word -> word.matches("[a-z-]+\\.(pem|der|h)") ? "" + file(word) : word))
            .toArray(String[]::new));
  }

  private Path file(String name) {
    return folder.resolve(name);
  }
}
