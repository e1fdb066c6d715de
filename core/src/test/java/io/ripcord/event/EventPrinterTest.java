package io.ripcord.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.EveryMessage.Filling;
import io.ripcord.money.E8;
import io.ripcord.testing.ArraySink;
import io.ripcord.testing.Seeds;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventPrinterTest {
  private static final long TIME_NS = 1_700_000_000_000_000_001L;

  private final EventPrinter printer = new EventPrinter();
  private final ArraySink sink = new ArraySink();
  private final List<String> lines = new ArrayList<>();

  @ParameterizedTest
  @EnumSource(Filling.class)
  void shouldPrintOneLineForEveryTemplate(Filling filling) {
    Random random = Seeds.random(this);
    Set<String> kinds = new TreeSet<>();
    for (Method method : EveryMessage.inputMethods()) {
      EveryMessage.publish(method, EveryMessage.arguments(method, filling, random), sink);
      kinds.add(assertLine(printInput(5)));
    }
    for (Method method : EveryMessage.decisionMethods()) {
      DecisionEncoder encoder =
          new DecisionEncoder(
              (cause, index, buffer, offset, length) ->
                  kinds.add(assertLine(printer.decision(cause, index, buffer, offset, length))));
      EveryMessage.call(encoder, method, EveryMessage.arguments(method, filling, random));
    }

    assertThat(kinds).containsExactlyInAnyOrderElementsOf(EveryMessage.templates().values());
  }

  private static String assertLine(String line) {
    assertThat(line).doesNotContain("\n", "\r").isPrintable();
    return line.substring(0, line.indexOf(' '));
  }

  private String printInput(long sequence) {
    byte[] bytes = sink.last();
    return printer.input(sequence, new UnsafeBuffer(bytes), 0, bytes.length);
  }

  @Test
  void shouldPrintSymbolsOnceTheyAreDefined() {
    MarketDataPublisher market = new MarketDataPublisher(sink, Sources.FIRST_FEED);
    DefinitionPublisher definitions = new DefinitionPublisher(sink, Sources.CONFIGURATION);
    market.tick(TIME_NS, 0, E8.NULL, 10_050_000_000L, E8.NULL, E8.NULL, E8.NULL);
    lines.add(printInput(1));
    definitions.nameDefined(TIME_NS, 1, "BTCUSDT");
    lines.add(printInput(2));
    definitions.instrumentDefined(TIME_NS, 0, 1, 1, E8.ONE, E8.ONE);
    lines.add(printInput(3));
    market.tick(TIME_NS, 0, TIME_NS, E8.NULL, E8.NULL, E8.ONE, 2 * E8.ONE);
    lines.add(printInput(4));

    String time = " time=2023-11-14T22:13:20.000000001Z";
    assertThat(lines)
        .containsExactly(
            "Tick sequence=1" + time + " source=32 symbol=? last=100.5",
            "NameDefined sequence=2" + time + " source=2 nameId=1 name=BTCUSDT",
            "InstrumentDefined sequence=3"
                + time
                + " source=2 instrumentId=0 symbol=BTCUSDT priceIncrement=0.00000001 lot=1"
                + " multiplier=1",
            "Tick sequence=4"
                + time
                + " source=32 symbol=BTCUSDT venueTime=2023-11-14T22:13:20.000000001Z bid=1 ask=2");
  }

  /** A rule as it is published, without the classes of rules. */
  private static RuleParameters numbers(int kindCode, long... values) {
    return new RuleParameters() {
      @Override
      public int kindCode() {
        return kindCode;
      }

      @Override
      public int count() {
        return values.length;
      }

      @Override
      public long parameter(int index) {
        return values[index];
      }
    };
  }

  private List<String> printRule(RuleParameters rule) {
    ArraySink rules = new ArraySink();
    DefinitionPublisher definitions = new DefinitionPublisher(rules, Sources.CONFIGURATION);
    definitions.nameDefined(TIME_NS, 1, "scalp");
    definitions.policy(TIME_NS, 0, 1, 1, false, List.of(rule));
    List<String> printed = new ArrayList<>();
    for (byte[] bytes : rules.events()) {
      String line = printer.input(1, new UnsafeBuffer(bytes), 0, bytes.length);
      if (line.startsWith("RulePart")) {
        printed.add(line.substring(line.indexOf("policy=")));
      }
    }
    return printed;
  }

  @Test
  void shouldPrintTheParametersOfARuleByTheirNames() {
    long hour = 3_600_000_000_000L;

    assertThat(printRule(numbers(1, E8.NULL, 1_500_000, E8.NULL)))
        .containsExactly("policy=scalp rule=0 ruleKind=STOP_LOSS percent=1.5");
    assertThat(printRule(numbers(1, 9_950_000_000L, E8.NULL, E8.NULL)))
        .containsExactly("policy=scalp rule=0 ruleKind=STOP_LOSS price=99.5");
    assertThat(printRule(numbers(8, 9, 21, 1, hour / 12)))
        .containsExactly("policy=scalp rule=0 ruleKind=MA_CROSS fast=9 slow=21 type=EMA bar=5m");
    assertThat(printRule(numbers(16, 15 * hour + hour / 3, E8.NULL, 1)))
        .containsExactly("policy=scalp rule=0 ruleKind=SQUARE_OFF timeOfDay=15h20m zone=scalp");
    assertThat(printRule(numbers(20, TriggerSource.MARK.code())))
        .containsExactly("policy=scalp rule=0 ruleKind=TRIGGER triggerSource=MARK");
    assertThat(printRule(numbers(23, hour, StaleAction.HOLD.code())))
        .containsExactly("policy=scalp rule=0 ruleKind=STALENESS after=1h action=HOLD");
    assertThat(printRule(numbers(99, 7, E8.NULL)))
        .containsExactly("policy=scalp rule=0 ruleKind=99 p1=7 p2=-9223372036854775808");
  }

  @Test
  void shouldNotNameAParameterLikeAnyOtherFieldOfItsLine() {
    Set<String> others =
        Set.of(
            "kind", "sequence", "time", "source", "policy", "rule", "ruleKind", "cause", "index");
    for (RuleLayout layout : RuleLayout.values()) {
      Set<String> names = new TreeSet<>();
      for (int i = 0; i < 18; i++) {
        assertThat(names.add(layout.name(i, 18).text())).as(layout.name()).isTrue();
      }
      assertThat(names).doesNotContainAnyElementsOf(others);
    }
  }

  @Test
  void shouldGoOnNamingInTheNextPartOfARule() {
    long hour = 3_600_000_000_000L;
    long percent = 1_000_000;

    assertThat(
            printRule(
                numbers(
                    3,
                    0,
                    hour,
                    2 * hour,
                    3 * hour,
                    4 * hour,
                    9 * percent,
                    8 * percent,
                    7 * percent,
                    6 * percent,
                    E8.NULL)))
        .containsExactly(
            "policy=scalp rule=0 ruleKind=TARGET_LADDER after1=0s after2=1h after3=2h after4=3h"
                + " after5=4h percent1=9 percent2=8 percent3=7",
            "policy=scalp rule=0 ruleKind=TARGET_LADDER percent4=6");
    assertThat(printRule(numbers(12, 1, 2, 3, percent, hour, 3, 7, 8, 9 * percent)))
        .containsExactly(
            "policy=scalp rule=0 ruleKind=PARTIAL at1=0.000001 minAge1=2ns close1=0.000003 at2=1"
                + " minAge2=1h close2=0.000003 at3=0.000007 minAge3=8ns",
            "policy=scalp rule=0 ruleKind=PARTIAL close3=9");
  }

  @Test
  void shouldPrintAnOrder() {
    DecisionEncoder encoder =
        new DecisionEncoder(
            (cause, index, buffer, offset, length) ->
                lines.add(printer.decision(cause, index, buffer, offset, length)));
    encoder.cause(42);
    encoder.onPositionsQuery(TIME_NS, 7, E8.NULL, 0);
    encoder.onExitOrder(
        TIME_NS,
        9,
        0,
        ClOrdId.high(0, 1, 1),
        ClOrdId.low(1, 2, 0, ClOrdId.KIND_EXIT),
        Side.SHORT,
        OrderType.MARKET,
        50_000_000,
        2,
        ExitReason.TRAILING_STOP,
        ExitSource.MONITOR_TRAILING,
        E8.NULL,
        9_999_000_000L,
        TIME_NS);
    encoder.onEntryOrder(
        TIME_NS,
        9,
        0,
        ClOrdId.high(0, 1, 1),
        ClOrdId.low(1, 1, 0, ClOrdId.KIND_ENTRY),
        Side.SHORT,
        OrderType.MARKET,
        50_000_000,
        1,
        9_800_000_000L,
        9_799_000_000L);
    encoder.onPositionChanged(
        TIME_NS, 9, 0, PositionStatus.OPEN, E8.ONE, E8.NULL, 0, 9_900_000_000L, 2 * E8.ONE);

    String time = "time=2023-11-14T22:13:20.000000001Z";
    assertThat(lines)
        .containsExactly(
            "PositionsQuery cause=42 index=0 " + time + " symbol=? queryId=7",
            "ExitOrder cause=42 index=1 "
                + time
                + " position=9 symbol=? clOrdId=0000010000001000200E side=SHORT orderType=MARKET"
                + " quantity=0.5 attempt=2 reason=TRAILING_STOP exitSource=MONITOR_TRAILING"
                + " triggerPrice=99.99 triggerTime=2023-11-14T22:13:20.000000001Z",
            "EntryOrder cause=42 index=2 "
                + time
                + " position=9 symbol=? clOrdId=0000010000001000100A side=SHORT orderType=MARKET"
                + " quantity=0.5 attempt=1 level=98 triggerPrice=97.99",
            "PositionChanged cause=42 index=3 "
                + time
                + " position=9 symbol=? status=OPEN openQuantity=1 realizedPnl=0 entryPrice=99"
                + " quantity=2");
  }

  @Test
  void shouldPrintTimesBeforeTheEpoch() {
    assertThat(Texts.time(-1)).isEqualTo("1969-12-31T23:59:59.999999999Z");
    assertThat(Texts.time(Long.MAX_VALUE)).isEqualTo("2262-04-11T23:47:16.854775807Z");
  }
}
