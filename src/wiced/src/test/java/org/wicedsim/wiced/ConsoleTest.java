package org.wicedsim.wiced;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wicedsim.hal.HalEvent;
import org.wicedsim.hal.ManualClock;
import org.wicedsim.wiced.testing.Bench;
import org.wicedsim.wiced.testing.EventLog;
import org.wicedsim.wiced.testing.TestBoard;

class ConsoleTest {
  @RegisterExtension final Bench bench = new Bench();

  private final EventLog log = new EventLog();
  private final TestBoard board = bench.run(new ManualClock(), _ -> {});
  private final Console console = new Console(new Sdk(board.hardware(), false), true);

  ConsoleTest() {
    var _ = board.hardware().events().subscribe(log);
  }

  @Test
  void aLineAppearsWithItsLineFeed() {
    console.printf("Reading %d", 7);
    assertThat(log.console()).isEmpty();

    console.printf(" is %s\n", "done");

    assertThat(log.console()).isEqualTo("Reading 7 is done\n");
  }

  @Test
  void whatStandsBehindTheLastLineFeedWaits() {
    console.print("one\ntwo\nthr");
    assertThat(log.console()).isEqualTo("one\ntwo\n");

    console.print("ee\n");

    assertThat(log.console()).isEqualTo("one\ntwo\nthree\n");
  }

  @Test
  void linesOfOnePrintLeaveTogether() {
    console.print("one\ntwo\n");

    assertThat(log.all(HalEvent.UartSent.class)).hasSize(1);
  }

  @Test
  void aFormatWithoutArgumentsIsAFormatAllTheSame() {
    console.printf("100 %% of 5\n");

    assertThat(log.console()).isEqualTo("100 % of 5\n");
  }

  @Test
  void numbersLookTheSameInEveryLocale() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    try {
      console.printf("%d %.1f\n", 1234, 0.5);
    } finally {
      Locale.setDefault(before);
    }

    assertThat(log.console()).isEqualTo("1234 0.5\n");
  }

  @Test
  void aLineThatNeverEndsIsSentOn() {
    IntStream.range(0, 4_095).forEach(_ -> console.print("."));
    assertThat(log.console()).isEmpty();

    console.print(".");

    assertThat(log.console()).isEqualTo(".".repeat(4_096));
  }

  @Test
  void textThatIsNotAsciiLeavesAsUtf8() {
    console.print("21 °C\n");

    assertThat(log.console()).isEqualTo("21 °C\n");
  }

  @Test
  void theLinesOfSeveralThreadsStayWhole() throws InterruptedException {
    int lines = 200;
    List<Thread> writers = new ArrayList<>();
    for (String word : List.of("alpha", "beta", "gamma", "delta")) {
      writers.add(
          Thread.startVirtualThread(
              () -> IntStream.range(0, lines).forEach(i -> console.printf("%s %d\n", word, i))));
    }

    for (Thread writer : writers) {
      writer.join();
    }

    assertThat(log.console().lines())
        .hasSize(4 * lines)
        .allMatch(line -> line.matches("(alpha|beta|gamma|delta) [0-9]+"));
  }

  @Test
  void initPrintsItsBannerOnce() {
    Bench.Played played = bench.play(new ManualClock());

    played.wiced().init();
    played.wiced().init();

    assertThat(played.log().console())
        .containsOnlyOnce("Starting WICED")
        .containsOnlyOnce("Creating Packet pools")
        .contains("WLAN MAC Address : 00:A0:50:0F:AC:2B\n");
  }
}
