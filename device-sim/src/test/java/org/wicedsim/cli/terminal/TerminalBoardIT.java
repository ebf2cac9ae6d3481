package org.wicedsim.cli.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Drives [ToyBoard] in a real terminal, which tmux plays. Skipped, with a word, where there is no
/// tmux.
class TerminalBoardIT {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String MISSING =
      "SKIPPED: tmux is missing, so the terminal board was not tried in a terminal";

  @TempDir private Path folder;

  @BeforeAll
  static void needTmux() throws Exception {
    boolean found;
    try {
      found = new ProcessBuilder("tmux", "-V").start().waitFor() == 0;
    } catch (IOException _) {
      found = false;
    }
    if (!found) {
      System.err.println(MISSING);
    }
    assumeTrue(found, MISSING);
  }

  @AfterEach
  void endTmux() throws Exception {
    // Each test has a server of its own, behind a socket in its own folder.
    if (Files.exists(folder.resolve("tmux"))) {
      tmux("kill-server");
    }
  }

  @Test
  void anLedFollowsItsTappedButton() throws Exception {
    start();

    keys("2");

    awaitScreen("● LED 2  on", "W01D6050001 -> A01D6050001", "button 2: sent W01D6050001");
    keys("2");
    awaitScreen("○ LED 2  off", "W01D6050000 -> A01D6050000");
  }

  @Test
  void aShiftedDigitHoldsAButton() throws Exception {
    start();

    keys("!");
    awaitScreen("● LED 1  on", "[ 1 ]    held");

    keys("!");
    awaitScreen("○ LED 1  off", "[ 1 ]    up");
  }

  /// tmux does not speak the kitty protocol, so the test says what a terminal would.
  @Test
  void aTerminalThatTellsReleasesKeepsAButtonDownAsLongAsItsKey() throws Exception {
    start();

    keys("\033[?0u");
    awaitScreen("1 2 press");
    keys("\033[49;;49u");
    awaitScreen("● LED 1  on", "[ 1 ]    down");

    keys("\033[49;1:3u");
    awaitScreen("○ LED 1  off", "[ 1 ]    up");
  }

  @Test
  void keyReleasesAreAskedForAndGivenBackInsideTheAlternateScreen() throws Exception {
    start();
    Path raw = folder.resolve("raw");
    tmux("pipe-pane", "cat > '%s'".formatted(raw));

    keys("\033[?0u");
    awaitScreen("1 2 press");
    keys("q");

    awaitEnd(0);
    // Terminals keep these flags apart for the two screens.
    eventually()
        .untilAsserted(() ->
            assertThat(Files.readString(raw))
                .containsSubsequence("\033[>31u", "\033[<u", "\033[?25h", "\033[?1049l"));
  }

  @Test
  void theHelpOpensAndCloses() throws Exception {
    start();

    keys("?");
    awaitScreen("─ Help ─", "Shift+1, 2");

    keys("?");
    awaitScreen("─ Console ─");
  }

  @Test
  void aTypedLineReachesTheFirmware() throws Exception {
    start();

    type("hello");

    awaitScreen("echo: hello");
  }

  @Test
  void whatTheFirmwarePrintsCannotSteerTheTerminal() throws Exception {
    start();

    type("escape");

    awaitScreen("␛[2J␛[31m␛]0;owned␇red␛[0m", "─ Diagnostics ─");
    assertThat(tmux("display-message", "-p", "#{pane_title}")).doesNotContain("owned");
  }

  @Test
  void wideCharactersKeepTheirPlaces() throws Exception {
    start();

    type("wide");

    awaitScreen("\n " + "中文字符".repeat(9) + "中文字\n", "\n e\u0301 😀 é\n");
  }

  @Test
  void theScreenFollowsTheTerminalsSize() throws Exception {
    start();

    tmux("resize-window", "-x", "130", "-y", "30");
    eventually().untilAsserted(() -> assertThat(screen()).containsPattern("─ Console ─+  ─ Exch"));

    tmux("resize-window", "-x", "60", "-y", "16");
    awaitScreen("\n MAC 00:A0:50:0F:AC:2B");

    tmux("resize-window", "-x", "40", "-y", "10");
    awaitScreen("wiced-sim needs 60 columns");

    tmux("resize-window", "-x", "80", "-y", "24");
    awaitScreen("└──────", "? help   q quit");
  }

  @Test
  void aFloodOfEventsIsCountedAndTheKeysWork() throws Exception {
    start();

    type("flood");

    awaitScreen("events came too fast to be shown", "flood 200000");
    keys("2");
    awaitScreen("● LED 2  on");
  }

  @Test
  void withoutAUtf8LocaleTheScreenIsAscii() throws Exception {
    start("LC_ALL=C");

    assertThat(screen()).contains("+- WW101", "o LED 1  off", "- Console ---");
  }

