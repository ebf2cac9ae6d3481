package org.wicedsim.wiced.testing;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.wicedsim.pki.Identity;
import org.wicedsim.pki.Pem;

/// A real `openssl s_server`, which sends every line back reversed.
public final class OpensslServer implements AutoCloseable {
  private final Process process;

  private OpensslServer(Process process) {
    this.process = process;
  }

  /// Starts a server, and waits until it listens.
  ///
  /// @param folder for its files
  /// @param options further options, such as `-tls1_2`
  public static OpensslServer start(
      InetSocketAddress address, Identity identity, Path folder, String... options)
      throws IOException {
    Path certificate = Files.createTempFile(folder, "server", ".pem");
    Path key = Files.createTempFile(folder, "server", ".key");
    Files.writeString(certificate, Pem.encode(identity.certificate()));
    Files.writeString(key, Pem.encode(identity.privateKey()));
    List<String> command =
        new ArrayList<>(
            List.of(
                "openssl",
                "s_server",
                "-accept",
                address.getAddress().getHostAddress() + ":" + address.getPort(),
                "-cert",
                certificate.toString(),
                "-key",
                key.toString(),
                "-rev",
                "-quiet"));
    if (identity.chain().size() > 1) {
      // Without the server's own certificate, or openssl sends it twice.
      Path issuers = Files.createTempFile(folder, "issuers", ".pem");
      Files.writeString(issuers, Pem.encode(identity.chain().subList(1, identity.chain().size())));
      command.addAll(List.of("-cert_chain", issuers.toString()));
    }
    command.addAll(List.of(options));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("s_server.log").toFile())
            .start();
    OpensslServer server = new OpensslServer(process);
    Awaitility.await().until(() -> listens(address));
    return server;
  }

  @Override
  public void close() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  private static boolean listens(InetSocketAddress address) {
    try (Socket probe = new Socket()) {
      probe.connect(address);
      return true;
    } catch (IOException _) {
      return false;
    }
  }
}
