package org.wicedsim.wicedc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wicedsim.hal.BoardDescription;
import org.wicedsim.hal.Dct;
import org.wicedsim.hal.DctSection;
import org.wicedsim.hal.Octets;

/// A board that is switched on again keeps what its firmware wrote; another firmware brings its
/// own.
class DownloadTest {
  private static final Set<DctSection> APP = EnumSet.of(DctSection.APP);

  @TempDir private Path folder;
  private Path file;
  private final List<String> notes = new ArrayList<>();

  @BeforeEach
  void aFileOfItsOwn() {
    file = folder.resolve("board.dct");
  }

  @Test
  void whatWasWrittenSurvivesThatTheSameFirmwareStartsAgain() {
    write(switchOn("one", APP), "two");

    assertThat(content(switchOn("one", APP))).isEqualTo("two");
    assertThat(notes).isEmpty();
  }

  @Test
  void anotherFirmwareBringsItsOwnSection() {
    write(switchOn("one", APP), "two");

    assertThat(content(switchOn("new", APP))).isEqualTo("new");
    assertThat(notes)
        .containsExactly(
            "dct: the firmware was downloaded, and its [APP] took the place of what was written");
  }

  @Test
  void theFirstFirmwareIsDownloadedBackOntoTheBoard() {
    write(switchOn("one", APP), "two");
    var _ = switchOn("new", APP);

    assertThat(content(switchOn("one", APP))).isEqualTo("one");
  }

  @Test
  void aFirmwareThatBringsNothingLeavesWhatWasWritten() {
    write(switchOn("one", APP), "two");

    assertThat(content(switchOn("", Set.of()))).isEqualTo("two");
  }

  @Test
  void whatWasWrittenBeforeTheFirstDownloadIsLost() {
    write(Dct.keptIn(file, board(""), notes::add), "old");

    assertThat(content(switchOn("one", APP))).isEqualTo("one");
  }

  @Test
  void aMemoryOfNonsenseIsADownload() throws IOException {
    write(switchOn("one", APP), "two");
    Files.write(folder.resolve("board.dct.downloaded"), new byte[] {(byte) 0xFF, 0, '\n', 'A'});

    assertThat(content(switchOn("one", APP))).isEqualTo("one");
  }

  private Dct switchOn(String application, Set<DctSection> brought) {
    BoardDescription board = board(application);
    Dct dct = Dct.keptIn(file, board, notes::add);
    new Download(file).onto(board, brought, dct, notes::add);
    return dct;
  }

  private static BoardDescription board(String application) {
    BoardDescription course = SdkBench.course();
    return course.withDct(course.dct().withApplication(Octets.of(application)));
  }

  private static void write(Dct dct, String application) {
    dct.write(DctSection.APP, 0, application.getBytes(StandardCharsets.US_ASCII));
  }

  private static String content(Dct dct) {
    return dct.read(DctSection.APP, 0, "one".length()).utf8();
  }
}
