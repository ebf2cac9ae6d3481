package org.wicedsim.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wicedsim.hal.BoardDescription;
import org.wicedsim.hal.Dct;
import org.wicedsim.hal.DctContent;
import org.wicedsim.hal.DctSection;
import org.wicedsim.hal.SecurityFiles;
import org.wicedsim.hal.WifiConfig;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `wiced-sim dct set`: provisions a board. Nothing is written unless all of it can be.
@Command(
    name = "set",
    description = {
      "Put a certificate, a private key, a Wi-Fi network or application data into a board's DCT.",
      "A board that runs sees it when it is switched on the next time."
    },
    footer = {
      "",
      "Examples:",
      "  ./wiced-sim dct set --certificate cert.pem --private-key key.pem",
      "  ./wiced-sim dct set --wifi-ssid class --wifi-passphrase-file passphrase.txt"
    })
final class DctSetCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private BoardChoice boardChoice;

  @Option(
      names = "--certificate",
      paramLabel = "FILE",
      description = "A PEM file for the certificate slot.")
  private @Nullable Path certificate;

  @Option(
      names = "--private-key",
      paramLabel = "FILE",
      description = "A PEM file for the private key slot.")
  private @Nullable Path privateKey;

  @Option(
      names = "--replace",
      description = "Put them in place of what a slot holds; a file with a chain is taken, too.")
  private boolean replace;

  @ArgGroup(exclusive = false)
  private @Nullable WifiOptions wifi;

  @Option(
      names = "--app-data",
      paramLabel = "FILE",
      description = "The application's section: these octets, then zeros.")
  private @Nullable Path applicationData;

  @Override
  public Integer call() {
    if (certificate == null && privateKey == null && wifi == null && applicationData == null) {
      throw new CommandException(
          ExitCode.USAGE,
          "nothing to set: expected --certificate, --private-key, --wifi-ssid, --wifi-security,"
              + " --wifi-passphrase-file or --app-data");
    }
    BoardDescription board = boardChoice.describe(0);
    Dct dct = BoardStorage.dct(board, spec.commandLine().getErr());
    Dct.Security security = security(dct.security());
    WifiConfig wifiConfig = wifi == null ? dct.wifi() : wifi.over(dct.wifi());
    byte[] application = applicationData == null ? null : application(applicationData);
    if (!security.equals(dct.security())) {
      dct.write(security);
    }
    if (!wifiConfig.equals(dct.wifi())) {
      dct.write(wifiConfig, board.mac());
    }
    if (application != null) {
      dct.write(DctSection.APP, 0, application);
    }
    PrintWriter out = spec.commandLine().getOut();
    new DctReport(board, dct, BoardStorage.file(board.mac())).print(out);
    return ExitCode.OK.code();
  }

  private Dct.Security security(Dct.Security present) {
    Dct.Security security = present;
    if (certificate != null) {
      security = SecurityFiles.withCertificate(security, certificate, replace);
    }
    if (privateKey != null) {
      security = SecurityFiles.withPrivateKey(security, privateKey, replace);
    }
    return security;
  }

  private static byte[] application(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] octets = in.readNBytes(DctContent.MAX_APPLICATION_OCTETS + 1);
      if (octets.length > DctContent.MAX_APPLICATION_OCTETS) {
        throw new CommandException(
            ExitCode.BAD_INPUT_FILE,
            "%s is too large: the application's section has %d octets"
                .formatted(file, DctContent.MAX_APPLICATION_OCTETS));
      }
      return Arrays.copyOf(octets, DctSection.APP.octets());
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.BAD_INPUT_FILE, "%s cannot be read: %s".formatted(file, e.getMessage()), e);
    }
  }
}
