package org.wicedsim.wicedc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceLinesTest {
  @TempDir private Path folder;

  @Test
  void functionsOfTheApplicationHaveTheirLines() throws Exception {
    FirmwareImage image = image();
    SourceLines lines = SourceLines.read(image.lines());

    assertThat(lines.at(start(image, "application_start")))
        .contains(new SourceLine("app.c", 4, "application_start"));
    assertThat(lines.at(start(image, "helper")))
        .contains(new SourceLine("sub/more.c", 2, "helper"));
    assertThat(lines.at(start(image, "inlined"))).contains(new SourceLine("own.h", 1, "inlined"));
  }

  @Test
  void everyInstructionBelongsToTheLineBeforeIt() throws Exception {
    FirmwareImage image = image();
    SourceLines lines = SourceLines.read(image.lines());
    ElfFile.Symbol function = symbol(image, "application_start");

    assertThat(lines.at(function.value() + function.size() - 1))
        .contains(new SourceLine("app.c", 6, "application_start"));
  }

  // A call in the SDK belongs to the line of the application that called.
  @Test
  void functionsOfTheSdkHaveANameAlone() throws Exception {
    FirmwareImage image = image();

    SourceLine line =
        SourceLines.read(image.lines()).at(start(image, "linked_list_init")).orElseThrow();

    assertThat(line).isEqualTo(new SourceLine("", 0, "linked_list_init"));
    assertThat(line.place()).isEmpty();
  }

  @Test
  void whatIsNoCodeHasNoLine() throws Exception {
    SourceLines lines = SourceLines.read(image().lines());

    assertThat(lines.at(0)).isEmpty();
    assertThat(lines.at(Long.MAX_VALUE)).isEmpty();
    assertThat(lines.at(-1)).isEmpty();
  }

  @Test
  void placeIsFileAndLine() {
    assertThat(new SourceLine("app.c", 43, "f").place()).isEqualTo("app.c:43");
  }

  private FirmwareImage image() throws Exception {
    return new CApplication(folder.resolve("app"))
        .makefile("$(NAME)_SOURCES += sub/more.c\n")
        .file("sub/more.c", "\nint helper( void ) { return 1; }\n")
        .file("own.h", "static int inlined( void ) { return 2; }\n")
        .source(
            """
            #include "own.h"
            int helper( void );
            void application_start( void ) {
                helper( );
                inlined( ); }
            """)
        .build();
  }

  private static long start(FirmwareImage image, String function) throws Exception {
    return symbol(image, function).value();
  }

  private static ElfFile.Symbol symbol(FirmwareImage image, String function) throws Exception {
    return ElfFile.read(image.library()).symbols().stream()
        .filter(symbol -> symbol.name().equals(function))
        .findFirst()
        .orElseThrow();
  }
}
