package io.ripcord.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.AlertKind;
import io.ripcord.event.CommandPublisher;
import io.ripcord.event.Side;
import io.ripcord.event.Sources;
import io.ripcord.money.E8;
import io.ripcord.testing.EngineHarness;
import io.ripcord.testing.RecordedDecisions.PositionChanged;
import io.ripcord.testing.Seeds;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Profit, loss and average price are exact and rounded once, half to even. */
class ProfitTest {
  private static PositionChanged said(EngineHarness engine) {
    return engine.decisions().last(PositionChanged.class);
  }

  private static BigDecimal decimal(long valueE8) {
    return BigDecimal.valueOf(valueE8, 8);
  }

  /** One position on its way out at the market. */
  private static EngineHarness exiting(
      Side side, String quantity, String entry, String multiplier) {
    return new EngineHarness(1, false)
        .instrument("X", "0.00000001", "0.00000001", multiplier)
        .policy(p -> p.anyPriceAfter(0))
        .open(1, side, quantity, entry)
        .tick("1")
        .timer();
  }

  @Test
  void shouldAgreeWithBigDecimalAfterEveryFill() {
    Random random = Seeds.random(this);
    for (int i = 0; i < 300; i++) {
      Side side = random.nextBoolean() ? Side.LONG : Side.SHORT;
      BigDecimal multiplier = decimal(1 + Seeds.magnitude(random, 10 * E8.ONE));
      BigDecimal entry = decimal(1 + Seeds.magnitude(random, 100_000 * E8.ONE));
      long open = 1 + Seeds.magnitude(random, 10_000 * E8.ONE);
      EngineHarness engine =
          exiting(side, E8.format(open), entry.toPlainString(), multiplier.toPlainString());
      BigDecimal gain = BigDecimal.ZERO;
      BigDecimal notional = BigDecimal.ZERO;
      BigDecimal filled = BigDecimal.ZERO;
      while (open > 0) {
        long part = random.nextInt(3) == 0 ? open : Math.max(1, Seeds.magnitude(random, open));
        BigDecimal quantity = decimal(part);
        BigDecimal price = decimal(1 + Seeds.magnitude(random, 100_000 * E8.ONE));
        open -= part;

        engine.fill(quantity.toPlainString(), price.toPlainString());

        BigDecimal move = price.subtract(entry);
        gain = gain.add((side == Side.LONG ? move : move.negate()).multiply(quantity));
        notional = notional.add(price.multiply(quantity));
        filled = filled.add(quantity);
        assertThat(decimal(said(engine).realizedPnlE8()))
            .isEqualByComparingTo(gain.multiply(multiplier).setScale(8, RoundingMode.HALF_EVEN));
        assertThat(decimal(said(engine).exitPriceE8()))
            .isEqualByComparingTo(notional.divide(filled, 8, RoundingMode.HALF_EVEN));
        assertThat(said(engine).openQuantityE8()).isEqualTo(open);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    // (price - entry) * quantity * multiplier lies exactly between two multiples of 1e-8.
    "LONG,  1, 1.00000001, 0.5,        1, 0",
    "LONG,  1, 1.00000003, 0.5,        1, 0.00000002",
    "LONG,  1, 1.00000005, 0.5,        1, 0.00000002",
    "SHORT, 1, 1.00000001, 0.5,        1, 0",
    "SHORT, 1, 1.00000003, 0.5,        1, -0.00000002",
    "LONG,  1, 2,          0.00000001, 0.5, 0",
    "LONG,  1, 2,          0.00000001, 1.5, 0.00000002",
    "LONG,  1, 2,          0.00000001, 0.51, 0.00000001",
    "SHORT, 100, 90,       3,          75,  2250",
  })
  void shouldRoundTiesToEven(
      Side side, String entry, String price, String quantity, String multiplier, String pnl) {
    EngineHarness engine = exiting(side, quantity, entry, multiplier);

    engine.fill(price);

    assertThat(E8.format(said(engine).realizedPnlE8())).isEqualTo(pnl);
  }

  @ParameterizedTest
  @CsvSource({"LONG, 9223372036854775807", "SHORT, -9223372036854775807"})
  void shouldCapWhatDoesNotFitAndSaySo(Side side, long capped) {
    EngineHarness engine = exiting(side, "1000000000", "1", "1000000000");

    engine.fill("1000000000");

    assertThat(said(engine).realizedPnlE8()).isEqualTo(capped);
    assertThat(engine.decisions().alertKinds()).containsExactly(AlertKind.MONEY_OUT_OF_RANGE);
    engine.flat();
    assertThat(engine.engine().exitsInFlight()).isZero();
  }

  @Test
  void shouldNotMultiplyByTheLeverage() {
    EngineHarness engine =
        new EngineHarness(1, false).instrument("X").policy(p -> p.anyPriceAfter(0));
    new CommandPublisher(engine.rig().sink(), Sources.POSITIONS)
        .positionRegistered(engine.nowNs(), 1, 0, Side.LONG, E8.ONE, 100 * E8.ONE, 20 * E8.ONE, 0);

    engine.tick("100").timer().fill("101");

    assertThat(E8.format(said(engine).realizedPnlE8())).isEqualTo("1");
  }
}
