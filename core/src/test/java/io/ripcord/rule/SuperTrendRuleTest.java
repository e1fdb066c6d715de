package io.ripcord.rule;

import static io.ripcord.rule.RuleRig.MINUTE_NS;
import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.Side;
import io.ripcord.money.E8;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The line of one bar and one range, so that every band is its middle -/+ its own true range.
 *
 * <pre>
 *   bar          range  lower  upper  direction  line
 *   102/98/101       4     96    104  up           96
 *   105/101/104      4     99    104  up           99
 *   103/99/100       5     99    104  up           99   (96 would be lower)
 *   100/96/98        4     99    102  down        102
 *   97/95/96         3     93     99  down         99
 * </pre>
 */
class SuperTrendRuleTest {
  private static final String[] BARS = {
    "102/98/101", "105/101/104", "103/99/100", "100/96/98", "97/95/96"
  };

  private static RuleRig rig(Side side, long period) {
    return new RuleRig(side).rule(RuleKind.SUPERTREND, period, 1_000_000, MINUTE_NS);
  }

  private static List<String> stops(RuleRig rig) {
    List<String> stops = new ArrayList<>();
    for (String bar : BARS) {
      stops.add(rig.bars(bar).stop());
    }
    return stops;
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldFollowTheLineWhileItIsOnTheRightSide(Side side) {
    assertThat(stops(rig(side, 1).open())).containsExactly("96*", "99*", "99*", "99*", "99*");
  }

  @Test
  void shouldNotStandALineOverTheMarketInTheWayOfALong() {
    // The first four bars leave the line at 102, above the market, before the registration.
    RuleRig rig = rig(Side.LONG, 1).bars(String.join(" ", List.of(BARS).subList(0, 4))).open();

    assertThat(rig.stop()).isEqualTo("-");
    assertThat(rig.bars(BARS[4]).stop()).isEqualTo("-");
  }

  @Test
  void shouldPutTheStopOfAShortAboveTheMarket() {
    // The rig mirrors: these trades are 102/98/99, and the line is the upper band, 100 + 4.
    RuleRig rig = rig(Side.SHORT, 1).open().bars("102/98/101");

    assertThat(E8.format(rig.position().stop().levelE8())).isEqualTo("104");
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldLeaveATighterStop(Side side) {
    RuleRig rig = new RuleRig(side);
    rig.rule(RuleKind.STOP_LOSS, rig.e8("97"), E8.NULL, E8.NULL)
        .rule(RuleKind.SUPERTREND, 1, 1_000_000, MINUTE_NS)
        .open();

    assertThat(stops(rig)).containsExactly("97", "99*", "99*", "99*", "99*");
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldDoNothingBeforeItIsWarm(Side side) {
    RuleRig rig = rig(side, 2).open().bars(BARS[0]);
    assertThat(rig.stop()).isEqualTo("-");

    // Ranges 4 and 4: 103 - 4.
    assertThat(rig.bars(BARS[1]).stop()).isEqualTo("99*");
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldNotTakeAnOldLineWhenAnotherBarCloses(Side side) {
    RuleRig rig = rig(side, 1).bars(BARS[0]).open();

    assertThat(rig.price("101").stop()).isEqualTo("-");
    assertThat(rig.foreignBar().stop()).isEqualTo("-");
  }
}
