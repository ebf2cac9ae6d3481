package org.wicedsim.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.Callable;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.wicedsim.hal.Octets;
import org.wicedsim.pki.KeyKind;
import org.wicedsim.pki.Pem;
import org.wicedsim.wwep.Answer;
import org.wicedsim.wwep.Decoded;
import org.wicedsim.wwep.Reply;
import org.wicedsim.wwep.Request;
import org.wicedsim.wwep.Wwep;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `wiced-sim send`: sends messages to a class server as they are typed, and prints the answers.
@Command(
    name = "send",
    description = {
      "Send messages to a class server, and print its answers.",
      "The octets go out as typed, legal or not: one connection a message, unless --keep-alive."
    },
    footer = {
      "",
      "Examples:",
      "  ./wiced-sim send W0FAC0B1234 R0FAC0B",
      "  ./wiced-sim send --tls R0FAC0B",
      "  ./wiced-sim send --host 192.0.2.7 --port 27708 --keep-alive R0FAC0B R0FAC0C",
      "",
      "The exit code is that of the first message that was not accepted."
    })
final class SendCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private LanOption lanOption;

  @Parameters(arity = "1..*", paramLabel = "MESSAGE", description = "Such as W0FAC0B1234.")
  private List<String> messages = List.of();

  @Option(
      names = "--host",
      paramLabel = "H",
      description = "The server's name or address. (Default: the LAN's class server)")
  private @Nullable String host;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "The server's port. (Default: 27708, with --tls 40508)")
  private @Nullable Integer port;

  @Option(names = "--tls", description = "Speak TLS, and verify the server.")
  private boolean tls;

  @ArgGroup private @Nullable Trust trust;

  @Option(
      names = "--keep-alive",
      description = "One connection for all messages; the server must run with --keep-alive too.")
  private boolean keepAlive;

  private static final class Trust {
    @Option(
        names = "--ca",
        paramLabel = "F",
        description = "PEM certificates to trust. (Default: this installation's class identity)")
    private @Nullable Path ca;

    @Option(names = "--insecure", description = "Do not verify the server's certificate.")
    private boolean insecure;
  }

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    try (LanOption.Chosen chosen = lanOption.choose()) {
      WwepClient client = client(new ClassServerPlace(chosen.lan()), err);
      ExitCode exit = ExitCode.OK;
      for (String message : messages) {
        ExitCode one = send(client, message, err);
        exit = exit == ExitCode.OK ? one : exit;
        if (!keepAlive || one == ExitCode.NO_CONNECTION || one == ExitCode.TLS_REFUSED) {
          client.close();
        }
      }
      client.close();
      return exit.code();
    }
  }

  /// Sends one message, and prints the answer as it came, or why there is none.
  private ExitCode send(WwepClient client, String message, PrintWriter err) {
    try {
      client.open();
    } catch (SSLException e) {
      return failed(ExitCode.TLS_REFUSED, "TLS was refused: " + e.getMessage(), err);
    } catch (IOException e) {
      return failed(
          ExitCode.NO_CONNECTION,
          "no connection: %s; check that the server runs there".formatted(e.getMessage()),
          err);
    }
    try {
      byte[] answer = client.exchange(message);
      if (answer.length == 0) {
        return failed(ExitCode.BAD_ANSWER, "no answer to " + message, err);
      }
      PrintWriter out = spec.commandLine().getOut();
      out.println(Octets.of(answer));
      out.flush();
      return judge(message, answer);
    } catch (SSLException e) {
      // Under TLS 1.3 a server refuses a missing client certificate only now.
      return failed(ExitCode.TLS_REFUSED, "TLS was refused: " + e.getMessage(), err);
    } catch (IOException e) {
      return failed(
          ExitCode.BAD_ANSWER, "no answer to %s: %s".formatted(message, e.getMessage()), err);
    }
  }

  private static ExitCode judge(String message, byte[] answer) {
    if (Request.parse(message) instanceof Decoded.One(Request request)) {
      return switch (Answer.judge(request, answer)) {
        case Answer.Accepted _ -> ExitCode.OK;
        case Answer.Refused _ -> ExitCode.EXPECTATION_FAILED;
        case Answer.Malformed _, Answer.Incomplete _ -> ExitCode.BAD_ANSWER;
      };
    }
    return answer[0] == Reply.Refused.OCTET ? ExitCode.EXPECTATION_FAILED : ExitCode.BAD_ANSWER;
  }

  private ExitCode failed(ExitCode code, String what, PrintWriter err) {
    err.println("wiced-sim send: %s: %s".formatted(where(), what));
    return code;
  }

  private String where() {
    return (host == null ? ClassServerPlace.ADDRESS.toString() : host) + ":" + targetPort();
  }

  private int targetPort() {
    if (port != null) {
      return port;
    }
    return tls ? Wwep.TLS_PORT : Wwep.PLAIN_PORT;
  }

  private WwepClient client(ClassServerPlace place, PrintWriter err) {
    InetAddress address = host == null ? place.loopback() : place.resolve(host);
    InetSocketAddress target = new InetSocketAddress(address, targetPort());
    if (!tls) {
      if (trust != null) {
        throw new CommandException(
            ExitCode.USAGE, "--ca and --insecure say how to verify TLS: give --tls too");
      }
      return WwepClient.plain(target);
    }
    if (trust != null && trust.insecure) {
      return WwepClient.unverified(target);
    }
    List<X509Certificate> trusted =
        trust != null && trust.ca != null
            ? Pem.certificates(trust.ca)
            : place.identity(KeyKind.EC_P256, err).identity().chain();
    String name = host == null ? ClassServerPlace.NAME : host;
    return WwepClient.verified(target, name, trusted);
  }
}
