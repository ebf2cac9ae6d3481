package org.wicedsim.wiced;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wicedsim.hal.ManualClock;
import org.wicedsim.hal.Octets;
import org.wicedsim.hal.Resource;
import org.wicedsim.wiced.testing.Bench;
import org.wicedsim.wiced.testing.EventLog;
import org.wicedsim.wiced.testing.TestBoard;

/// `resource_get_readonly_buffer` and `resource_read` (SPEC 2.4).
class ResourceAccessTest {
  private static final String PATH = "certificates/ca.pem";
  private static final Resource CA = new Resource(PATH, Octets.of("0123456789"));

  @RegisterExtension final Bench bench = new Bench();

  private final CompletableFuture<Wiced> sdk = new CompletableFuture<>();
  private final TestBoard board = start();
  private final ResourceAccess resources = sdk.join().resources();

  @ParameterizedTest
  @ValueSource(strings = {PATH, "resources/" + PATH})
  void aResourceIsFoundByItsPath(String path) {
    assertThat(resources.find(path)).contains(CA);
  }

  @Test
  void aResourceIsFoundByItsSymbol() {
    assertThat(resources.findSymbol("resources_certificates_DIR_ca_pem")).contains(CA);
  }

  @ParameterizedTest
  @CsvSource({"0, 10, 0123456789", "0, 11, 0123456789", "4, 100, 456789", "10, 1, ''", "10, 0, ''"})
  void aReadGivesWhatIsThereFromTheOffset(int offset, int maxSize, String octets) {
    assertThat(resources.read(CA, offset, maxSize))
        .isEqualTo(new ResourceAccess.Read(WicedResult.SUCCESS, Octets.of(octets)));
    assertThat(board.log().diagnosticCodes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0, 9, 012345678", "8, 1, 8", "0, 0, ''", "0, -1, ''"})
  void aReadThatTheMaximumCutsIsADiagnostic(int offset, int maxSize, String octets) {
    assertThat(resources.read(CA, offset, maxSize))
        .isEqualTo(new ResourceAccess.Read(WicedResult.SUCCESS, Octets.of(octets)));
    assertThat(board.log().awaitDiagnostic("resource-cut"))
        .isEqualTo(
            "resource_get_readonly_buffer: the maximum size cuts %s to %d of its %d octets from %d"
                .formatted(PATH, octets.length(), 10 - offset, offset));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 11, Integer.MAX_VALUE})
  void anOffsetBehindTheEndIsTooBig(int offset) {
    ResourceAccess.Read read = resources.read(CA, offset, 1);

    assertThat(read.result()).isEqualTo(WicedResult.RESOURCE_OFFSET_TOO_BIG);
    assertThat(read.result().code()).isEqualTo(4001);
    assertThat(read.octets().length()).isZero();
    assertThat(board.log().awaitDiagnostic("resource")).contains("offset " + offset, PATH);
  }

  @Test
  void aReadByPathFindsTheResource() {
    assertThat(resources.read(PATH, 0, 10).octets()).isEqualTo(CA.data());
  }

  @Test
  void aReadOfWhatIsNotThereFailsToOpen() {
    ResourceAccess.Read read = resources.read("none.pem", 0, 10);

    assertThat(read.result()).isEqualTo(WicedResult.RESOURCE_FILE_OPEN_FAIL);
    assertThat(read.result().code()).isEqualTo(4002);
    assertThat(board.log().awaitDiagnostic("resource")).contains("no resource none.pem");
  }

  @Test
  void aReadIsAnEvent() {
    resources.read(CA, 2, 20);

    assertThat(board.log().calls())
        .endsWith(
            EventLog.call("resource_get_readonly_buffer", PATH + ", 2, 20", WicedResult.SUCCESS));
  }

  private TestBoard start() {
    return bench.keep(
        TestBoard.start(
            TestBoard.course(),
            Map.of(PATH, CA.data()),
            new ManualClock(),
            bench.access(),
            TestBoard.handingOver(sdk)));
  }
}