  @Test
  void withNoColorThereIsNone() throws Exception {
    start("NO_COLOR=1");
    keys("!");
    awaitScreen("● LED 1  on");

    assertThat(tmux("capture-pane", "-p", "-e")).doesNotContainPattern("\033\\[[0-9;]*3[0-7]m");
  }

  @Test
  void aDumbTerminalIsRefusedWithASentence() throws Exception {
    launch("TERM=dumb");

    awaitEnd(0);
    assertThat(screen()).contains("--script FILE");
  }

  @Test
  void qGivesTheTerminalBack() throws Exception {
    start();

    keys("q");

    awaitEnd(0);
    assertThat(screen()).contains("the board is gone");
    assertGivenBack();
  }

  @Test
  void controlCGivesTheTerminalBack() throws Exception {
    start();

    keys("\003");

    awaitEnd(0);
    assertGivenBack();
  }

  @Test
  void sigtermGivesTheTerminalBack() throws Exception {
    start();

    signal("TERM");

    awaitEnd(143);
    assertGivenBack();
  }

  @Test
  void sighupGivesTheTerminalBack() throws Exception {
    start();

    signal("HUP");

    awaitEnd(129);
    assertGivenBack();
  }

  @Test
  void systemExitGivesTheTerminalBackAndPrintsWhatWasHeld() throws Exception {
    start();

    type("stray");
    awaitScreen("printed: a stray line");
    type("exit");

    awaitEnd(3);
    assertThat(screen()).containsPattern("(?m)^a stray line$");
    assertGivenBack();
  }

  @Test
  void anExceptionInTheMiddleOfDrawingGivesTheTerminalBackAndIsSeen() throws Exception {
    start();

    type("boom");

    awaitEnd(1);
    assertThat(screen()).contains("java.lang.IllegalStateException: boom");
    assertGivenBack();
  }

  @Test
  void closingFromOutsideGivesTheTerminalBack() throws Exception {
    start();

    type("close");

    awaitEnd(0);
    assertGivenBack();
  }

  /// While it is stopped, the shell puts the terminal's modes right.
  @Test
  void theScreenComesBackAfterAStop() throws Exception {
    start();

    signal("STOP");
    tmux("send-keys", "-R");
    signal("CONT");

    awaitScreen("─ Console ─", "q quit");
  }

  private void start(String... environment) throws Exception {
    launch(environment);
    awaitScreen("q quit");
  }

  /// Runs the toy board between two looks at the terminal's modes, inside a shell that stays.
  private void launch(String... environment) throws Exception {
    String java =
        "%s/bin/java --enable-native-access=ALL-UNNAMED -cp '%s' %s"
            .formatted(
                System.getProperty("java.home"),
                System.getProperty("java.class.path"),
                ToyBoard.class.getName());
    Path script = folder.resolve("run.sh");
    Files.writeString(
        script,
        """
        cd '%s'
        stty -a > before
        env LC_ALL=C.UTF-8 %s sh -c 'echo $$ > pid; exec %s'
        echo $? > status.part
        stty -a > after
        mv status.part status
        exec sh
        """
            .formatted(folder, String.join(" ", environment), java.replace("'", "'\\''")));
    tmux("-u", "-f", "/dev/null", "new-session", "-d", "-x", "80", "-y", "24", "sh " + script);
  }

  private void keys(String text) throws Exception {
    tmux("send-keys", "-l", text);
  }

  private void type(String line) throws Exception {
    keys("t" + line + "\r");
  }

  private void signal(String name) throws Exception {
    run(Map.of(), "kill", "-" + name, Files.readString(folder.resolve("pid")).strip());
  }

  private String screen() throws Exception {
    return tmux("capture-pane", "-p");
  }

  private void awaitScreen(String... parts) {
    eventually().untilAsserted(() -> assertThat(screen()).contains(parts));
  }

  private void awaitEnd(int status) {
    eventually()
        .untilAsserted(
            () -> assertThat(folder.resolve("status")).hasContent(Integer.toString(status)));
  }

  private void assertGivenBack() throws Exception {
    assertThat(folder.resolve("after")).hasSameTextualContentAs(folder.resolve("before"));
    assertThat(tmux("display-message", "-p", "#{alternate_on} #{cursor_flag} #{wrap_flag}"))
        .as("alternate screen, cursor, line wrap")
        .isEqualToIgnoringNewLines("0 1 1");
    assertThat(screen()).doesNotContain("Console");
  }

  private static ConditionFactory eventually() {
    return await().atMost(LIMIT).pollInterval(Duration.ofMillis(100));
  }

  private String tmux(String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(List.of("tmux", "-S", folder.resolve("tmux").toString()));
    command.addAll(List.of(arguments));
    return run(
        Map.of("LC_ALL", "C.UTF-8", "TERM", "xterm-256color"), command.toArray(String[]::new));
  }

  private static String run(Map<String, String> environment, String... command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    builder.environment().remove("TMUX");
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).as(output).isTrue();
    assertThat(process.exitValue()).as("%s: %s", List.of(command), output).isZero();
    return output;
  }
}
