package org.wicedsim.wicedc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The course's operating system in C: threads and what they share.
class ChapterThreeIT {
  @RegisterExtension private final CLan lan = new CLan();

  @Test
  void aThreadOfHigherPriorityRunsToItsFirstWaitBeforeItsCreatorGoesOn() throws Exception {
    CBoard board = lan.start("chapter3/thread");

    assertThat(board.awaitLines(4)).containsExactly("child 42", "parent", "child ends", "joined");
    assertThat(board.lights(1)).containsExactly(true, false);
  }

  @Test
  void aSemaphoreWakesItsThreadForEachPress() throws Exception {
    CBoard board = lan.start("chapter3/semaphore");
    board.awaitConsole("no press: 2\n");

    board.tap(1);
    board.awaitConsole("press 1\n");
    board.tap(1);

    assertThat(board.awaitLines(3)).containsExactly("no press: 2", "press 1", "press 2");
    assertThat(board.lights(1)).containsExactly(true, false);
  }

  @Test
  void aMutexKeepsTheLinesOfTwoThreadsWhole() throws Exception {
    CBoard board = lan.start("chapter3/mutex");

    List<String> printed = board.awaitLines(22);

    assertThat(printed).hasSize(22).endsWith("unlocked by a stranger: 4", "done");
    assertThat(printed).filteredOn("one one one"::equals).hasSize(10);
    assertThat(printed).filteredOn("two two two"::equals).hasSize(10);
  }

  @Test
  void aQueueHandsNumbersOverInTheirOrder() throws Exception {
    CBoard board = lan.start("chapter3/queue");
    board.awaitLines(7);

    board.tap(1);
    board.awaitLines(8);
    board.tap(1);

    assertThat(board.awaitLines(9))
        .containsExactly(
            "odd size: 4", "nothing yet: 2", "full: 1032", "3 wait", "1", "2", "3", "101", "102");
    assertThat(board.lights(1)).containsExactly(true, false, true, false);
  }

  @Test
  void eventFlagsComeInAnyOrder() throws Exception {
    CBoard board = lan.start("chapter3/event_flags");
    board.awaitConsole("not yet: 4\n");

    board.tap(2);
    assertThat(board.printed()).containsExactly("not yet: 4");
    board.tap(1);
    board.awaitLed(1, true);

    assertThat(board.printed()).containsExactly("not yet: 4", "both: 3");
  }

  @Test
  void aTimerTicksUntilItIsStopped() throws Exception {
    CBoard board = lan.start("chapter3/timer");

    assertThat(board.awaitLines(3)).containsExactly("running: 0", "10 ticks", "running: 4");
    assertThat(board.lights(1))
        .startsWith(true, false, true, false, true, false, true, false, true, false);
  }

  @Test
  void workersRunWhatTheyAreSentAndWhatIsDue() throws Exception {
    CBoard board = lan.start("chapter3/worker");

    assertThat(board.awaitLines(5))
        .containsExactly("event 7", "timed 1", "timed 2", "timed 3", "done");
    assertThat(board.lights(1)).containsExactly(true, false, true);
  }

  @Test
  void aStackShowsHowMuchOfItWasUsed() throws Exception {
    CBoard board = lan.start("chapter3/stack_use");

    assertThat(board.awaitLines(3))
        .containsExactly("stack of 4096 octets", "used: at least 1000", "left: some");
  }
}
