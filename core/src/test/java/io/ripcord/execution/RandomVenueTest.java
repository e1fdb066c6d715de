package io.ripcord.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.PositionStatus;
import io.ripcord.event.Side;
import io.ripcord.position.Deadlines;
import io.ripcord.position.Position;
import io.ripcord.testing.EngineHarness;
import io.ripcord.testing.RandomVenue;
import io.ripcord.testing.Seeds;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Whatever an honest venue does and in whatever order it says so: at no time are orders out for
 * more than is held (the venue checks), no fill is lost, and in the end every position is flat.
 */
class RandomVenueTest {
  private static final int RUNS = 200;
  private static final int POSITIONS = 5;

  @Test
  void shouldBringEveryPositionFlatAndNeverTurnOneRound() {
    Random seeds = Seeds.random(this);
    int orders = 0;
    for (int run = 0; run < RUNS; run++) {
      long seed = seeds.nextLong();
      try {
        orders += run(new Random(seed));
      } catch (AssertionError e) {
        throw new AssertionError("run seed " + seed, e);
      }
    }
    assertThat(orders).isGreaterThan(2 * RUNS * POSITIONS);
  }

  private static int run(Random random) {
    EngineHarness engine =
        new EngineHarness(POSITIONS, false).instrument("X").policy(p -> p.stopPercent("2"));
    for (long id = 1; id <= POSITIONS; id++) {
      engine.open(id, random.nextBoolean() ? Side.LONG : Side.SHORT, "1", "100");
    }
    engine.tick("90").tick("110");
    assertThat(engine.engine().exitsInFlight()).isEqualTo(POSITIONS);
    RandomVenue venue = new RandomVenue(engine, random);
    for (int step = 0; engine.engine().exitsInFlight() > 0 || !venue.isIdle(); step++) {
      assertThat(step).as("steps").isLessThan(100_000);
      engine.after(random.nextInt(300_000_000));
      long due = engine.engine().nextDeadlineNs();
      if (due != Deadlines.NONE && (due <= engine.nowNs() || venue.isIdle())) {
        engine.timer();
      } else {
        venue.step();
      }
    }
    for (long id = 1; id <= POSITIONS; id++) {
      Position position = engine.position(id);
      assertThat(position.status()).isEqualTo(PositionStatus.CLOSED);
      assertThat(position.openQuantityE8()).isZero();
      assertThat(venue.heldE8(id)).isZero();
      assertThat(engine.engine().view().exit(position).filledE8()).isEqualTo(position.quantityE8());
    }
    return engine.decisions().orders().size();
  }
}
