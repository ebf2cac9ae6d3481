package org.wicedsim.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.wicedsim.firmware.Exercise;
import org.wicedsim.hal.DidYouMean;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Which firmware a board runs: the value of `FIRMWARE`.
sealed interface FirmwareChoice {
  /// The LED client, when nothing was chosen.
  record LedClient() implements FirmwareChoice {}

  /// One of the course's exercises.
  record OfCourse(Exercise exercise) implements FirmwareChoice {}

  /// A Java source file of the user.
  record SourceFile(Path file) implements FirmwareChoice {}

  /// A jar of the user.
  record JarFile(Path file) implements FirmwareChoice {}

  /// C firmware: a folder with a makefile, a makefile, or a `.c` file.
  record CApplication(Path path) implements FirmwareChoice {}

  /// Whether it wants the root certificate in the DCT, where a makefile's `CERTIFICATE` would put
  /// it.
  default boolean wantsCertificateInDct() {
    return this instanceof OfCourse(Exercise exercise) && exercise == Exercise.SECURE_CLIENT_DCT;
  }

  /// Reads `01` to `07`, the name of a `.java` or `.jar` file, or that of a C application.
  final class Converter implements ITypeConverter<FirmwareChoice> {
    @Override
    public FirmwareChoice convert(String text) {
      Optional<Exercise> exercise = Exercise.of(text);
      if (exercise.isPresent()) {
        return new OfCourse(exercise.get());
      }
      try {
        if (text.endsWith(".java")) {
          return new SourceFile(Path.of(text));
        }
        if (text.endsWith(".jar")) {
          return new JarFile(Path.of(text));
        }
        if (text.endsWith(".c") || text.endsWith(".mk") || Files.isDirectory(Path.of(text))) {
          return new CApplication(Path.of(text));
        }
      } catch (InvalidPathException e) {
        throw new TypeConversionException(
            "'%s' is no file name: %s".formatted(text, e.getReason()));
      }
      List<String> near = DidYouMean.of(text, Exercise.ids());
      throw new TypeConversionException(
          ("'%s': expected an exercise (%s), a .java file, a .jar file, a .c file, or a folder with"
                  + " a WICED makefile%s")
              .formatted(
                  text,
                  String.join(", ", Exercise.ids()),
                  near.isEmpty() ? "" : "; did you mean '%s'?".formatted(near.getFirst())));
    }
  }
}
