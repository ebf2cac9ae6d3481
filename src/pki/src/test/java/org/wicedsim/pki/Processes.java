package org.wicedsim.pki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.misc.MiscObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.Assumptions;

/// Runs other programs.
final class Processes {
  private static final int TIMEOUT_S = 60;

  private Processes() {}

  /// How a program ended, and what it said on both of its outputs.
  record Result(int exitCode, String output) {}

  /// Skips the test where there is no openssl: macOS has another program of that name.
  static void assumeOpenssl() {
    boolean present;
    try {
      present = openssl(Path.of("."), "version").output().startsWith("OpenSSL");
    } catch (UncheckedIOException _) {
      present = false;
    }
    Assumptions.assumeTrue(present, "openssl is not installed");
  }

  /// Runs openssl in a folder.
  ///
  /// @param arguments separated by single blanks
  static Result openssl(Path folder, String arguments) {
    return end(startOpenssl(folder, arguments), "");
  }

  /// Starts openssl in a folder, to run beside the test.
  ///
  /// @param arguments separated by single blanks
  static Process startOpenssl(Path folder, String arguments) {
    List<String> command = new ArrayList<>(List.of("openssl"));
    command.addAll(List.of(arguments.split(" ", -1)));
    return start(folder, command);
  }

  /// A JVM with this module on its class path.
  static Process startJava(List<String> flags, Class<?> main, Object... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(List.of("-cp", classPath(), main.getName()));
    Stream.of(arguments).map(Object::toString).forEach(command::add);
    return start(Path.of("."), command);
  }

  /// Gives a process its input and waits for its end.
  static Result end(Process process, String input) {
    try {
      process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(TIMEOUT_S, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("Still running after " + TIMEOUT_S + " s: " + output);
      }
      return new Result(process.exitValue(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      throw new AssertionError(e);
    }
  }

  private static Process start(Path folder, List<String> command) {
    try {
      return new ProcessBuilder(command)
          .directory(folder.toFile())
          .redirectErrorStream(true)
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String classPath() {
    return Stream.of(
            Processes.class,
            Identity.class,
            ASN1Object.class,
            MiscObjectIdentifiers.class,
            X509CertificateHolder.class)
        .map(Processes::placeOf)
        .collect(Collectors.joining(System.getProperty("path.separator")));
  }

  private static String placeOf(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    return Path.of(source.getLocation().getPath()).toString();
  }
}
