package org.wicedsim.wiced;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wicedsim.hal.ManualClock;
import org.wicedsim.wiced.testing.Bench;
import org.wicedsim.wiced.testing.EventLog;

/// SPEC 3.7. On the course's board the shield's PSoC is at address 0x42 of bus 2.
class I2cTest {
  private static final int BUS = 2;
  private static final int PSOC = 0x42;
  private static final int NOBODY = 0x43;
  private static final int TEMPERATURE = 0x07;
  private static final int LEDS = 0x04;
  private static final int WHOLE = I2c.START_FLAG | I2c.STOP_FLAG;

  @RegisterExtension final Bench bench = new Bench();

  private final Bench.Played played = bench.play(new ManualClock());
  private final I2c i2c = played.wiced().i2c();

  @Test
  void probeFindsTheDevicesThatTheBoardFileNames() {
    i2c.init(BUS);

    assertThat(i2c.probeDevice(BUS, PSOC, 1)).isTrue();
    assertThat(i2c.probeDevice(BUS, NOBODY, 1)).isFalse();
  }

  /// 16 octets from 0x07 are temperature, humidity, light and potentiometer.
  @Test
  void readsBeginAtTheRegisterThatWasWrittenLast() {
    i2c.init(BUS);
    byte[] octets = new byte[16];

    assertThat(i2c.write(BUS, PSOC, WHOLE, new byte[] {TEMPERATURE}))
        .isEqualTo(WicedResult.SUCCESS);
    assertThat(i2c.read(BUS, PSOC, WHOLE, octets)).isEqualTo(WicedResult.SUCCESS);

    ByteBuffer values = ByteBuffer.wrap(octets).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(
            new float[] {
              values.getFloat(), values.getFloat(), values.getFloat(), values.getFloat()
            })
        .containsExactly(22.5f, 45, 300, 1.2f);
  }

  @Test
  void aSecondReadBeginsThereAgain() {
    i2c.init(BUS);
    byte[] first = new byte[4];
    byte[] second = new byte[4];
    i2c.write(BUS, PSOC, WHOLE, new byte[] {TEMPERATURE});

    i2c.read(BUS, PSOC, WHOLE, first);
    i2c.read(BUS, PSOC, WHOLE, second);

    assertThat(second).isEqualTo(first).isNotEqualTo(new byte[4]);
  }

  @Test
  void furtherOctetsAreWritten() {
    i2c.init(BUS);
    byte[] read = new byte[2];

    i2c.write(BUS, PSOC, WHOLE, new byte[] {LEDS, 0x0F, 0x01});

    i2c.write(BUS, PSOC, I2c.START_FLAG, new byte[] {LEDS});
    i2c.read(BUS, PSOC, I2c.REPEATED_START_FLAG | I2c.STOP_FLAG, read);
    assertThat(read).containsExactly(0x0F, 0x01);
  }

  @Test
  void octetsWithoutAStartFollowThoseOfATransferThatDidNotStop() {
    i2c.init(BUS);
    byte[] read = new byte[1];

    i2c.write(BUS, PSOC, I2c.START_FLAG, new byte[] {LEDS});
    i2c.write(BUS, PSOC, I2c.STOP_FLAG, new byte[] {0x0A});

    i2c.read(BUS, PSOC, WHOLE, read);
    assertThat(read).containsExactly(0x0A);
  }

  @Test
  void noDeviceIsAnErrorThatIsToldOf() {
    i2c.init(BUS);
    byte[] read = {7};

    assertThat(i2c.write(BUS, NOBODY, WHOLE, new byte[1])).isEqualTo(WicedResult.ERROR);
    assertThat(i2c.read(BUS, NOBODY, WHOLE, read)).isEqualTo(WicedResult.ERROR);

    assertThat(read).containsExactly(7);
    assertThat(played.log().awaitDiagnostic("i2c")).contains("0x43", "bus 2");
  }

  @Test
  void aBusThatIsNotOpenIsNotUp() {
    assertThat(i2c.probeDevice(BUS, PSOC, 1)).isFalse();
    assertThat(i2c.write(BUS, PSOC, WHOLE, new byte[1])).isEqualTo(WicedResult.NOTUP);
    assertThat(i2c.read(BUS, PSOC, WHOLE, new byte[1])).isEqualTo(WicedResult.NOTUP);
  }

  @Test
  void deinitClosesTheBus() {
    i2c.init(BUS);
    assertThat(i2c.deinit(BUS)).isEqualTo(WicedResult.SUCCESS);

    assertThat(i2c.probeDevice(BUS, PSOC, 1)).isFalse();
  }

  @Test
  void initAgainIsNoError() {
    i2c.init(BUS);

    assertThat(i2c.init(BUS)).isEqualTo(WicedResult.SUCCESS);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3})
  void aBusThatNoBoardHasIsRefused(int bus) {
    assertThat(i2c.init(bus)).isEqualTo(WicedResult.BADARG);
  }

  @Test
  void everyCallIsAnEvent() {
    i2c.init(BUS);
    i2c.probeDevice(BUS, NOBODY, 1);
    i2c.write(BUS, PSOC, WHOLE, new byte[] {TEMPERATURE});
    i2c.read(BUS, PSOC, WHOLE, new byte[16]);

    assertThat(played.log().calls())
        .endsWith(
            EventLog.call("wiced_i2c_init", "2", WicedResult.SUCCESS),
            EventLog.call("wiced_i2c_probe_device", "2, 0x43, 1", WicedResult.ERROR),
            EventLog.call("wiced_i2c_write", "2, 0x42, 5, 1", WicedResult.SUCCESS),
            EventLog.call("wiced_i2c_read", "2, 0x42, 5, 16", WicedResult.SUCCESS));
  }
}
