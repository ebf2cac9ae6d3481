package org.wicedsim.wiced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wicedsim.hal.Ipv4Address;
import org.wicedsim.wiced.testing.Bench;

/// SPEC 2.6: a second board on a LAN gets the next free address.
class LanSeatTest {
  @RegisterExtension final Bench bench = new Bench();

  @Test
  void theSecondBoardGetsTheNextAddress() {
    try (LanSeat first = LanSeat.take(bench.lan(), Bench.BOARD);
        LanSeat second = LanSeat.take(bench.lan(), Bench.BOARD)) {
      assertThat(first.address()).hasToString("198.51.100.14");
      assertThat(first.steps()).isZero();
      assertThat(second.address()).hasToString("198.51.100.15");
      assertThat(second.steps()).isEqualTo(1);
    }
  }

  @Test
  void aSeatThatWasGivenBackIsTakenAgain() {
    LanSeat.take(bench.lan(), Bench.BOARD).close();

    try (LanSeat again = LanSeat.take(bench.lan(), Bench.BOARD)) {
      assertThat(again.address()).isEqualTo(Bench.BOARD);
    }
  }

  @Test
  void aHoleIsFilledFirst() {
    try (LanSeat first = LanSeat.take(bench.lan(), Bench.BOARD)) {
      LanSeat second = LanSeat.take(bench.lan(), Bench.BOARD);
      LanSeat third = bench.keep(LanSeat.take(bench.lan(), Bench.BOARD));
      second.close();

      try (LanSeat next = LanSeat.take(bench.lan(), Bench.BOARD)) {
        assertThat(List.of(first.steps(), next.steps(), third.steps())).containsExactly(0, 1, 2);
      }
    }
  }

  @Test
  void addressesThatEndIn255Or0BelongToNoBoard() {
    Ipv4Address wanted = Ipv4Address.of(198, 51, 100, 254);
    LanSeat last = bench.keep(LanSeat.take(bench.lan(), wanted));
    LanSeat next = bench.keep(LanSeat.take(bench.lan(), wanted));

    assertThat(List.of(last.address(), next.address()))
        .containsExactly(wanted, Ipv4Address.of(198, 51, 101, 1));
    assertThat(next.steps()).isEqualTo(1);
  }

  @Test
  void aLanHasNoSeatsBehindItsLastAddress() {
    List<LanSeat> seats = new ArrayList<>();
    Ipv4Address wanted = Ipv4Address.of(198, 51, 255, 252);
    try {
      // 198.51.255.254 is the bench's own.
      for (int i = 0; i < 2; i++) {
        seats.add(LanSeat.take(bench.lan(), wanted));
      }

      assertThatThrownBy(() -> LanSeat.take(bench.lan(), wanted))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("198.51.255.252")
          .hasMessageContaining("--lan");
    } finally {
      seats.forEach(LanSeat::close);
    }
    assertThat(seats).extracting(seat -> seat.address().octet(3)).containsExactly(252, 253);
  }

  @Test
  void seatsOnDifferentLansDoNotMeet() {
    try (LanSeat other = LanSeat.takeFreeLan();
        LanSeat here = LanSeat.take(bench.lan(), Bench.BOARD);
        LanSeat there = LanSeat.take(other.lan(), Bench.BOARD)) {
      assertThat(here.address()).isEqualTo(there.address());
    }
  }

  @Test
  void freeLansDifferAndTheDefaultIsNeverOneOfThem() {
    List<LanSeat> lans = new ArrayList<>();
    try {
      for (int i = 0; i < 40; i++) {
        lans.add(LanSeat.takeFreeLan());
      }
    } finally {
      lans.forEach(LanSeat::close);
    }

    assertThat(lans)
        .extracting(seat -> seat.lan().number())
        .doesNotHaveDuplicates()
        .doesNotContain(VirtualLan.DEFAULT_NUMBER, bench.lan().number());
  }

  @Test
  void nobodyListensOnTheSeat() {
    try (LanSeat seat = LanSeat.take(bench.lan(), Bench.SERVER)) {
      var played = bench.play();

      assertThat(
              played
                  .wiced()
                  .tcp()
                  .createSocket(Interface.STA)
                  .connect(seat.address(), LanSeat.PORT, 5_000))
          .isEqualTo(WicedResult.SOCKET_CLOSED);
      assertThat(played.log().diagnosticCodes()).containsExactly("connect-refused");
    }
  }
}
