package org.wicedsim.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.wicedsim.wiced.Firmware;

/// Firmware in one Java source file: compiled in memory against the simulator's own class path.
final class FirmwareSource {
  private FirmwareSource() {}

  /// Compiles a file.
  ///
  /// @return the one class of it that is firmware
  /// @throws CommandException when it does not compile, or has no such class, or several
  static Class<?> compile(Path file) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new CommandException(
          ExitCode.CANNOT_START,
          "%s: this Java has no compiler: run the simulator with a JDK 25, or give it a .jar file"
              .formatted(file));
    }
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    try (Memory memory =
        new Memory(
            compiler.getStandardFileManager(problems, Locale.ENGLISH, StandardCharsets.UTF_8))) {
      boolean compiled =
          compiler
              .getTask(
                  // What javac has to say beside its diagnostics is of no use to anybody.
                  new PrintWriter(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                  memory,
                  problems,
                  List.of(
                      "-g",
                      "-proc:none",
                      "-implicit:none",
                      "-classpath",
                      System.getProperty("java.class.path")),
                  null,
                  memory.source(file))
              .call();
      if (!compiled) {
        throw new CommandException(
            ExitCode.BAD_INPUT_FILE, describe(file, problems.getDiagnostics()));
      }
      return onlyFirmware(memory.load(), file);
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.BAD_INPUT_FILE, "%s cannot be read: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static Class<?> onlyFirmware(List<Class<?>> classes, Path file) {
    List<Class<?>> found =
        classes.stream()
            .filter(Firmware.class::isAssignableFrom)
            .filter(type -> !Modifier.isAbstract(type.getModifiers()))
            .filter(type -> !type.isAnonymousClass() && !type.isLocalClass())
            .toList();
    return switch (found.size()) {
      case 1 -> found.getFirst();
      case 0 ->
          throw new CommandException(
              ExitCode.BAD_INPUT_FILE,
              "%s has no class that implements %s: './wiced-sim new firmware' writes one to start from"
                  .formatted(file, Firmware.class.getName()));
      default ->
          throw new CommandException(
              ExitCode.BAD_INPUT_FILE,
              "%s has %d classes that implement %s, and a board runs one: keep one of %s"
                  .formatted(
                      file,
                      found.size(),
                      Firmware.class.getName(),
                      found.stream().map(Class::getName).collect(Collectors.joining(", "))));
    };
  }

  /// Each error as `file:line: message`, with the line and a mark below the place.
  private static String describe(Path file, List<Diagnostic<? extends JavaFileObject>> diagnostics)
      throws IOException {
    List<String> lines = lines(file);
    return diagnostics.stream()
        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .map(error -> describe(file, lines, error))
        .collect(Collectors.joining("\n", "%s does not compile:\n".formatted(file), ""));
  }

  private static String describe(Path file, List<String> lines, Diagnostic<?> error) {
    String message = error.getMessage(Locale.ENGLISH);
    long line = error.getLineNumber();
    if (line < 1 || line > lines.size()) {
      return "%s: %s".formatted(file, message);
    }
    String source = lines.get((int) line - 1);
    int column = Math.clamp(error.getColumnNumber() - 1, 0, source.length());
    // A tab stays one, so that the mark stands below its place whatever a tab's width is.
    String mark = source.substring(0, column).replaceAll("[^\t]", " ") + "^";
    return "%s:%d: %s\n%s\n%s".formatted(file, line, message, source, mark);
  }

  private static List<String> lines(Path file) throws IOException {
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (MalformedInputException _) {
      // Then the messages must do without the source.
      return List.of();
    }
  }

  /// Keeps what the compiler writes in memory, and reads everything else from where it lies.
  private static final class Memory extends ForwardingJavaFileManager<StandardJavaFileManager> {
    private final Map<String, ByteArrayOutputStream> classes = new LinkedHashMap<>();

    Memory(StandardJavaFileManager files) {
      super(files);
    }

    Iterable<? extends JavaFileObject> source(Path file) {
      return fileManager.getJavaFileObjects(file);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
      URI name = URI.create("memory:///" + className.replace('.', '/') + kind.extension);
      return new SimpleJavaFileObject(name, kind) {
        @Override
        public OutputStream openOutputStream() {
          ByteArrayOutputStream octets = new ByteArrayOutputStream();
          classes.put(className, octets);
          return octets;
        }
      };
    }

    /// Every class that was compiled, in the order of the file; none is initialised yet.
    List<Class<?>> load() {
      MemoryClassLoader loader = new MemoryClassLoader(classes);
      return classes.keySet().stream().<Class<?>>map(loader::load).toList();
    }
  }

  /// Gives classes from memory, and those of the simulator.
  private static final class MemoryClassLoader extends ClassLoader {
    private final Map<String, ByteArrayOutputStream> classes;

    MemoryClassLoader(Map<String, ByteArrayOutputStream> classes) {
      super("firmware", FirmwareSource.class.getClassLoader());
      this.classes = Map.copyOf(classes);
    }

    Class<?> load(String name) {
      try {
        return Class.forName(name, false, this);
      } catch (ClassNotFoundException e) {
        throw new IllegalStateException("the compiler wrote " + name, e);
      }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      ByteArrayOutputStream compiled = classes.get(name);
      if (compiled == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] octets = compiled.toByteArray();
      return defineClass(name, octets, 0, octets.length);
    }
  }
}
