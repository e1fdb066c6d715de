package io.ripcord.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ripcord.money.E8;
import io.ripcord.testing.StateNumbers;
import org.junit.jupiter.api.Test;

class MarketTest {
  @Test
  void shouldNumberInstrumentsWithoutAGap() {
    Instruments instruments = new Instruments();
    for (int id = 0; id < 100; id++) {
      instruments.add(new Instrument(id, id + 1, 1, 2, 3));
    }

    assertThat(instruments.count()).isEqualTo(100);
    assertThat(instruments.get(99).nameId()).isEqualTo(100);
    assertThat(instruments.contains(99)).isTrue();
    assertThat(instruments.contains(100)).isFalse();
    assertThat(instruments.contains(-1)).isFalse();
    assertThatThrownBy(() -> instruments.add(new Instrument(101, 1, 1, 2, 3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("instrumentId=101, expected 100");
    assertThatThrownBy(() -> instruments.add(new Instrument(99, 1, 1, 2, 3)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(instruments.count()).isEqualTo(100);
  }

  @Test
  void shouldKeepWhatATickDoesNotBring() {
    LastPrices prices = new LastPrices();
    for (int i = 0; i < 40; i++) {
      prices.add();
    }
    assertThat(prices.lastE8(39)).isEqualTo(E8.NULL);
    assertThat(prices.bidE8(39)).isEqualTo(E8.NULL);
    assertThat(prices.askE8(39)).isEqualTo(E8.NULL);

    prices.update(39, 10, 9, 11);
    prices.update(39, E8.NULL, 8, 0);
    prices.update(39, 12, E8.NULL, -1);

    assertThat(prices.lastE8(39)).isEqualTo(12);
    assertThat(prices.bidE8(39)).isEqualTo(8);
    assertThat(prices.askE8(39)).isEqualTo(11);
    assertThat(prices.lastE8(38)).isEqualTo(E8.NULL);
  }

  @Test
  void shouldCountBadTicksPerInstrument() {
    LastPrices prices = new LastPrices();
    prices.add();
    prices.add();

    assertThat(prices.countBadTick(1)).isEqualTo(1);
    assertThat(prices.countBadTick(1)).isEqualTo(2);

    assertThat(prices.badTicks(0)).isZero();
    assertThat(prices.badTicks(1)).isEqualTo(2);
  }

  @Test
  void shouldReadInstrumentsBackAsTheyWereWritten() {
    Instruments instruments = new Instruments();
    Instrument plain = new Instrument(0, 7, 1, 2, 3);
    Instrument inverse = new Instrument(1, 8, 1, 2, 3, true, 50_000, 4_000_000, 5_000);
    instruments.add(plain);
    instruments.add(inverse);
    StateNumbers state = StateNumbers.of(instruments::write);
    Instruments copy = new Instruments();

    copy.read(state.in());

    assertThat(state.left()).isZero();
    assertThat(copy.get(0)).isEqualTo(plain);
    assertThat(copy.get(1)).isEqualTo(inverse);
    assertThat(plain.inverse()).isFalse();
    assertThat(plain.feePercentE6()).isZero();
    assertThat(plain.badTickPercentE6()).isEqualTo(E8.NULL);
    assertThat(plain.badTickConfirmNs()).isEqualTo(E8.NULL);
  }
}
