package org.wicedsim.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wicedsim.hal.BoardDescription;
import org.wicedsim.hal.Octets;
import org.wicedsim.pki.CertificateMaker;
import org.wicedsim.pki.CertificateSpec;
import org.wicedsim.pki.Identity;
import org.wicedsim.pki.KeyKind;
import org.wicedsim.pki.Pem;
import org.wicedsim.pki.Purpose;
import org.wicedsim.wiced.Firmware;
import org.wicedsim.wwepserver.ClassServer;
import org.wicedsim.wwepserver.ClassServerConfig;
import org.wicedsim.wwepserver.ServerIdentity;
import org.wicedsim.wwepserver.TlsSettings;

/// A server at the class server's address of a LAN, whatever plays it.
final class ExerciseServer {
  static final int PLAIN_PORT = 27_708;
  static final int TLS_PORT = 40_508;

  private static final Duration DAY = Duration.ofDays(1);
  private static final Identity IDENTITY = identity("CN=wwep.ww101.cypress.com");

  /// Number, peer, way, request and answer.
  private static final Pattern TRANSACTION =
      Pattern.compile("^\\d+ [\\d.]+:\\d+ (?:plain|TLS) (.* -> .*)$", Pattern.MULTILINE);

  private final @Nullable ExerciseBoard board;
  private final Supplier<List<String>> transactions;

  private ExerciseServer(@Nullable ExerciseBoard board, Supplier<List<String>> transactions) {
    this.board = board;
    this.transactions = transactions;
  }

  /// Who plays the class server, and which ways it speaks.
  enum Kind {
    CLASS_SERVER(true, true),
    EXERCISE_04(true, false),
    EXERCISE_05(false, true),
    EXERCISE_07(true, true);

    private final boolean plain;
    private final boolean tls;

    Kind(boolean plain, boolean tls) {
      this.plain = plain;
      this.tls = tls;
    }

    boolean speaks(Way way) {
      return switch (way) {
        case PLAIN -> plain;
        case TLS -> tls;
      };
    }
  }

  /// How octets travel.
  enum Way {
    PLAIN,
    TLS
  }

  /// Starts a server; when this returns, clients can come.
  static ExerciseServer start(ExerciseLan lan, Kind kind) {
    return switch (kind) {
      case CLASS_SERVER -> classServer(lan);
      case EXERCISE_04 -> onABoard(lan, new Exercise04Server(), kind);
      case EXERCISE_05 -> onABoard(lan, new Exercise05SecureServer(), kind);
      case EXERCISE_07 -> onABoard(lan, new Exercise07DualServer(), kind);
    };
  }

  /// A self-signed server's identity, made for the class server's name.
  static Identity identity(String subject) {
    Instant now = Instant.now();
    return CertificateMaker.selfSigned(
        CertificateSpec.of(subject, Purpose.SERVER, now.minus(DAY), now.plus(DAY))
            .withAlternativeNames(List.of("wwep.ww101.cypress.com"), List.of()),
        KeyKind.EC_P256);
  }

  /// The certificate of all servers here, as PEM.
  String certificate() {
    return Pem.encode(IDENTITY.chain());
  }

  /// A line of the private key of all servers here, which nobody may ever see.
  String privateKeyLine() {
    return Pem.encode(IDENTITY.privateKey()).lines().toList().get(1);
  }

  /// The transactions so far, as `request -> answer`.
  List<String> transactions() {
    return transactions.get();
  }

  /// Waits until these transactions, and no others, have been served.
  void awaitTransactions(String... expected) {
    ExerciseLan.await(
        expected.length + " transactions", () -> transactions().size() >= expected.length);
    assertThat(transactions()).containsExactly(expected);
  }

  /// The resources of a board that plays the class server.
  static Map<String, Octets> files(Identity identity) {
    return Map.of(
        "certificates/wwep_cert.pem", Octets.of(Pem.encode(identity.chain())),
        "certificates/wwep_privkey.pem", Octets.of(Pem.encode(identity.privateKey())));
  }

  /// The board that plays the server.
  ///
  /// @throws IllegalStateException when none does
  ExerciseBoard board() {
    if (board == null) {
      throw new IllegalStateException("the class server is no board");
    }
    return board;
  }

  private static ExerciseServer onABoard(ExerciseLan lan, Firmware firmware, Kind kind) {
    BoardDescription course = ExerciseBoard.course();
    ExerciseBoard board =
        lan.keep(
            ExerciseBoard.start(
                lan.lan(),
                ExerciseLan.SERVER,
                course.withMac(course.mac().plus(-11)),
                files(IDENTITY),
                firmware));
    if (kind.plain) {
      board.awaitConsole("Listening on port 27708\n");
    }
    if (kind.tls) {
      board.awaitConsole("Listening on port 40508\n");
    }
    return new ExerciseServer(board, () -> transactionsOn(board.console()));
  }

  /// The lines of SPEC 1.12, without number, peer and way.
  private static List<String> transactionsOn(String console) {
    return TRANSACTION.matcher(console).results().map(line -> line.group(1)).toList();
  }

  private static ExerciseServer classServer(ExerciseLan lan) {
    List<String> done = new CopyOnWriteArrayList<>();
    ClassServerConfig config =
        ClassServerConfig.builder()
            .addresses(List.of(lan.serverAddress()))
            .plainPort(PLAIN_PORT)
            .tls(
                new TlsSettings(
                    TLS_PORT,
                    new ServerIdentity(IDENTITY.privateKey(), IDENTITY.chain()),
                    List.of()))
            .transactions(
                transaction -> done.add(transaction.request() + " -> " + transaction.answer()))
            .build();
    try {
      lan.keep(ClassServer.start(config));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return new ExerciseServer(null, () -> List.copyOf(done));
  }
}
