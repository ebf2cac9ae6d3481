package org.wicedsim.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// A program that the launcher starts in place of the simulator; it tells how it was started.
final class FakeProgram {
  private static final String SOURCE =
      """
      public class Fake {
        public static void main(String[] args) throws Exception {
          System.out.println("label LABEL");
          System.out.println("home " + System.getProperty("wicedsim.home"));
          System.out.println("java " + System.getProperty("java.home"));
          for (String arg : args) {
            System.out.println("arg " + arg);
          }
          if (args.length == 0) {
            return;
          }
          switch (args[0]) {
            case "options" -> java.lang.management.ManagementFactory.getRuntimeMXBean()
                .getInputArguments().forEach(option -> System.out.println("option " + option));
            case "exit" -> System.exit(Integer.parseInt(args[1]));
            case "wait" -> Thread.sleep(60_000);
            default -> {}
          }
        }
      }
      """;

  private static final Map<String, byte[]> JARS = new ConcurrentHashMap<>();

  private FakeProgram() {}

  /// The jar of the program that prints `label`. Labels of one length give jars of one size, so
  /// that only the time of the file tells them apart.
  static byte[] jar(String label) {
    return JARS.computeIfAbsent(label, FakeProgram::compile);
  }

  private static byte[] compile(String label) {
    try {
      Path folder = Files.createTempDirectory("fake-program");
      Path source = Files.writeString(folder.resolve("Fake.java"), SOURCE.replace("LABEL", label));
      JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
      try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, UTF_8)) {
        List<String> options = List.of("-d", folder.toString());
        if (!compiler
            .getTask(null, files, null, options, null, files.getJavaFileObjects(source))
            .call()) {
          throw new AssertionError("the fake program does not compile");
        }
      }
      return pack(Files.readAllBytes(folder.resolve("Fake.class")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] pack(byte[] classFile) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "Fake");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
      jar.setLevel(Deflater.NO_COMPRESSION);
      jar.putNextEntry(new ZipEntry("Fake.class"));
      jar.write(classFile);
      jar.closeEntry();
    }
    return bytes.toByteArray();
  }
}
