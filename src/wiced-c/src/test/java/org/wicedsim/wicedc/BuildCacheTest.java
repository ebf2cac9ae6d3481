package org.wicedsim.wicedc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildCacheTest {
  private static final String START = "#include \"own.h\"\nvoid application_start( void ) {}\n";

  @TempDir private Path temporary;

  private CApplication app;
  private Path log;

  /// A compiler that counts its runs.
  @BeforeEach
  void makeApplication() throws IOException {
    log = temporary.resolve("log");
    Path compiler =
        Files.createFile(
            temporary.resolve("cc"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    Files.writeString(compiler, "#!/bin/sh\necho run >>'%s'\nexec gcc \"$@\"\n".formatted(log));
    app = new CApplication(temporary.resolve("app"));
    app.with(new BuildOptions(temporary, temporary.resolve("cache"), compiler.toString(), false))
        .makefile("GLOBAL_INCLUDES := inc\n")
        .file("inc/own.h", "#define OWN 1\n")
        .source(START);
  }

  @Test
  void secondBuildStartsNoCompiler() throws Exception {
    FirmwareImage first = app.build();
    Files.delete(log);

    assertThat(app.build()).isEqualTo(first);
    assertThat(log).doesNotExist();
  }

  @Test
  void changedSourceIsBuiltAnewAndTheOldOneIsFoundAgain() throws Exception {
    FirmwareImage first = app.build();
    FirmwareImage changed = app.source(START + "int more;\n").build();
    Files.delete(log);

    FirmwareImage back = app.source(START).build();

    assertThat(changed.library()).isNotEqualTo(first.library());
    assertThat(back).isEqualTo(first);
    assertThat(log).doesNotExist();
  }

  @Test
  void changedHeaderIsBuiltAnew() throws Exception {
    FirmwareImage first = app.build();

    FirmwareImage changed = app.file("inc/own.h", "#define OWN 2\n").build();

    assertThat(changed.library()).isNotEqualTo(first.library());
  }

  // "own.h" in the folder of the source is found before that in inc.
  @Test
  void headerThatAppearsBeforeAnotherIsBuiltIn() throws Exception {
    app.build();
    app.file("own.h", "#error seen\n");

    assertThatThrownBy(app::build).hasMessageContaining("own.h:1:2: error: #error seen");
  }

  @Test
  void changedResourceNeedsNoBuild() throws Exception {
    app.file("resources/a.txt", "one").build();
    Files.delete(log);

    app.file("resources/a.txt", "another").build();

    assertThat(log).doesNotExist();
  }

  @Test
  void sanitizedFirmwareIsAnotherOne() throws Exception {
    FirmwareImage plain = app.build();

    FirmwareImage sanitized = app.with(app.options().withSanitizers(true)).build();

    assertThat(sanitized.library()).isNotEqualTo(plain.library());
  }

  @Test
  void buildThatFailsLeavesNothingBehind() throws Exception {
    app.source("int x = ;\n");

    assertThatThrownBy(app::build).isInstanceOf(BuildException.class);

    assertThat(entries("firmware-")).isEmpty();
    assertThat(entries("part-")).isEmpty();
  }

  @Test
  void buildsAtOnceDoEachOtherNoHarm() throws Exception {
    List<Future<FirmwareImage>> images;
    try (ExecutorService executor = Executors.newFixedThreadPool(3)) {
      images =
          IntStream.range(0, 3)
              .mapToObj(_ ->
                  executor.submit(() -> new CApplication(app.folder()).with(app.options()).build()))
              .toList();
    }

    assertThat(images).extracting(Future::resultNow).containsOnly(app.build());
    assertThat(entries("part-")).isEmpty();
  }

  @Test
  void oldestEntriesAreDropped() throws Exception {
    BuildCache cache = new BuildCache(temporary.resolve("small"));
    for (int i = 0; i <= BuildCache.MAX_ENTRIES; i++) {
      Path entry = cache.folder("kind", "key" + i, folder -> Files.createFile(folder.resolve("x")));
      Files.setLastModifiedTime(entry, FileTime.from(Instant.ofEpochSecond(i)));
    }

    cache.folder("kind", "last", _ -> {});

    assertThat(cache.find("kind", "key1")).isEmpty();
    assertThat(cache.find("kind", "key" + BuildCache.MAX_ENTRIES)).isPresent();
    assertThat(cache.find("kind", "last")).isPresent();
  }

  @Test
  void leftoversOfABuildThatWasKilledAreDropped() throws Exception {
    BuildCache cache = new BuildCache(temporary.resolve("small"));
    Path part = cache.part();
    Files.setLastModifiedTime(part, FileTime.from(Instant.now().minus(Duration.ofDays(2))));

    cache.folder("kind", "key", _ -> {});

    assertThat(part).doesNotExist();
  }

  private List<Path> entries(String prefix) throws IOException {
    try (Stream<Path> files = Files.list(app.options().cache())) {
      return files.filter(file -> String.valueOf(file.getFileName()).startsWith(prefix)).toList();
    }
  }
}
