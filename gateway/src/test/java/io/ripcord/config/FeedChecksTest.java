package io.ripcord.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedChecksTest {
  private static final FeedFacts NOTHING = new FeedFacts("the feed", false, false, false, false);
  private static final FeedFacts EVERYTHING = new FeedFacts("the feed", true, true, true, true);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "trigger: mark | trigger: found 'mark', expected another price: the feed has no mark price",
        "trigger: bid-ask | trigger: found 'bid-ask', expected another price: the feed has no book",
        "scale-in: {} | scale-in.volume-ratio: found a ratio, expected 'none': the feed has no volume",
        "time: {square-off: {before-close: 10m}} | time.square-off: found before-close, expected a"
            + " time of day with a zone, or a calendar of sessions: the feed has none",
      })
  void shouldRefuseWhatTheFeedDoesNotHave(String block, String message) {
    PolicyConfig policy = policy(block);

    assertThat(FeedChecks.problems(policy, NOTHING))
        .singleElement()
        .hasToString("q.yaml:1: policies.scalp." + message);
    assertThat(FeedChecks.problems(policy, EVERYTHING)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "trigger: last",
        "trigger: double-last",
        "scale-in: {volume-ratio: none}",
        "time: {square-off: 15:00, zone: UTC}",
        "book-through: true"
      })
  void shouldAskNothingElseOfAFeed(String block) {
    assertThat(FeedChecks.problems(policy(block), NOTHING)).isEmpty();
  }

  private static PolicyConfig policy(String block) {
    return Reading.policy("policies: {scalp: {stop-loss: {percent: 2}, " + block + "}}");
  }

  @Test
  void shouldRefuseInAConfigurationWhatItsPaperVenueDoesNotHave() {
    String policies = "policies:\n  p: {stop-loss: {percent: 2}, trigger: mark}\n";
    String remote = "venue: {kind: remote-paper, address: '127.0.0.1:1'}\n";

    assertThat(Reading.config(policies))
        .containsExactly(
            "c.yaml:2: policies.p.trigger: found 'mark', expected another price:"
                + " a local-paper venue has no mark price");
    assertThat(Reading.config(policies + remote))
        .containsExactly(
            "c.yaml:2: policies.p.trigger: found 'mark', expected another price:"
                + " a remote-paper venue has no mark price");
  }

  @Test
  void shouldLookAtPoliciesInUseWithTheFeedOfTheirSymbol() {
    PositionsConfig positions =
        Reading.loadPositions(
            "{}",
            """
            positions:
              - {symbol: A, side: LONG, quantity: 1, policy: adding}
              - {symbol: A, side: LONG, quantity: 2, policy: adding}
              - {symbol: B, side: LONG, quantity: 1, policy: plain}
            policies:
              adding: {stop-loss: {percent: 2}, scale-in: {}}
              plain: {stop-loss: {percent: 2}}
              unused: {stop-loss: {percent: 2}, trigger: mark}
            """);

    positions.checkFeeds(symbol -> symbol.equals("A") ? EVERYTHING : NOTHING);
    assertThatThrownBy(() -> positions.checkFeeds(symbol -> NOTHING))
        .isInstanceOfSatisfying(
            ConfigException.class,
            e ->
                assertThat(e.problems().stream().map(Problem::toString))
                    .isEqualTo(
                        List.of(
                            "p.yaml:6: policies.adding.scale-in.volume-ratio: found a ratio,"
                                + " expected 'none': the feed has no volume")));
  }
}
