package io.ripcord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.AlertKind;
import io.ripcord.event.ExitSource;
import io.ripcord.event.InstrumentKind;
import io.ripcord.event.PositionStatus;
import io.ripcord.event.Side;
import io.ripcord.money.E8;
import io.ripcord.position.Position;
import io.ripcord.testing.EngineRig;
import io.ripcord.testing.Operator;
import io.ripcord.testing.RecordedDecisions.Alert;
import io.ripcord.testing.RecordedDecisions.Decision;
import io.ripcord.testing.RecordedDecisions.ExitOrder;
import io.ripcord.testing.Seeds;
import io.ripcord.testing.naive.NaiveGroup;
import io.ripcord.testing.naive.NaiveGroup.Leg;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Random sessions of two groups, told to the engine and to {@link NaiveGroup}. */
class GroupAgainstNaiveTest {
  private static final int SESSIONS = 1_500;
  private static final int RELAYS = 25;
  private static final int EVENTS = 120;
  private static final int CAPACITY = 4_096;
  private static final long STALE = 2 * GroupRig.SECOND;
  private static final long[] STEPS_MS = {0, 0, 1, 100, 250, 499, 500, 501, 700, 2_000};
  private static final String[] SYMBOLS = {"S", "F", "O"};
  private static final String[] FEES = {"0.1", "0", "0.05"};
  private static final String[] MULTIPLIERS = {"1", "0.33333333", "5"};

  private final Set<AlertKind> alerts = EnumSet.noneOf(AlertKind.class);

  /** One session: every step is told to both. */
  private static final class Session {
    final Random random;
    final GroupRig rig = new GroupRig();
    final List<String> said = new ArrayList<>();
    final List<NaiveGroup> groups = new ArrayList<>();
    final Map<Long, Leg> legs = new TreeMap<>();
    final Map<Long, Integer> markets = new TreeMap<>();
    final int[] cents = {10_000, 10_000, 10_000};

    Session(long seed) {
      random = new Random(seed);
      rig.desk.instrument("S", InstrumentKind.SPOT, false, FEES[0], MULTIPLIERS[0]);
      rig.desk.instrument("F", InstrumentKind.FUTURE, false, FEES[1], MULTIPLIERS[1]);
      rig.desk.instrument("O", InstrumentKind.OPTION, false, FEES[2], MULTIPLIERS[2]);
      for (int id = 0; id < 2; id++) {
        String[] terms = {
          "" + (4 + random.nextInt(20)), "" + (12 + random.nextInt(20)), "7", "" + random.nextInt(6)
        };
        rig.desk.group(id, terms[0], terms[1], terms[2], terms[3], GroupRig.CONFIRM, STALE);
        groups.add(
            new NaiveGroup(
                id, terms[0], terms[1], terms[2], terms[3], GroupRig.CONFIRM, STALE, said));
      }
    }

    Session run() {
      for (int i = 0; i < 4; i++) {
        open();
      }
      for (int i = 0; i < EVENTS; i++) {
        pass(STEPS_MS[random.nextInt(STEPS_MS.length)] * GroupRig.MS);
        switch (random.nextInt(20)) {
          case 0 -> open();
          case 1 -> close();
          case 2, 3, 4 -> venue();
          default -> tick();
        }
      }
      return this;
    }

    void pass(long durationNs) {
      long untilNs = rig.engine.nowNs() + durationNs;
      long atNs = rig.engine.nowNs();
      rig.pass(durationNs);
      while (true) {
        long now = atNs;
        long dueNs = groups.stream().mapToLong(group -> group.dueNs(now)).min().orElseThrow();
        if (dueNs > untilNs) {
          return;
        }
        groups.stream().filter(group -> group.dueNs(now) == dueNs).forEach(g -> g.look(dueNs));
        atNs = dueNs;
      }
    }

    void look() {
      groups.forEach(group -> group.look(rig.engine.nowNs()));
    }

    void open() {
      pass(1);
      long id = 100L - legs.size();
      int market = random.nextInt(SYMBOLS.length);
      Side side = random.nextBoolean() ? Side.LONG : Side.SHORT;
      String quantity = "0." + (1 + random.nextInt(9));
      String entry = "" + (98 + random.nextInt(5));
      rig.desk.open(id, SYMBOLS[market], side, quantity, entry);
      Leg leg =
          new Leg(
              id,
              side.sign(),
              market == 2 && side == Side.LONG,
              new BigDecimal(quantity),
              new BigDecimal(entry),
              new BigDecimal(MULTIPLIERS[market]),
              new BigDecimal(FEES[market]),
              rig.engine.nowNs());
      legs.put(id, leg);
      markets.put(id, market);
      for (int group = 0; group < 2; group++) {
        if (random.nextInt(3) > 0) {
          rig.desk.member(group, id);
          if (!groups.get(group).isFired()) {
            groups.get(group).add(leg, rig.engine.nowNs());
          }
        }
      }
    }

