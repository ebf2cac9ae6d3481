package org.wicedsim.hal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A DCT that is kept in a file (SPEC 2.3).
class DctFileTest {
  private static final byte[] DATA = {1, 2, 3};
  private static final int VERSION_AT = 8;

  @TempDir Path temporary;
  private final List<String> notes = new ArrayList<>();

  @Test
  void whatWasWrittenIsThereAfterTheNextStart() {
    Dct first = open();
    first.write(DctSection.APP, 100, DATA);
    first.write(new Dct.Security("c", "k"));

    Dct second = open();

    assertThat(second.read(DctSection.APP, 100, 3)).isEqualTo(Octets.of(DATA));
    assertThat(second.security()).isEqualTo(new Dct.Security("c", "k"));
    assertThat(second.written()).containsExactly(DctSection.APP, DctSection.SECURITY);
    assertThat(notes).isEmpty();
  }

  @Test
  void aBoardThatWritesNothingLeavesNoFile() {
    open();

    assertThat(file().getParent()).doesNotExist();
  }

  /// A section that nobody wrote follows the board file.
  @Test
  void theBoardFileCountsForSectionsThatWereNotWritten() {
    open().write(DctSection.APP, 0, DATA);
    Dct.Security changed = new Dct.Security("new", "");
    BoardDescription board = Descriptions.course();

    Dct dct = Dct.keptIn(file(), board.withDct(board.dct().withSecurity(changed)), notes::add);

    assertThat(dct.security()).isEqualTo(changed);
    assertThat(dct.read(DctSection.APP, 0, 3)).isEqualTo(Octets.of(DATA));
  }

