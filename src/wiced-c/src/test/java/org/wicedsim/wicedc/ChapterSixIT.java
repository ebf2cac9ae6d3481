package org.wicedsim.wicedc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.wicedsim.hal.Ipv4Address;
import org.wicedsim.pki.Pem;
import org.wicedsim.wiced.Interface;
import org.wicedsim.wiced.SocketState;
import org.wicedsim.wiced.WicedEvent;
import org.wicedsim.wiced.WicedResult;

/// The code that the course's chapter on sockets prints, unchanged, does what the chapter says.
class ChapterSixIT {
  @RegisterExtension private final CLan lan = new CLan();
  @TempDir private Path folder;

  @Test
  void streamWritesAndReads() throws Exception {
    List<String> transactions = lan.classServer();
    CBoard board = lan.start(block("client_stream"));

    assertThat(board.awaitLines(1)).containsExactly("0 AABCD051234");
    assertThat(board.sent()).containsExactly("WABCD051234");
    assertThat(transactions).containsExactly("plain WABCD051234 AABCD051234");
  }

  // It reads no answer.
  @Test
  void packetIsSentAndGivenBack() throws Exception {
    List<String> transactions = lan.classServer();
    CBoard board = lan.start(block("packet_client"));

    board.awaitCall("wiced_tcp_delete_socket");

    assertThat(board.sent()).containsExactly("WABCD051234");
    board.await("the transaction", () -> !transactions.isEmpty());
    assertThat(transactions).containsExactly("plain WABCD051234 AABCD051234");
    assertThat(board.leaks()).isEmpty();
  }

  @Test
  void serverPrintsAPacketAndDisconnects() throws Exception {
    CBoard board = lan.start(block("packet_server").asServer());
    board.awaitCall("wiced_tcp_listen");

    String first = lan.guest(CLan.PLAIN_PORT).send("WABCD051234").readAll();
    String second = lan.guest(CLan.PLAIN_PORT).send("hello").readAll();

    assertThat(List.of(first, second)).containsOnly("");
    assertThat(board.awaitLines(2)).containsExactly("Packet=WABCD051234", "Packet=hello");
  }

  // Nobody comes to the board's own access point, and the SDK waits for three seconds.
  @Test
  void serverListensOnAnAccessPointOfItsOwn() throws Exception {
    CBoard board = lan.start(block("server_accept"));

    board.awaitCall("wiced_tcp_accept");

    assertThat(board.all(WicedEvent.NetworkUp.class))
        .containsExactly(new WicedEvent.NetworkUp(Interface.AP, Ipv4Address.of(192, 168, 0, 1)));
    assertThat(board.all(WicedEvent.SocketChanged.class))
        .filteredOn(change -> change.state() == SocketState.LISTEN)
        .extracting(change -> change.local().port())
        .contains(27_708);
    assertThat(result(board, "wiced_tcp_accept")).isEqualTo(WicedResult.SOCKET_CLOSED);
  }

  @Test
  void clientTrustsTheCertificateOfTheDct() throws Exception {
    lan.classServer();
    CBoard board = lan.start(blockWithIdentity("tls_client"));

    board.awaitCall("wiced_tls_deinit_context");

    assertThat(result(board, "wiced_tcp_connect")).isEqualTo(WicedResult.SUCCESS);
    assertThat(board.all(WicedEvent.TlsEstablished.class)).hasSize(1);
    assertThat(board.diagnostics()).isEmpty();
  }

  // On the plain port, as the chapter has it.
  @Test
  void serverProvesItselfWithTheIdentityOfTheDct() throws Exception {
    CBoard board = lan.start(blockWithIdentity("tls_server").asServer());
    board.awaitCall("wiced_tcp_listen");

    lan.tlsGuest(CLan.PLAIN_PORT);
    board.awaitCall("wiced_tcp_accept");

    assertThat(result(board, "wiced_tcp_accept")).isEqualTo(WicedResult.SUCCESS);
    assertThat(board.all(WicedEvent.TlsEstablished.class)).hasSize(1);
  }

  @Test
  void rootComesFromTheDct() throws Exception {
    CBoard board = lan.start(blockWithIdentity("root_from_dct"));

    board.awaitCall("wiced_tls_init_root_ca_certificates");

    String certificate = Pem.encode(lan.identity().chain()).replace("\n", "\r\n");
    assertThat(board.console())
        .endsWith(
            """
            Read the certificate Key from DCT
            Certificate Length = %d
            Certificate =%s\
            """
                .formatted(certificate.length(), certificate));
    assertThat(result(board, "wiced_tls_init_root_ca_certificates")).isEqualTo(WicedResult.SUCCESS);
  }

  // SPEC 2.4: the symbol resources_apps_DIR_httpbin_org_DIR_ca_pem.
  @Test
  void rootComesFromTheResources() throws Exception {
    Path certificate = folder.resolve("resources/apps/httpbin_org/ca.pem");
    Files.createDirectories(Objects.requireNonNull(certificate.getParent()));
    Files.writeString(certificate, Pem.encode(lan.identity().chain()));
    CBoard board = lan.start(block("root_from_resource"));

    board.awaitCall("wiced_tls_init_root_ca_certificates");

    assertThat(result(board, "wiced_tls_init_root_ca_certificates")).isEqualTo(WicedResult.SUCCESS);
    assertThat(board.printed()).isEmpty();
  }

  // What the chapter prints lost letters on its way, and is no certificate any more.
  @Test
  void rootInTheSourceIsRefusedWhenItIsNoCertificate() throws Exception {
    CBoard board = lan.start(block("root_from_array"));

    List<String> lines = board.awaitLines(1);

    WicedResult result = result(board, "wiced_tls_init_root_ca_certificates");
    assertThat(result).isNotEqualTo(WicedResult.SUCCESS);
    assertThat(lines)
        .containsExactly(
            "Error: Root CA certificate failed to initialize: "
                + Integer.toUnsignedString(result.code()));
  }

  /// A block in a folder of its own, since a folder above the sources of the tests holds
  /// `resources/` (SPEC 2.4).
  private CProgram block(String name) throws Exception {
    Path source =
        TestGcc.files("chapter6", ".c").stream()
            .filter(file -> file.endsWith(name + ".c"))
            .findFirst()
            .orElseThrow();
    return CProgram.of(Files.copy(source, folder.resolve(name + ".c")));
  }

  /// A block with a makefile that puts the class server's certificate and key into the DCT.
  private CProgram blockWithIdentity(String name) throws Exception {
    block(name);
    return CProgram.of(
        Files.writeString(
            folder.resolve(name + ".mk"),
            """
            NAME := App_%1$s
            $(NAME)_SOURCES := %1$s.c
            CERTIFICATE := $(SOURCE_ROOT)resources/certificates/wwep_cert.pem
            PRIVATE_KEY := $(SOURCE_ROOT)resources/certificates/wwep_privkey.pem
            """
                .formatted(name)));
  }

  private static WicedResult result(CBoard board, String function) {
    return board.calls(function).getFirst().result();
  }
}
