package org.wicedsim.wicedc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wicedsim.control.BoardSetup;
import org.wicedsim.control.RemoteBoard;
import org.wicedsim.control.ResourceFiles;
import org.wicedsim.control.SetupJson;
import org.wicedsim.hal.BoardDescription;
import org.wicedsim.hal.BoardFile;
import org.wicedsim.hal.Event;
import org.wicedsim.hal.HalEvent;
import org.wicedsim.wiced.LanAccess;
import org.wicedsim.wiced.LanSeat;
import org.wicedsim.wiced.WicedEvent;

/// C firmware in a process of its own, from power on to its end, with the real compiler.
class BoardProcessIT {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @TempDir private Path folder;
  private final List<Event> heard = new CopyOnWriteArrayList<>();

  @Test
  void aFirmwareRunsAndTheLeversMoveIt() throws Exception {
    String source =
        """
        #include "wiced.h"
        void pressed( void* arg ) { (void) arg; wiced_gpio_output_high( WICED_LED1 ); }
        void application_start( void )
        {
            wiced_init( );
            wiced_gpio_input_irq_enable( WICED_BUTTON1, IRQ_TRIGGER_FALLING_EDGE, pressed, NULL );
            WPRINT_APP_INFO( ( "ready\\n" ) );
        }
        """;
    run(
        source,
        (process, board) -> {
          await().atMost(LIMIT).untilAsserted(() -> assertThat(console()).endsWith("ready\n"));
          board.levers().press(1);
          await().atMost(LIMIT).until(() -> board.levers().isLit(1));

          process.close();

          assertThat(process.end().join()).isEqualTo(new BoardEnd.SwitchedOff());
          assertThat(heard)
              .contains(new HalEvent.LedLight(1, true), new HalEvent.LedLight(1, false));
        });
  }

  @Test
  void aCrashIsToldBehindWhatWasPrinted() throws Exception {
    String source =
        """
        #include "wiced.h"
        static void sendData( volatile int* p ) { *p = 1; }
        void application_start( void )
        {
            WPRINT_APP_INFO( ( "before\\n" ) );
            sendData( NULL );
        }
        """;
    run(
        source,
        (process, _) -> {
          BoardEnd end = process.end().get(LIMIT.toSeconds(), TimeUnit.SECONDS);

          assertThat(end).isInstanceOf(BoardEnd.Crashed.class);
          WicedEvent.FirmwareCrashed crash = ((BoardEnd.Crashed) end).crash();
          assertThat(crash.cause()).isEqualTo("in sendData (app.c:2): address 0x0 written");
          assertThat(crash.stack()).startsWith("sendData (app.c:2)", "application_start (app.c:6)");
          assertThat(console()).endsWith("before\n");
          assertThat(heard.subList(heard.size() - 2, heard.size()))
              .containsExactly(
                  crash,
                  new HalEvent.Diagnostic(
                      "board-off", "the board is off: its firmware has crashed"));
        });
  }

  // It calls nothing of the SDK, so no call can end it.
  @Test
  void aBusyLoopEndsWithItsBoard() throws Exception {
    run(
        "#include \"wiced.h\"\nvoid application_start( void ) { for ( ; ; ) { } }\n",
        (process, _) -> {
          process.close();

          assertThat(process.end().join()).isEqualTo(new BoardEnd.SwitchedOff());
          assertThat(heard)
              .filteredOn(HalEvent.Diagnostic.class::isInstance)
              .extracting(event -> ((HalEvent.Diagnostic) event).code())
              .contains("thread-hangs");
        });
  }

  @Test
  void aLibraryThatCannotBeLoadedIsSaid() {
    assertThatExceptionOfType(BoardProcessException.class)
        .isThrownBy(() ->
            run(
                "#include \"wiced.h\"\nvoid application_start( void ) { }\n",
                image -> Files.writeString(image.library(), "no library"),
                (_, _) -> {}))
        .withMessageContaining("firmware.so");
  }

  @FunctionalInterface
  private interface Use {
    void of(BoardProcess process, RemoteBoard board) throws Exception;
  }

  @FunctionalInterface
  private interface Change {
    void of(FirmwareImage image) throws Exception;
  }

  private void run(String source, Use use) throws Exception {
    run(source, _ -> {}, use);
  }

  private void run(String source, Change change, Use use) throws Exception {
    BoardDescription description = BoardFile.shipped(BoardFile.DEFAULT);
    try (LanSeat seat = LanSeat.takeFreeLan();
        BoardProcess process = BoardProcess.start(List.of(), false)) {
      Path app = Files.writeString(folder.resolve("app.c"), source);
      FirmwareImage image =
          FirmwareBuild.build(
              app,
              description,
              new BuildOptions(folder, folder.resolve("cache"), "", false),
              _ -> {});
      change.of(image);
      RemoteBoard board =
          process.board(
              new BoardSetup(
                  description,
                  System.nanoTime(),
                  new LanAccess(seat.lan(), seat.address(), Map.of()),
                  new ResourceFiles(image.folder(), folder, Map.of()),
                  null,
                  SetupJson.write(image)),
              image);
      board.events().subscribe(event -> heard.add(event.event()));
      process.switchOn();
      use.of(process, board);
    }
  }

  private String console() {
    return heard.stream()
        .filter(HalEvent.UartSent.class::isInstance)
        .map(event -> ((HalEvent.UartSent) event).octets().utf8())
        .collect(Collectors.joining());
  }
}