    void tick() {
      int market = random.nextInt(SYMBOLS.length);
      cents[market] = Math.max(7_000, Math.min(14_000, cents[market] + random.nextInt(401) - 200));
      boolean quoteOnly = random.nextInt(4) == 0;
      String last = quoteOnly ? null : price(cents[market]);
      String bid = quoteOnly || random.nextInt(3) == 0 ? price(cents[market] - 3) : null;
      String ask = quoteOnly || random.nextInt(3) == 0 ? price(cents[market] + 3) : null;
      rig.desk.tick(SYMBOLS[market], last, bid, ask);
      if (last != null || bid != null || ask != null) {
        legs.forEach(
            (id, leg) -> {
              if (markets.get(id) == market) {
                leg.see(decimal(last), decimal(bid), decimal(ask), rig.engine.nowNs());
              }
            });
        look();
      }
    }

    void close() {
      Position position = any(PositionStatus.OPEN);
      if (position != null) {
        new Operator(rig.engine).close(position.id());
        legs.get(position.id()).leaving();
      }
    }

    void venue() {
      Position position = any(PositionStatus.CLOSING);
      if (position == null) {
        return;
      }
      Leg leg = legs.get(position.id());
      if (position.openQuantityE8() == 0) {
        rig.desk.flat(position.id());
        leg.proved();
      } else {
        String price = price(cents[markets.get(position.id())] + random.nextInt(7) - 3);
        long openE8 = position.openQuantityE8();
        long partE8 = random.nextBoolean() ? openE8 : Math.max(E8.ONE / 10, openE8 / 2);
        rig.desk.fill(position.id(), E8.format(partE8), price);
        leg.fill(BigDecimal.valueOf(partE8, 8), new BigDecimal(price));
      }
      look();
    }

    Position any(PositionStatus status) {
      List<Position> found = new ArrayList<>();
      for (Position position : rig.engine.engine().view().positions().sortedById()) {
        if (position.status() == status) {
          found.add(position);
        }
      }
      return found.isEmpty() ? null : found.get(random.nextInt(found.size()));
    }

    static String price(int cents) {
      return BigDecimal.valueOf(cents, 2).toPlainString();
    }

    static BigDecimal decimal(String text) {
      return text == null ? null : new BigDecimal(text);
    }

    /** What the engine said of groups, as the naive one says it. */
    List<String> engineSaid() {
      List<String> lines = new ArrayList<>();
      for (Decision decision : rig.engine.decisions().all()) {
        if (decision instanceof Alert alert && alert.kind() == AlertKind.GROUP_STALE) {
          lines.add(alert.timeNs() + " stale " + alert.first() + " " + alert.second());
        } else if (decision instanceof Alert alert && alert.kind() == AlertKind.GROUP_FIRED) {
          lines.add(alert.timeNs() + " fired " + alert.first() + " " + E8.format(alert.second()));
        } else if (decision instanceof ExitOrder order
            && order.source() == ExitSource.GROUP
            && order.attempt() == 1) {
          lines.add(
              order.timeNs()
                  + " exit "
                  + order.positionId()
                  + " "
                  + order.reason()
                  + " at "
                  + E8.format(order.triggerPriceE8()));
        }
      }
      return lines;
    }
  }

  @Test
  void shouldDecideAsTheNaiveOne() {
    Random seeds = Seeds.random(this);
    int fired = 0;
    for (int i = 0; i < SESSIONS; i++) {
      long seed = seeds.nextLong();
      Session session = new Session(seed).run();
      assertThat(session.engineSaid()).as("seed %d", seed).isEqualTo(session.said);
      alerts.addAll(session.rig.alerts());
      fired += (int) session.said.stream().filter(line -> line.contains(" fired ")).count();
    }
    assertThat(alerts).contains(AlertKind.GROUP_FIRED, AlertKind.GROUP_STALE);
    assertThat(fired).isGreaterThan(SESSIONS / 2);
  }

  @Test
  void shouldGoOnWhenEveryEventIsAnotherEngines() {
    Random seeds = Seeds.random(this);
    for (int i = 0; i < RELAYS; i++) {
      long seed = seeds.nextLong();
      EngineRig whole = new Session(seed).run().rig.engine.rig();
      EngineRig runner = new EngineRig(CAPACITY, false);
      List<String> said = new ArrayList<>();
      for (byte[] input : whole.inputFrames()) {
        EngineRig next = new EngineRig(CAPACITY, false).takeOver(runner);
        assertThat(next.engine().stateHash()).isEqualTo(runner.engine().stateHash());
        assertThat(next.engine().nextDeadlineNs()).isEqualTo(runner.engine().nextDeadlineNs());
        next.replay(List.of(input));
        said.addAll(next.decisionFrames());
        runner = next;
      }
      assertThat(said).as("seed %d", seed).isEqualTo(whole.decisionFrames());
      assertThat(runner.engine().stateHash()).isEqualTo(whole.engine().stateHash());
    }
  }
}
