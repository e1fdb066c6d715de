package io.ripcord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.AlertKind;
import io.ripcord.event.Side;
import io.ripcord.money.E8;
import io.ripcord.testing.EngineHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ticks that count, ticks that do not, and several positions on one symbol. */
class TickTest {
  private final EngineHarness engine =
      new EngineHarness().instrument("W").instrument("X").policy(p -> p.stopPercent("2"));

  private void badTick(long lastE8) {
    engine
        .market()
        .tick(engine.nowNs(), 1, engine.nowNs(), lastE8, E8.ONE, 55 * E8.ONE, 56 * E8.ONE);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, -100 * E8.ONE, -Long.MAX_VALUE})
  void shouldDropAPriceOfZeroOrLess(long lastE8) {
    engine.policy(p -> p.stopPercent("2").trailing("1")).open(1, Side.LONG, "1", "100");
    engine.open(2, Side.SHORT, "1", "100").tick("100").quote("X", "99", "101");
    long before = new StateOf(engine).prices();

    badTick(lastE8);

    engine.assertDecisions("alert BAD_TICK position=null first=" + lastE8 + " second=1");
    assertThat(new StateOf(engine).prices()).isEqualTo(before);
    assertThat(engine.stop(2)).isEqualTo("101");
    assertThat(engine.watermark(2)).isEqualTo("100");
  }

  /** What a dropped tick must not move. */
  private record StateOf(EngineHarness engine) {
    long prices() {
      long sum = 0;
      for (long id = 1; id <= 2; id++) {
        sum = sum * 31 + engine.position(id).watermarkE8();
        sum = sum * 31 + engine.position(id).stop().levelE8();
        sum = sum * 31 + (engine.position(id).isPriced() ? 1 : 0);
      }
      return sum;
    }
  }

  @Test
  void shouldSpeakOfBadTicksAtPowersOfTwo() {
    for (int i = 0; i < 1_000; i++) {
      badTick(-1);
    }

    engine.assertDecisions(
        "alert BAD_TICK position=null first=-1 second=1",
        "alert BAD_TICK position=null first=-1 second=2",
        "alert BAD_TICK position=null first=-1 second=4",
        "alert BAD_TICK position=null first=-1 second=8",
        "alert BAD_TICK position=null first=-1 second=16",
        "alert BAD_TICK position=null first=-1 second=32",
        "alert BAD_TICK position=null first=-1 second=64",
        "alert BAD_TICK position=null first=-1 second=128",
        "alert BAD_TICK position=null first=-1 second=256",
        "alert BAD_TICK position=null first=-1 second=512");
  }

  @Test
  void shouldCountBadTicksPerInstrument() {
    badTick(0);
    badTick(0);
    engine.clear();

    engine.market().tick(engine.nowNs(), 0, E8.NULL, 0, E8.NULL, E8.NULL, E8.NULL);

    engine.assertDecisions("alert BAD_TICK position=null first=0 second=1");
    assertThat(engine.decisions().alerts().get(0).instrumentId()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 2, Integer.MAX_VALUE, Integer.MIN_VALUE})
  void shouldDropATickOfAnUnknownInstrument(int instrumentId) {
    engine.open(1, Side.LONG, "1", "100");

    engine.market().tick(engine.nowNs(), instrumentId, E8.NULL, E8.ONE, E8.ONE, E8.ONE, E8.ONE);

    assertThat(engine.decisions().lines())
        .singleElement()
        .asString()
        .startsWith("alert UNKNOWN_INSTRUMENT position=null first=" + instrumentId);
    assertThat(engine.decisions().alerts().get(0).instrumentId()).isEqualTo(-1);
  }

  @Test
  void shouldSpeakOfUnknownInstrumentsAtPowersOfTwo() {
    for (int i = 0; i < 1_000; i++) {
      engine.market().tick(engine.nowNs(), 7 + i % 2, E8.NULL, E8.ONE, E8.ONE, E8.ONE, E8.ONE);
    }

    assertThat(engine.decisions().alertKinds()).containsOnly(AlertKind.UNKNOWN_INSTRUMENT);
    assertThat(engine.decisions().alerts())
        .extracting(alert -> alert.first() + " " + alert.second())
        .containsExactly(
            "7 1", "8 2", "8 4", "8 8", "8 16", "8 32", "8 64", "8 128", "8 256", "8 512");
  }

  @Test
  void shouldDropAConflatedTickWithABadPrice() {
    engine.open(1, Side.LONG, "1", "100").tick("100");
    long now = engine.nowNs();

    engine.market().conflatedTick(now, 1, now, E8.ONE, E8.ONE, 0, true, E8.NULL, E8.NULL, 2);
    engine.market().conflatedTick(now, 1, now, -1, E8.ONE, 1, true, E8.NULL, E8.NULL, 2);
    engine.market().conflatedTick(now, 7, now, E8.ONE, 1, 1, true, E8.NULL, E8.NULL, 2);

    assertThat(engine.decisions().orders()).isEmpty();
    assertThat(engine.decisions().alertKinds())
        .hasToString("[BAD_TICK, BAD_TICK, UNKNOWN_INSTRUMENT]");
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldNotTriggerOnAQuote(Side side) {
    engine.open(1, side, "1", "100");

    engine.quote("X", "1", "2").quote("X", "1000", "1001");

    engine.assertSilence();
    assertThat(engine.position(1).isPriced()).isFalse();
    assertThat(engine.watermark(1)).isEqualTo("100");
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldNotMoveOrTriggerOnAConflatedQuote(Side side) {
    engine.open(1, side, "1", "100");
    long now = engine.nowNs();

    engine
        .market()
        .conflatedTick(now, 1, now, E8.NULL, E8.NULL, E8.NULL, true, E8.ONE, 2 * E8.ONE, 5);

    engine.assertSilence();
    assertThat(engine.position(1).isPriced()).isFalse();
  }

  @Test
  void shouldIgnoreABadSideOfTheBook() {
    engine.open(1, Side.LONG, "1", "100");

    engine.market().tick(engine.nowNs(), 1, E8.NULL, 99 * E8.ONE, E8.ONE, -1, 0);

    engine.assertSilence();
    assertThat(engine.position(1).isPriced()).isTrue();
  }

  @Test
  void shouldExitPositionsOfOneTickInOrderOfId() {
    engine
        .open(30, Side.LONG, "1", "100")
        .open(-5, Side.LONG, "2", "100")
        .open(20, Side.LONG, "3", "101")
        .open(10, Side.SHORT, "4", "90");

    engine.tick("98");

    engine.assertDecisions(
        "order -5 LONG 2 STOP_LOSS level=98 trigger=98 attempt=1",
        "position -5 CLOSING open=2 exit=null pnl=0",
        "order 10 SHORT 4 STOP_LOSS level=91.8 trigger=98 attempt=1",
        "position 10 CLOSING open=4 exit=null pnl=0",
        "order 20 LONG 3 STOP_LOSS level=98.98 trigger=98 attempt=1",
        "position 20 CLOSING open=3 exit=null pnl=0",
        "order 30 LONG 1 STOP_LOSS level=98 trigger=98 attempt=1",
        "position 30 CLOSING open=1 exit=null pnl=0");
  }

  @Test
  void shouldKeepOppositePositionsOfOneSymbolApart() {
    engine.open(1, Side.LONG, "1", "100").open(2, Side.SHORT, "1", "100");

    engine.tick("99").tick("101").assertSilence();
    engine.tick("102");
    engine.assertOrders("order 2 SHORT 1 STOP_LOSS level=102 trigger=102 attempt=1");
    engine.clear().tick("98");
    engine.assertOrders("order 1 LONG 1 STOP_LOSS level=98 trigger=98 attempt=1");
  }

  @Test
  void shouldKeepSymbolsApart() {
    engine.open(1, "W", Side.LONG, "1", "100").open(2, "X", Side.LONG, "1", "100");

    engine.tick("X", "90");

    engine.assertOrders("order 2 LONG 1 STOP_LOSS level=98 trigger=90 attempt=1");
  }

  @ParameterizedTest
  @CsvSource({"LONG, 101, 110", "SHORT, 99, 90"})
  void shouldNotCountPricesBeforeTheRegistration(Side side, String entry, String before) {
    engine.policy(p -> p.stopPercent("50").trailing("1").targetPercent("5")).tick(before);

    engine.open(1, side, "1", entry);

    engine.assertSilence();
    assertThat(engine.watermark(1)).isEqualTo(entry);
    assertThat(engine.position(1).stop().isMoved()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"LONG, 90", "SHORT, 110"})
  void shouldLetTheFirstPriceDecideAStopThatIsBreachedAtRegistration(Side side, String breach) {
    engine.tick(breach).open(1, side, "1", "100").assertSilence();

    engine.tick(breach);

    assertThat(engine.decisions().lastOrder().reason()).hasToString("STOP_LOSS");
  }

  @Test
  void shouldTrailFromTheFirstPriceOn() {
    engine.policy(p -> p.trailing("1")).open(1, Side.LONG, "1", "100");
    assertThat(engine.stop(1)).isEqualTo("null");

    engine.tick("99.5");

    assertThat(engine.stop(1)).isEqualTo("99");
    engine.assertSilence();
  }
}
