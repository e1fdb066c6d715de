package io.ripcord.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.money.E8;
import io.ripcord.testing.StateNumbers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TradePairsTest {
  private static final long TIME = 1_000;
  private static final long QUANTITY = 5;

  private final TradePairs pairs = pairs(1);

  private static TradePairs pairs(int instruments) {
    TradePairs made = new TradePairs();
    for (int i = 0; i < instruments; i++) {
      made.add();
    }
    return made;
  }

  /** The lower and the higher of an instrument's two trades. */
  private static String pair(TradePairs of, int instrument) {
    return of.lowE8(instrument) + " " + of.highE8(instrument);
  }

  @Test
  void shouldBeTheOneTradeBeforeTheSecond() {
    assertThat(pair(pairs, 0)).isEqualTo(E8.NULL + " " + E8.NULL);

    assertThat(pairs.onTrade(0, TIME, 100, QUANTITY)).isTrue();

    assertThat(pair(pairs, 0)).isEqualTo("100 100");
  }

  @Test
  void shouldBeTheLastTwoWhicheverIsHigher() {
    pairs.onTrade(0, TIME, 100, QUANTITY);
    pairs.onTrade(0, TIME + 1, 103, QUANTITY);
    assertThat(pair(pairs, 0)).isEqualTo("100 103");

    pairs.onTrade(0, TIME + 2, 101, QUANTITY);
    assertThat(pair(pairs, 0)).isEqualTo("101 103");

    pairs.onTrade(0, TIME + 3, 99, QUANTITY);
    assertThat(pair(pairs, 0)).isEqualTo("99 101");
  }

  @ParameterizedTest
  @CsvSource({
    // venue time, price and quantity after 1000, 100 and 5; whether that is another trade
    "1000, 100, 5, false",
    "1001, 100, 5, true",
    "1000, 101, 5, true",
    "1000, 100, 6, true",
    "-9223372036854775808, 100, 5, true",
  })
  void shouldTakeAnotherTradeByTimePriceOrQuantity(
      long venueTimeNs, long priceE8, long quantityE8, boolean another) {
    pairs.onTrade(0, TIME - 1, 90, QUANTITY);
    pairs.onTrade(0, TIME, 100, QUANTITY);

    assertThat(pairs.onTrade(0, venueTimeNs, priceE8, quantityE8)).isEqualTo(another);

    assertThat(pair(pairs, 0)).isEqualTo(another ? "100 " + priceE8 : "90 100");
  }

  @Test
  void shouldTakeEveryTradeWithoutAVenueTimeForAnother() {
    assertThat(pairs.onTrade(0, E8.NULL, 100, QUANTITY)).isTrue();
    assertThat(pairs.onTrade(0, E8.NULL, 100, QUANTITY)).isTrue();
  }

  @Test
  void shouldKeepInstrumentsApartHoweverManyThereAre() {
    TradePairs many = pairs(40);
    for (int id = 0; id < 40; id++) {
      many.onTrade(id, TIME, 100 + id, QUANTITY);
      many.onTrade(id, TIME, 200 + id, QUANTITY);
    }

    for (int id = 0; id < 40; id++) {
      assertThat(pair(many, id)).isEqualTo((100 + id) + " " + (200 + id));
      assertThat(many.onTrade(id, TIME, 200 + id, QUANTITY)).isFalse();
    }
    many.add();
    assertThat(pair(many, 40)).isEqualTo(E8.NULL + " " + E8.NULL);
  }

  @ParameterizedTest
  @CsvSource({"1", "16", "17"})
  void shouldGoOnFromWhatWasWritten(int instruments) {
    TradePairs whole = pairs(instruments);
    for (int id = 0; id < instruments; id++) {
      whole.onTrade(id, TIME + id, 100 + id, QUANTITY);
      whole.onTrade(id, TIME + 2L * id, 90 - id, 2 * QUANTITY);
    }
    StateNumbers state = StateNumbers.of(whole::write);
    TradePairs copy = pairs(instruments);

    copy.read(state.in());

    assertThat(state.left()).isZero();
    for (int id = 0; id < instruments; id++) {
      assertThat(pair(copy, id)).isEqualTo((90 - id) + " " + (100 + id));
      assertThat(copy.onTrade(id, TIME + 2L * id, 90 - id, 2 * QUANTITY)).isFalse();
      assertThat(copy.onTrade(id, TIME + 2L * id, 90 - id, QUANTITY)).isTrue();
    }
  }
}
