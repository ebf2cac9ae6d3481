package org.wicedsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wicedsim.pki.Identity;
import org.wicedsim.pki.Pem;

/// `wiced-sim cert`: making, signing, showing, converting.
class CertMakeTest {
  @TempDir private Path folder;

  @Test
  void withoutACommandTheGroupShowsItsCommands() {
    CommandRun run = CommandRun.of("cert");

    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE.code());
    assertThat(run.err()).contains("self-signed", "verify", "docs/certificates.md");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "self-signed",
        "ca",
        "request",
        "sign",
        "show",
        "convert",
        "fetch",
        "verify",
        "export"
      })
  void everyCommandHasExamples(String command) {
    CommandRun run = CommandRun.of("cert", command, "--help");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("Examples:", "./wiced-sim cert " + command);
  }

  // The chapter's command: RSA 2048, 365 days.
  @Test
  void aSelfSignedCertificateIsRsaAndValidForAYear() {
    CommandRun run = selfSigned();

    assertThat(run.exitCode()).isZero();
    JsonObject facts = json("certificate.pem");
    assertThat(facts.get("selfSigned").getAsBoolean()).isTrue();
    assertThat(facts.get("keyKind").getAsString()).isEqualTo("RSA");
    assertThat(facts.get("keyBits").getAsInt()).isEqualTo(2048);
    assertThat(facts.get("dnsNames").toString()).isEqualTo("[\"localhost\"]");
    assertThat(Pem.identity(file("certificate.pem"), file("key.pem")).chain()).hasSize(1);
  }

  @Test
  void namesAndAddressesAreTakenAsGiven() {
    selfSigned(
        "--ec", "--name", "x", "--dns", "a.test", "--dns", "*.b.test", "--ip", "198.51.100.3");

    JsonObject facts = json("certificate.pem");
    assertThat(facts.get("subject").getAsString()).isEqualTo("CN=x");
    assertThat(facts.get("dnsNames").toString()).isEqualTo("[\"a.test\",\"*.b.test\"]");
    assertThat(facts.get("addresses").toString()).isEqualTo("[\"198.51.100.3\"]");
    assertThat(facts.get("keyKind").getAsString()).isEqualTo("EC P-256");
  }

  @Test
  void whatExistsIsKeptUnlessForced() throws Exception {
    Files.writeString(file("certificate.pem"), "mine");

    CommandRun refused = selfSigned("--ec");

    assertThat(refused.exitCode()).isEqualTo(ExitCode.BAD_INPUT_FILE.code());
    assertThat(refused.err()).contains("certificate.pem exists already", "--force");
    assertThat(file("certificate.pem")).hasContent("mine");
    assertThat(file("key.pem")).doesNotExist();
    assertThat(selfSigned("--ec", "--force").exitCode()).isZero();
    assertThat(Pem.identity(file("certificate.pem"), file("key.pem")).chain()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--days 0",
        "--days 36501",
        "--name ",
        "--dns a_b",
        "--dns 1.2.3.4",
        "--ip a.test"
      })
  void aSenselessOptionIsAWrongCommandLine(String option) {
    CommandRun run = selfSigned(option.split(" ", 2));

    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE.code());
    assertThat(file("key.pem")).doesNotExist();
  }

  // The chapter's way to a signed certificate: the CA sees the public key and no private one.
  @Test
  void aRequestIsSignedByAnIntermediateOfARoot() {
    ca();
    cert(
        "ca",
        "--ec",
        "--name",
        "Lab",
        "--issuer",
        "ca.pem",
        "--issuer-key",
        "ca-key.pem",
        "--out",
        "lab.pem",
        "--key-out",
        "lab-key.pem");
    request("board.test");

    CommandRun run =
        cert(
            "sign",
            "r.csr",
            "--ca",
            "lab.pem",
            "--ca-key",
            "lab-key.pem",
            "--out",
            "c.pem",
            "--dns",
            "more.test");

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("taken over from the request: board.test", "signed by CN=Lab");
    Identity identity = Pem.identity(file("c.pem"), file("r.key"));
    assertThat(identity.chain()).hasSize(2);
    assertThat(json("c.pem").get("dnsNames").toString())
        .isEqualTo("[\"board.test\",\"more.test\"]");
  }

  @Test
  void aPublicKeyIsSignedUnderAGivenName() throws Exception {
    ca();
    request("board.test");
    Path publicKey = file("public.der");
    cert("sign", "r.csr", "--ca", "ca.pem", "--ca-key", "ca-key.pem", "--out", "c.pem");
    Files.write(publicKey, Pem.certificates(file("c.pem")).getFirst().getPublicKey().getEncoded());

    List<String> sign = List.of("sign", "public.der", "--ca", "ca.pem", "--ca-key", "ca-key.pem");
    CommandRun nameless = cert(and(sign, "--out", "d.pem"));
    CommandRun named = cert(and(sign, "--out", "d.pem", "--name", "d.test", "--purpose", "client"));

    assertThat(nameless.exitCode()).isEqualTo(ExitCode.USAGE.code());
    assertThat(nameless.err()).contains("--name");
    assertThat(named.exitCode()).isZero();
    assertThat(json("d.pem").get("usages").toString()).contains("clientAuth");
  }

  @Test
  void aPrivateKeyIsNeverSigned() {
    ca();
    request("board.test");

    CommandRun run = cert("sign", "r.key", "--ca", "ca.pem", "--ca-key", "ca-key.pem");

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT_FILE.code());
    assertThat(run.err()).contains("never your private key");
    assertThat(file("certificate.pem")).doesNotExist();
  }

  @Test
  void aChangedRequestIsNotSigned() throws Exception {
    ca();
    request("board.test");
    cert("convert", "r.csr", "--to", "der", "--out", "r.der");
    byte[] der = Files.readAllBytes(file("r.der"));
    der[der.length - 1] ^= 1;
    Files.write(file("r.der"), der);

    CommandRun run = cert("sign", "r.der", "--ca", "ca.pem", "--ca-key", "ca-key.pem");

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT_FILE.code());
    assertThat(run.err()).contains("does not fit its public key");
  }

  @Test
  void aChainIsShownWithWhoSignedWhom() {
    ca();
    request("board.test");
    cert(
        "ca",
        "--ec",
        "--name",
        "Lab",
        "--issuer",
        "ca.pem",
        "--issuer-key",
        "ca-key.pem",
        "--out",
        "lab.pem",
        "--key-out",
        "lab-key.pem");
    cert("sign", "r.csr", "--ca", "lab.pem", "--ca-key", "lab-key.pem", "--out", "c.pem");

    assertThat(cert("show", "c.pem").out())
        .contains(
            "1. Certificate",
            "subject      CN=board.test",
            "valid today",
            "CA           no, it may not sign others",
            "1 is signed by 2",
            "2 is signed by CN=Root, which is not in this file");
  }

  private CommandRun selfSigned(String... more) {
    return cert(
        and(List.of("self-signed", "--out", "certificate.pem", "--key-out", "key.pem"), more));
  }

  private void ca() {
    cert("ca", "--ec", "--name", "Root", "--out", "ca.pem", "--key-out", "ca-key.pem");
  }

  private void request(String name) {
    cert("request", "--ec", "--name", name, "--out", "r.csr", "--key-out", "r.key");
  }

  private JsonObject json(String name) {
    return JsonParser.parseString(cert("show", "--json", name).out())
        .getAsJsonArray()
        .get(0)
        .getAsJsonObject();
  }

  /// Runs `cert` with every file name inside the test's folder.
  private CommandRun cert(String... arguments) {
    return CommandRun.of(
        Stream.concat(
                Stream.of("cert"),
                Stream.of(arguments)
                    .map(word ->
                        word.matches("[a-z-]+\\.(pem|der|csr|key)") ? "" + file(word) : word))
            .toArray(String[]::new));
  }

  private static String[] and(List<String> first, String... more) {
    return Stream.concat(first.stream(), Stream.of(more)).toArray(String[]::new);
  }

  private Path file(String name) {
    return folder.resolve(name);
  }
}