  @Test
  void onlyTheOwnerCanReadIt() throws IOException {
    open().write(DctSection.APP, 0, DATA);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())))
        .isEqualTo("rwx------");
  }

  @Test
  void theSameOctetsAreNotWrittenAgain() throws IOException {
    Dct dct = open();
    dct.write(DctSection.APP, 0, DATA);
    Object before = key();

    dct.write(DctSection.APP, 0, DATA);

    assertThat(key()).isEqualTo(before);
  }

  @Test
  void resetLeavesNoFile() {
    Dct dct = open();
    dct.write(DctSection.APP, 0, DATA);

    dct.reset();

    assertThat(file()).doesNotExist();
    assertThat(open().written()).isEmpty();
  }

  /// Two programs on one board's file: none undoes what the other wrote elsewhere.
  @Test
  void aWriteKeepsTheSectionsThatAnotherWrote() {
    Dct one = open();
    Dct other = open();
    one.write(DctSection.APP, 0, DATA);

    other.write(new Dct.Security("c", "k"));

    assertThat(other.read(DctSection.APP, 0, 3)).isEqualTo(Octets.of(DATA));
    assertThat(open().written()).containsExactly(DctSection.APP, DctSection.SECURITY);
  }

  @Test
  void writersTakeTurns() throws Exception {
    int writers = 8;
    try (ExecutorService pool = Executors.newFixedThreadPool(writers)) {
      List<Callable<Void>> writes =
          IntStream.range(0, writers)
              .<Callable<Void>>mapToObj(i ->
                  () -> {
                    open().write(DctSection.APP, i, new byte[] {(byte) (i + 1)});
                    return null;
                  })
              .toList();
      for (var done : pool.invokeAll(writes)) {
        done.get();
      }
    }

    assertThat(open().read(DctSection.APP, 0, writers).toBytes())
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
  }

  /// What a writer left behind that was killed.
  @Test
  void aFileThatWasHalfWrittenBesideItIsReplaced() throws IOException {
    Dct dct = open();
    dct.write(DctSection.APP, 0, DATA);
    Files.write(folder().resolve("board.dct.next"), new byte[] {'W', 'S'});

    dct.write(DctSection.APP, 3, DATA);

    assertThat(open().read(DctSection.APP, 0, 6).toBytes()).containsExactly(1, 2, 3, 1, 2, 3);
    assertThat(names()).containsExactlyInAnyOrder("board.dct", "board.dct.lock");
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void aFileWithAFlippedBitIsPutAside(long seed) throws IOException {
    open().write(DctSection.APP, 0, DATA);
    byte[] whole = Files.readAllBytes(file());
    Random random = new Random(seed);
    // Behind the mark and the version, which have messages of their own.
    int at = random.nextInt(12, whole.length);
    byte[] damaged = whole.clone();
    damaged[at] ^= (byte) (1 << random.nextInt(8));
    Files.write(file(), damaged);

    Dct dct = open();

    assertThat(dct.written()).isEmpty();
    assertThat(folder().resolve("board.dct.aside-1")).hasBinaryContent(damaged);
    assertThat(notes)
        .containsExactly(
            file()
                + " is damaged: its checksum is wrong. It was put aside as board.dct.aside-1, and"
                + " the DCT is as the board file says");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 8, 12, 19, 20, 100, 8_215})
  void aFileThatWasCutShortIsPutAside(int length) throws IOException {
    open().write(DctSection.APP, 0, DATA);
    Files.write(file(), Arrays.copyOf(Files.readAllBytes(file()), length));

    Dct dct = open();

    assertThat(dct.written()).isEmpty();
    assertThat(notes).singleElement().asString().contains("board.dct.aside-1");
  }

  @Test
  void aFileOfANewerVersionIsPutAside() throws IOException {
    open().write(DctSection.APP, 0, DATA);
    byte[] newer = Files.readAllBytes(file());
    newer[VERSION_AT + 3] = 2;
    Files.write(file(), newer);

    open();

    assertThat(folder().resolve("board.dct.aside-1")).hasBinaryContent(newer);
    assertThat(notes)
        .singleElement()
        .asString()
        .contains("was written by a newer wiced-sim: its version is 2, and this one reads up to 1");
  }

  /// The checksum is right, so that only the reader of sections can refuse it.
  @ParameterizedTest
  @ValueSource(ints = {-1, 1, 5, 13})
  void aFileWithAWrongSectionIsPutAside(int code) throws IOException {
    open().write(DctSection.APP, 0, DATA);
    ByteBuffer octets = ByteBuffer.wrap(Files.readAllBytes(file()));
    octets.putInt(16, code);
    CRC32 crc = new CRC32();
    crc.update(octets.array(), 0, octets.capacity() - 4);
    octets.putInt(octets.capacity() - 4, (int) crc.getValue());
    Files.write(file(), octets.array());

    open();

    assertThat(notes).singleElement().asString().contains("is damaged: ");
  }

  @Test
  void eachFileThatIsPutAsideKeepsItsName() throws IOException {
    Files.createDirectories(folder());
    Files.writeString(file(), "first");
    open();
    Files.writeString(file(), "second");
    open();

    assertThat(folder().resolve("board.dct.aside-1")).hasContent("first");
    assertThat(folder().resolve("board.dct.aside-2")).hasContent("second");
  }

  @Test
  void aFolderThatCannotBeMadeIsNamed() throws IOException {
    Dct dct = open();
    Files.writeString(folder(), "a file");

    assertThatExceptionOfType(DctException.class)
        .isThrownBy(() -> dct.write(DctSection.APP, 0, DATA))
        .withMessage(
            "the DCT file %s cannot be written: something else has the name %s"
                .formatted(file(), folder()));
  }

  @Test
  void aFileThatCannotBeReadIsNamed() throws IOException {
    Files.writeString(folder(), "a file");

    assertThatExceptionOfType(DctException.class)
        .isThrownBy(this::open)
        .withMessageStartingWith("the DCT file %s cannot be read: ".formatted(file()));
  }

  @Test
  void aWriteThatFailsChangesNothing() throws IOException {
    Dct dct = open();
    dct.write(DctSection.APP, 0, DATA);
    Files.createDirectories(folder().resolve("board.dct.next").resolve("in the way"));

    assertThatExceptionOfType(DctException.class)
        .isThrownBy(() -> dct.write(DctSection.APP, 0, new byte[] {9}));
    assertThat(dct.read(DctSection.APP, 0, 3)).isEqualTo(Octets.of(DATA));
    assertThat(open().read(DctSection.APP, 0, 3)).isEqualTo(Octets.of(DATA));
  }

  private Dct open() {
    return Dct.keptIn(file(), Descriptions.course(), notes::add);
  }

  private Path folder() {
    return temporary.resolve("dct");
  }

  private Path file() {
    return folder().resolve("board.dct");
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder())) {
      return files.map(path -> path.getFileName().toString()).toList();
    }
  }

  private Object key() throws IOException {
    return Files.getAttribute(file(), "unix:ino");
  }
}
