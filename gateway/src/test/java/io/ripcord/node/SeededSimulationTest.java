package io.ripcord.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.AlertKind;
import io.ripcord.event.DecisionDispatcher;
import io.ripcord.event.DecisionObserver;
import io.ripcord.event.EventDispatcher;
import io.ripcord.event.EventObserver;
import io.ripcord.event.ExecType;
import io.ripcord.event.ExitReason;
import io.ripcord.event.ExitSource;
import io.ripcord.event.OrderType;
import io.ripcord.event.PositionStatus;
import io.ripcord.event.RejectKind;
import io.ripcord.event.Side;
import io.ripcord.money.E8;
import io.ripcord.pipeline.Topology;
import io.ripcord.position.Position;
import io.ripcord.replay.Replay;
import io.ripcord.replay.ReplayObserver;
import io.ripcord.venue.tape.GeneratedTape;
import io.ripcord.venue.tape.GeneratorParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.agrona.DirectBuffer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whole runs over a generated market with a venue that is slow, refuses, fills in parts and repeats
 * itself, all drawn from a seed.
 */
class SeededSimulationTest {
  private static final int POSITIONS = 16;

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void shouldBringEveryPositionToFlatOrInFlightAlikeInBothTopologies(long seed) throws IOException {
    System.out.println("seed " + seed);
    SmallRun fused = run(seed, Topology.FUSED);
    SimulationResult result = fused.run();
    SimulationResult split = run(seed, Topology.SPLIT).run();

    assertThat(result.replay().identical()).isTrue();
    assertThat(split.replay().identical()).isTrue();
    assertThat(split.replay().inputSha256()).isEqualTo(result.replay().inputSha256());
    assertThat(split.replay().decisionSha256()).isEqualTo(result.replay().decisionSha256());
    assertThat(split.replay().stateHash()).isEqualTo(result.replay().stateHash());
    assertThat(result.fold().exits()).as("every policy ends").hasSize(POSITIONS);

    Fills fills = new Fills();
    new Replay(fused.journal(), true, fills).run();
    assertThat(fills.alerts)
        .doesNotContain(AlertKind.OVER_FILL, AlertKind.UNKNOWN_ORDER, AlertKind.NOT_FLAT);
    for (Position position : result.engine().view().positions().sortedById()) {
      long filledE8 = fills.filledE8.getOrDefault(position.id(), 0L);
      assertThat(position.status())
          .as("position %d", position.id())
          .isIn(PositionStatus.CLOSED, PositionStatus.CLOSING);
      assertThat(filledE8 + position.openQuantityE8()).isEqualTo(position.quantityE8());
      if (position.status() == PositionStatus.CLOSED) {
        assertThat(position.openQuantityE8()).isZero();
      }
    }
    assertThat(result.engine().exitsInFlight()).isEqualTo(result.engine().view().openPositions());
    assertThat(fills.mostRejectsInRow).isLessThanOrEqualTo(3);
    assertThat(fills.rejects + fills.parts + fills.duplicates)
        .as("something was drawn")
        .isPositive();
  }

  private SmallRun run(long seed, Topology topology) throws IOException {
    Random random = new Random(seed);
    GeneratorParameters.Symbol btc =
        new GeneratorParameters.Symbol("BTCUSDT", E8.parse("61800"), E8.parse("0.1"), 150, 1500);
    GeneratorParameters.Symbol xrp =
        new GeneratorParameters.Symbol("XRPUSDT", E8.parse("0.6102"), E8.parse("0.0001"), 60, 1000);
    long startNs = TimeUnit.SECONDS.toNanos(SmallRun.START.getEpochSecond());
    GeneratedTape tape =
        new GeneratedTape(
            new GeneratorParameters(
                seed, startNs, TimeUnit.SECONDS.toNanos(90), 2, 60, List.of(btc, xrp)));
    return new SmallRun(Files.createDirectory(directory.resolve(topology + "")))
        .tape(tape)
        .config(venue(random))
        .positions(positions(random))
        .topology(topology)
        .seed(seed);
  }

