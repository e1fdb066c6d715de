package io.ripcord.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.PositionStatus;
import io.ripcord.event.Side;
import io.ripcord.event.TradingState;
import io.ripcord.position.Deadlines;
import io.ripcord.position.Position;
import io.ripcord.testing.EngineHarness;
import io.ripcord.testing.LossyVenue;
import io.ripcord.testing.Operator;
import io.ripcord.testing.Seeds;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Restarts, broken connections, halts, and messages that are lost, late or doubled: no order of
 * ours ever works beside another or for more than is held (the venue's ledger is the judge), and
 * every position ends flat once the line is good again.
 */
class LossyVenueTest {
  private static final int RUNS = 400;
  private static final int POSITIONS = 4;
  private static final int UNKIND_STEPS = 400;
  private static final int MAX_STEPS = 100_000;

  private int repeatedOrders;
  private int lostFills;
  private int orders;

  @Test
  void shouldNeverDoubleAnOrderAndEndFlat() {
    Random seeds = Seeds.random(this);
    for (int run = 0; run < RUNS; run++) {
      long seed = seeds.nextLong();
      try {
        run(new Random(seed));
      } catch (AssertionError e) {
        throw new AssertionError("run seed " + seed, e);
      }
    }
    assertThat(orders).isGreaterThan(2 * RUNS * POSITIONS);
    assertThat(repeatedOrders).isGreaterThan(RUNS / 2);
    assertThat(lostFills).isGreaterThan(RUNS / 2);
  }

  private void run(Random random) {
    EngineHarness engine =
        new EngineHarness(POSITIONS, false).instrument("X").policy(p -> p.stopPercent("2"));
    for (long id = 1; id <= POSITIONS; id++) {
      engine.open(id, random.nextBoolean() ? Side.LONG : Side.SHORT, "1", "100");
    }
    engine.tick("90").tick("110");
    LossyVenue venue = new LossyVenue(engine, random);
    int epoch = 1;
    for (int step = 0; step < UNKIND_STEPS; step++) {
      int choice = random.nextInt(100);
      if (choice < 2) {
        venue.restart(++epoch);
      } else if (choice < 4 && venue.isConnected()) {
        venue.disconnect();
      } else if (choice < 8 && !venue.isConnected()) {
        venue.connect();
      } else if (choice == 8) {
        halt(engine, random.nextBoolean());
      } else {
        step(engine, venue, random);
      }
    }
    halt(engine, false);
    venue.becomeHonest();
    for (int step = 0; engine.engine().exitsInFlight() > 0 || !venue.isIdle(); step++) {
      assertThat(step).as("steps").isLessThan(MAX_STEPS);
      step(engine, venue, random);
    }
    assertFlat(engine, venue);
    orders += engine.decisions().orders().size();
    repeatedOrders += venue.repeatedOrders();
    lostFills += venue.lostFills();
  }

  private static void halt(EngineHarness engine, boolean halted) {
    new Operator(engine).state(halted ? TradingState.HALTED : TradingState.ACTIVE);
  }

  private static void step(EngineHarness engine, LossyVenue venue, Random random) {
    engine.after(random.nextInt(300_000_000));
    boolean halted = engine.engine().tradingState() == TradingState.HALTED;
    int ordersBefore = engine.decisions().orders().size();
    long due = engine.engine().nextDeadlineNs();
    if (due != Deadlines.NONE && (due <= engine.nowNs() || venue.isIdle())) {
      engine.timer();
    } else {
      venue.step();
    }
    if (halted) {
      assertThat(engine.decisions().orders()).as("orders in a halt").hasSize(ordersBefore);
    }
  }

  private static void assertFlat(EngineHarness engine, LossyVenue venue) {
    for (long id = 1; id <= POSITIONS; id++) {
      Position position = engine.position(id);
      long filledE8 = engine.engine().view().exit(position).filledE8();
      assertThat(venue.heldE8(id)).as("held of %d", id).isZero();
      assertThat(position.status()).isEqualTo(PositionStatus.CLOSED);
      assertThat(position.openQuantityE8()).isEqualTo(position.quantityE8() - filledE8);
      assertThat(filledE8).isLessThanOrEqualTo(position.quantityE8());
      if (venue.lostFills() == 0) {
        assertThat(filledE8).isEqualTo(position.quantityE8());
      }
    }
  }
}
