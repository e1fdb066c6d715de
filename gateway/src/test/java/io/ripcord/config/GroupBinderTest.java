package io.ripcord.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.InstrumentKind;
import io.ripcord.money.E8;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Groups of a configuration and of a positions file: docs/groups.md. */
class GroupBinderTest {
  private static final long SECOND = 1_000_000_000L;
  private static final String POLICY = "policies: {p: {stop-loss: {percent: 2}}}\n";

  private static RipcordConfig loaded(String yaml) {
    return Reading.load(yaml).config();
  }

  @Test
  void shouldReadGroupsWithTheirDefaults() {
    RipcordConfig config =
        loaded(
            """
            groups:
              condor: {stop: 5000, target: 8000, lock: {at: 4000, floor: 2000}, confirm: 2s, stale-after: 5s}
              now: {target: 0.5, confirm: 0}
              account: {daily-loss: 20000}
            """);

    assertThat(config.groups().values())
        .containsExactly(
            new GroupConfig(
                "account",
                20_000 * E8.ONE,
                E8.NULL,
                E8.NULL,
                E8.NULL,
                SECOND / 2,
                30 * SECOND,
                "c.yaml",
                4),
            new GroupConfig(
                "condor",
                5_000 * E8.ONE,
                8_000 * E8.ONE,
                4_000 * E8.ONE,
                2_000 * E8.ONE,
                2 * SECOND,
                5 * SECOND,
                "c.yaml",
                2),
            new GroupConfig(
                "now", E8.NULL, E8.ONE / 2, E8.NULL, E8.NULL, E8.NULL, 30 * SECOND, "c.yaml", 3));
  }

  @Test
  void shouldShowWhatIsInEffect() {
    RipcordConfig config =
        loaded(
            """
            instruments: {A: {kind: option}}
            groups:
              account: {daily-loss: 20000, confirm: 0ms}
              g: {stop: 10, lock: {at: 4, floor: 0}}
            """);

    assertThat(config.canonicalText().lines().filter(line -> line.startsWith("groups")))
        .containsExactly(
            "groups.account.daily-loss=20000",
            "groups.account.confirm=0ms",
            "groups.account.stale-after=30s",
            "groups.g.stop=10",
            "groups.g.lock.at=4",
            "groups.g.lock.floor=0",
            "groups.g.confirm=500ms",
            "groups.g.stale-after=30s");
    assertThat(config.canonicalText()).contains("instruments.A.kind=option\n");
    assertThat(config.instrument("A").kind()).isEqualTo(InstrumentKind.OPTION);
    assertThat(loaded("groups: {g: {stop: 10}}").decisionHash())
        .isNotEqualTo(loaded("groups: {g: {stop: 11}}").decisionHash());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "g: {}              | 1:10: groups.g: found none of stop, target and lock, expected at least one: it would never exit",
        "g: {stopp: 5}      | 1:14: groups.g.stopp: unknown key 'stopp', did you mean 'stop'?",
        "g: {stop: 5, lock: {at: 2, floor: 2}} | 1:44: groups.g.lock.floor: found 2, expected below lock.at 2: it would exit as soon as it is armed",
        "g: {target: 2, lock: {at: 2, floor: 1}} | 1:22: groups.g.target: found 2, expected above lock.at 2: the target would exit before the floor is armed",
        "g: {stop: 5, confirm: 2s, stale-after: 2s} | 1:49: groups.g.stale-after: found stale-after 2s with confirm 2s, expected stale-after above it: a quiet market would confirm nothing",
        "g: {stop: 5, confirm: 1m} | 1:32: groups.g.confirm: found stale-after 30s with confirm 1m, expected stale-after above it: a quiet market would confirm nothing",
        "account: {target: 5} | 1:10: groups.account: missing key 'daily-loss', expected the loss at which everything exits",
        "account: {daily-loss: 5, stop: 5} | 1:35: groups.account.stop: unknown key 'stop', expected one of: daily-loss, target, lock, confirm, stale-after",
      })
  void shouldRefuseWhatContradictsItself(String group, String problem) {
    assertThat(Reading.config("groups: {" + group + "}")).containsExactly("c.yaml:" + problem);
  }

  private static List<String> positions(String groups, String first, String second) {
    return Reading.positions(
        "instruments: {I: {inverse: true}}\n",
        POLICY
            + "groups: {"
            + groups
            + "}\n"
            + "positions:\n"
            + "  - {symbol: A, side: LONG, quantity: 1, policy: p"
            + first
            + "}\n"
            + "  - {symbol: I, side: LONG, quantity: 1, policy: p"
            + second
            + "}\n");
  }

  @Test
  void shouldRefuseGroupsThatAreNotThere() {
    assertThat(positions("condor: {stop: 5}", ", group: condr", ""))
        .containsExactly(
            "p.yaml:4:60: position 1: group: unknown group 'condr', did you mean 'condor'?");
    assertThat(positions("", ", group: g", ""))
        .containsExactly(
            "p.yaml:4:60: position 1: group: unknown group 'g', expected one under groups, which"
                + " has none");
    assertThat(positions("account: {daily-loss: 5}", ", group: account", "").get(0))
        .isEqualTo(
            "p.yaml:4:60: position 1: group: found 'account', expected another: it has all"
                + " positions by itself");
    assertThat(positions("g: {stop: 5}", ", group: [g, g]", ""))
        .containsExactly(
            "p.yaml:4:53: position 1: group: found 'g,g', expected the name of a group or a list"
                + " of different names");
  }

  @Test
  void shouldRefuseProfitsInTwoCurrencies() {
    String mixed =
        "found position 1 of the linear A and position 2 of the inverse I in group '%s', expected"
            + " profits in one currency";
    assertThat(positions("g: {stop: 5}", ", group: g", ", group: g"))
        .containsExactly("p.yaml:3:1: positions: " + mixed.formatted("g"));
    assertThat(positions("account: {daily-loss: 5}", "", ""))
        .containsExactly("p.yaml:3:1: positions: " + mixed.formatted("account"));
    assertThat(positions("g: {stop: 5}, h: {stop: 5}", ", group: g", ", group: h")).isEmpty();
  }

  @Test
  void shouldReadTheGroupsOfAPosition() {
    PositionsConfig bound =
        Reading.loadPositions(
            "groups: {g: {stop: 5}}",
            POLICY
                + """
                groups: {h: {target: 5}}
                positions:
                  - {symbol: A, side: LONG, quantity: 1, policy: p, group: g}
                  - {symbol: A, side: LONG, quantity: 1, policy: p, group: [h, g]}
                  - {symbol: A, side: LONG, quantity: 1, policy: p}
                """);

    assertThat(bound.positions())
        .extracting(PositionConfig::groups)
        .containsExactly(List.of("g"), List.of("h", "g"), List.of());
    assertThat(bound.groups().keySet()).containsExactly("g", "h");
  }
}
