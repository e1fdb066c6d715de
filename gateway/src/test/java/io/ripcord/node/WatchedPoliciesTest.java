package io.ripcord.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.money.E8;
import io.ripcord.position.Position;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Indicators are kept from the first trade of a tape, not from the registration on. */
class WatchedPoliciesTest {
  private static final int SECONDS_PER_BAR = 60;

  @TempDir private Path directory;

  /** Bars of a minute: 100, 102, 98, 100 each, so that every true range is 4. */
  private static List<String> bars(int count) {
    List<String> rows = new ArrayList<>();
    for (int bar = 0; bar < count; bar++) {
      int at = bar * SECONDS_PER_BAR;
      rows.add("{" + at + "},A,100,1,,");
      rows.add("{" + (at + 10) + "},A,102,1,,");
      rows.add("{" + (at + 20) + "},A,98,1,,");
      rows.add("{" + (at + 30) + "},A,100,1,,");
    }
    return rows;
  }

  private Position registeredAfter(int bars) {
    List<String> rows = bars(bars);
    rows.add("{" + bars * SECONDS_PER_BAR + "},A,100,1,,");
    return new SmallRun(directory)
        .tape(rows.toArray(String[]::new))
        .positions(
            """
            policies:
              atr: {stop-loss: {atr: {period: 14, multiplier: 2.0, bar: 1m, fallback-percent: 30}}}
            positions:
              - {id: 1, symbol: A, side: LONG, quantity: 1, entry-price: 100, at: {%d}, policy: atr}
            """
                .formatted(bars * SECONDS_PER_BAR - 1))
        .run()
        .engine()
        .view()
        .positions()
        .byId(1);
  }

  @Test
  void shouldHaveAWarmStopAtRegistrationWhenTheTapeBeganEarly() {
    // Fourteen bars have closed at the registration in the fifteenth: 100 - 2 * 4.
    Position position = registeredAfter(15);

    assertThat(position.firstStopE8()).isEqualTo(E8.parse("92"));
    assertThat(position.stop().levelE8()).isEqualTo(E8.parse("92"));
  }

  @Test
  void shouldTakeTheFallbackWhenTheTapeBeganLate() {
    assertThat(registeredAfter(13).stop().levelE8()).isEqualTo(E8.parse("70"));
  }

  @Test
  void shouldNameEachPairThatNeedsIndicatorsOnceBeforeTheMarket() {
    SmallRun run =
        new SmallRun(directory)
            .tape("{0},A,100,,,", "{0},B,100,,,")
            .positions(
                """
                policies:
                  one: {stop-loss: {percent: 50}, trailing: {supertrend: {}}}
                  two: {stop-loss: {atr: {}}}
                  plain: {stop-loss: {percent: 50}}
                positions:
                  - {symbol: A, side: LONG, quantity: 1, policy: two}
                  - {symbol: B, side: LONG, quantity: 1, policy: one}
                  - {symbol: A, side: SHORT, quantity: 1, policy: two}
                  - {symbol: B, side: LONG, quantity: 1, policy: plain}
                """);

    run.run();

    assertThat(run.kinds().stream().filter("PolicyWatched"::equals)).hasSize(2);
    assertThat(run.kinds().indexOf("Tick")).isGreaterThan(run.kinds().lastIndexOf("PolicyWatched"));
  }
}