  private static String venue(Random random) {
    return """
        instruments:
          BTCUSDT: {price-increment: 0.1, lot: 0.001}
          XRPUSDT: {price-increment: 0.0001, lot: 10, multiplier: 2.5}
        paper:
          latency: %dms
          slippage: %d
          partial-fills: {probability: %d, parts: %d}
          reject: {probability: %d, max-in-a-row: 3}
          duplicate-reports: {probability: %d}
          report-delay: %dms
        """
        .formatted(
            List.of(0, 1, 40, 700).get(random.nextInt(4)),
            random.nextInt(4),
            40 + random.nextInt(61),
            2 + random.nextInt(4),
            random.nextInt(60),
            random.nextInt(80),
            List.of(0, 0, 3, 900).get(random.nextInt(4)));
  }

  /** Every policy ends at some time, whatever the market does. */
  private static String positions(Random random) {
    StringBuilder out = new StringBuilder("policies:\n");
    for (int i = 1; i <= POSITIONS; i++) {
      out.append(
          "  p%d: {stop-loss: {percent: 0.%d}, trailing: {percent: 0.0%d, activate-at: 0.0%d}, take-profit: {ladder: [{after: 0s, percent: 0.%d}, {after: %ds, any: true}]}}%n"
              .formatted(
                  i,
                  1 + random.nextInt(9),
                  1 + random.nextInt(9),
                  random.nextInt(9),
                  1 + random.nextInt(9),
                  20 + random.nextInt(65)));
    }
    out.append("positions:\n");
    for (int i = 1; i <= POSITIONS; i++) {
      boolean isBtc = random.nextInt(3) > 0;
      out.append(
          "  - {symbol: %s, side: %s, quantity: %s, policy: p%d%s}%n"
              .formatted(
                  isBtc ? "BTCUSDT" : "XRPUSDT",
                  random.nextBoolean() ? "LONG" : "SHORT",
                  isBtc ? "0.0" + (10 + random.nextInt(90)) : 10 * (1 + random.nextInt(90)),
                  i,
                  random.nextBoolean() ? "" : ", at: {%d.5}".formatted(random.nextInt(5))));
    }
    return out.toString();
  }

  /** What the venue reported, each execution once. */
  private static final class Fills implements ReplayObserver {
    private final EventDispatcher inputs = new EventDispatcher();
    private final DecisionDispatcher decisions = new DecisionDispatcher();
    private final Map<String, Long> owners = new HashMap<>();
    private final Map<Long, Integer> rejectsInRow = new HashMap<>();
    private final Set<Long> executions = new HashSet<>();
    private final Map<Long, Long> filledE8 = new HashMap<>();
    private final List<AlertKind> alerts = new ArrayList<>();
    private int mostRejectsInRow;
    private int rejects;
    private int parts;
    private int duplicates;

    @Override
    public void onInput(long sequence, DirectBuffer buffer, int offset, int length) {
      inputs.dispatch(
          sequence,
          buffer,
          offset,
          length,
          new EventObserver() {
            @Override
            public void onExecutionReport(
                long high,
                long low,
                ExecType type,
                long execId,
                long lastQuantityE8,
                long lastPriceE8,
                long cumQuantityE8,
                long leavesQuantityE8,
                RejectKind rejectKind) {
              report(owners.get(high + "/" + low), type, execId, lastQuantityE8, leavesQuantityE8);
            }
          });
    }

    private void report(long position, ExecType type, long execId, long quantityE8, long leavesE8) {
      if (!executions.add(execId)) {
        duplicates++;
        return;
      }
      int row = type == ExecType.REJECTED ? rejectsInRow.merge(position, 1, Integer::sum) : 0;
      rejectsInRow.put(position, row);
      mostRejectsInRow = Math.max(mostRejectsInRow, row);
      rejects += type == ExecType.REJECTED ? 1 : 0;
      if (type == ExecType.TRADE) {
        filledE8.merge(position, quantityE8, Long::sum);
        parts += leavesE8 > 0 ? 1 : 0;
      }
    }

    @Override
    public void onDecision(long cause, int index, DirectBuffer buffer, int offset, int length) {
      decisions.dispatch(
          buffer,
          offset,
          length,
          new DecisionObserver() {
            @Override
            public void onExitOrder(
                long timeNs,
                long positionId,
                int instrumentId,
                long high,
                long low,
                Side side,
                OrderType orderType,
                long quantityE8,
                int attempt,
                ExitReason reason,
                ExitSource source,
                long levelE8,
                long triggerPriceE8,
                long triggerTimeNs) {
              owners.put(high + "/" + low, positionId);
            }

            @Override
            public void onAlert(
                long timeNs, AlertKind kind, long position, int instrument, long a, long b) {
              alerts.add(kind);
            }
          });
    }
  }
}
