package org.wicedsim.scenario;

import java.time.Duration;

/// One command of a script. `toString` is a line that reads as the same step.
///
/// Buttons and LEDs count from 1 (SPEC 2.1). Times are whole milliseconds, up to
/// [ScriptParser#MAX_TIME], by the board's clock.
public sealed interface Step {
  /// Presses a button and keeps it pressed.
  record Press(int button) implements Step {
    @Override
    public String toString() {
      return "press " + button;
    }
  }

  /// Lets go of a button.
  record Release(int button) implements Step {
    @Override
    public String toString() {
      return "release " + button;
    }
  }

  /// Presses a button now and lets go of it after `hold`; the script goes on meanwhile.
  record Tap(int button, Duration hold) implements Step {
    @Override
    public String toString() {
      return "tap %d %s".formatted(button, ScriptTime.write(hold));
    }
  }

  /// Lets time pass.
  record Wait(Duration duration) implements Step {
    @Override
    public String toString() {
      return "wait " + ScriptTime.write(duration);
    }
  }

  /// Types exactly this text into the console.
  record Type(String text) implements Step {
    @Override
    public String toString() {
      return "type " + ScriptText.write(text);
    }
  }

  /// Something that must be so, or become so in time.
  sealed interface Expectation extends Step {
    /// How long the script waits for it.
    Duration within();

    /// What is expected, as a script writes it behind `expect`, times included.
    default String expected() {
      String what =
          switch (this) {
            case ExpectLed(int led, boolean lit, _) ->
                "led %d %s".formatted(led, lit ? "on" : "off");
            case ExpectSent(TextPattern message, _) -> "sent " + message;
            case ExpectAnswer(TextPattern message, _) -> "answer " + message;
            case ExpectConsole(TextPattern text, _) -> "console " + text;
          };
      return "%s within %s".formatted(what, ScriptTime.write(within()));
    }
  }

  /// The LED is on, or goes on, even if only for an instant; off alike.
  record ExpectLed(int led, boolean lit, Duration within) implements Expectation {
    @Override
    public String toString() {
      return "expect " + expected();
    }
  }

  /// The board sent a message, to a server or to a client.
  record ExpectSent(TextPattern message, Duration within) implements Expectation {
    @Override
    public String toString() {
      return "expect " + expected();
    }
  }

  /// A message answered another: on each connection, whoever speaks first asks and the other end
  /// answers.
  record ExpectAnswer(TextPattern message, Duration within) implements Expectation {
    @Override
    public String toString() {
      return "expect " + expected();
    }
  }

  /// The console shows a text in one of its lines.
  record ExpectConsole(TextPattern text, Duration within) implements Expectation {
    @Override
    public String toString() {
      return "expect " + expected();
    }
  }

  /// Ends the script: what follows is not run.
  record Quit() implements Step {
    @Override
    public String toString() {
      return "quit";
    }
  }
}
