package org.wicedsim.wicedc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wicedsim.hal.SystemClock;
import org.wicedsim.wiced.Packet;
import org.wicedsim.wiced.PacketResult;

/// The numbers of packets, which say where their structures are in the ring of the C side.
class PacketsTest {
  @RegisterExtension final SdkBench bench = new SdkBench(new SystemClock());

  private final Packets packets = new Packets();
  private final Packet packet = packet();

  @Test
  void aPacketIsFoundUntilItIsRemoved() {
    int number = packets.add(packet);

    assertThat(packets.get(number)).isSameAs(packet);
    assertThat(packets.remove(number)).isSameAs(packet);
    assertThat(packets.get(number)).isNull();
    assertThat(packets.remove(number)).isNull();
  }

  @Test
  void noPacketHasTheNumberOfAStructureThatWasNeverUsed() {
    assertThat(packets.get(Handles.NONE)).isNull();
    assertThat(packets.add(packet)).isNotEqualTo(Handles.NONE);
  }

  @Test
  void aPacketThatWasSentIsForgottenWhenItsStructureIsUsedAgain() {
    int sent = packets.add(packet);
    packets.sent(sent);
    for (int i = 1; i < Packets.SIZE; i++) {
      packets.remove(packets.add(packet));
    }
    assertThat(packets.get(sent)).isSameAs(packet);

    int next = packets.add(packet);

    assertThat(next).isEqualTo(sent + Packets.SIZE);
    assertThat(packets.get(sent)).isNull();
  }

  @Test
  void theStructureOfAPacketThatIsHeldIsPassedOver() {
    int held = packets.add(packet);
    for (int i = 1; i < Packets.SIZE; i++) {
      packets.remove(packets.add(packet));
    }

    int next = packets.add(packet);

    assertThat(next).isEqualTo(held + Packets.SIZE + 1);
    assertThat(packets.get(held)).isSameAs(packet);
  }

  private Packet packet() {
    return ((PacketResult.Got) bench.session().wiced().tcp().createPacket(1)).packet();
  }
}
