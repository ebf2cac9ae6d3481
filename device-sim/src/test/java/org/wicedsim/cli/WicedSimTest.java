package org.wicedsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

class WicedSimTest {

  @Test
  void helpShowsCommandsAndExitCodesOnStandardOutput() {
    CommandRun run = CommandRun.of("--help");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("Usage: wiced-sim")
        .contains("completion")
        .containsPattern("\n +70 +an error in wiced-sim itself");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void bareNameShowsTheHelpAsAnError() {
    CommandRun run = CommandRun.of();

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("Usage: wiced-sim");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void versionIsTheBuildsOwnAndNamesTheJava() {
    CommandRun run = CommandRun.of("--version");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).matches("wiced-sim \\d+\\.\\d+\\.\\d+\\S* \\(Java 25\\S*, .+\\)\\R");
  }

  @Test
  void mistypedCommandSuggestsTheNearestOne() {
    CommandRun run = CommandRun.of("compeltion");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .isEqualToNormalizingNewlines(
            """
            wiced-sim: unknown command 'compeltion'
            Did you mean 'completion'?
            Try 'wiced-sim --help'.
            """);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void mistypedCommandThatIsLikeNoOtherGetsNoSuggestion() {
    assertThat(CommandRun.of("qwertz").err())
        .isEqualToNormalizingNewlines(
            """
            wiced-sim: unknown command 'qwertz'
            Try 'wiced-sim --help'.
            """);
  }

  @Test
  void mistypedOptionSuggestsTheNearestOneOfThatCommand() {
    CommandRun run = CommandRun.with(List.of(new Greet()), "greet", "--nmae=Ada");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .isEqualToNormalizingNewlines(
            """
            wiced-sim greet: unknown option '--nmae'
            Did you mean '--name'?
            Try 'wiced-sim greet --help'.
            """);
  }

  @Test
  void surplusArgumentIsNamed() {
    CommandRun run = CommandRun.of("completion", "zsh");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .startsWith("wiced-sim completion: unexpected argument 'zsh'")
        .contains("Try 'wiced-sim completion --help'.");
  }

  @Test
  void badOptionValueNamesTheOptionAndTheValue() {
    CommandRun run = CommandRun.with(List.of(new Greet()), "greet", "--times", "often");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains("--times", "often")
        .contains("Try 'wiced-sim greet --help'.")
        .doesNotContain("Usage:");
  }

  @Test
  void everyCommandHasHelpOfItsOwn() {
    CommandRun run = CommandRun.with(List.of(new Greet()), "greet", "--help");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("Usage: wiced-sim greet", "--name", "--help");
  }

  @Test
  void commandsExitCodeIsTheProgramsExitCode() {
    assertThat(CommandRun.with(List.of(new Greet()), "greet").exitCode()).isEqualTo(5);
  }

  @Test
  void mendableErrorIsOneLineAndItsOwnExitCode() {
    Failing failing =
        new Failing(new CommandException(ExitCode.BAD_INPUT_FILE, "a.yaml: no such file"));

    CommandRun run = CommandRun.with(List.of(failing), "fail");

    assertThat(run.exitCode()).isEqualTo(6);
    assertThat(run.err()).isEqualToNormalizingNewlines("wiced-sim fail: a.yaml: no such file\n");
  }

  @Test
  void debugAddsTheStackTraceWithItsCauseToAMendableError() {
    IllegalStateException cause = new IllegalStateException("the cause");
    Failing failing =
        new Failing(new CommandException(ExitCode.NO_CONNECTION, "no connection", cause));

    CommandRun run = CommandRun.with(List.of(failing), "fail", "--debug");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains("wiced-sim fail: no connection", "the cause", "\tat ");
  }

  @Test
  void unexpectedExceptionIsAnInternalErrorWithoutStackTrace() {
    CommandRun run =
        CommandRun.with(List.of(new Failing(new IllegalStateException("boom"))), "fail");

    assertThat(run.exitCode()).isEqualTo(70);
    assertThat(run.err())
        .contains("wiced-sim fail: internal error", "boom", "--debug")
        .doesNotContain("\tat ");
  }

  @Test
  void debugMayStandBeforeTheCommand() {
    Failing failing = new Failing(new IllegalStateException("boom"));

    assertThat(CommandRun.with(List.of(failing), "--debug", "fail").err()).contains("\tat ");
  }

  @Test
  void errorOfTheJvmIsAnInternalErrorToo() {
    CommandRun run = CommandRun.with(List.of(new Failing(new StackOverflowError())), "fail");

    assertThat(run.exitCode()).isEqualTo(70);
    assertThat(run.err()).contains("internal error", "StackOverflowError");
  }

  @Test
  void interruptedCommandExitsAsAfterCtrlC() {
    CommandRun run = CommandRun.with(List.of(new Failing(new InterruptedException())), "fail");

    assertThat(run.exitCode()).isEqualTo(130);
    assertThat(run.err()).isEmpty();
  }

  @Test
  void outputToAPipeHasNoColours() {
    assertThat(CommandRun.of("--help").out()).doesNotContain("\033");
  }

  @Command(name = "greet")
  private static final class Greet implements Callable<Integer> {
    @Option(names = "--name")
    private String name = "";

    @Option(names = "--times")
    private int times;

    @Override
    public Integer call() {
      return name.isEmpty() && times == 0 ? 5 : 0;
    }
  }

  @Command(name = "fail")
  private static final class Failing implements Callable<Integer> {
    private final Throwable failure;

    Failing(Throwable failure) {
      this.failure = failure;
    }

    @Override
    public Integer call() throws Exception {
      switch (failure) {
        case Exception exception -> throw exception;
        case Error error -> throw error;
        default -> throw new AssertionError(failure);
      }
    }
  }
}
