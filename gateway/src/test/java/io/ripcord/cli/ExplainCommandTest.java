package io.ripcord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Explanations of the journal of a small simulation. */
class ExplainCommandTest {
  private static final String ORDER = "0000010000001000100E";

  @TempDir private static Path folder;

  private static Path journal;

  @BeforeAll
  static void run() {
    journal = new SmallFiles(folder).journalled();
  }

  private static String sentence(Object... arguments) {
    return Cli.run(arguments).ok().out().lines().findFirst().orElseThrow();
  }

  @Test
  void shouldSayInOneSentenceWhyAPositionLeft() {
    assertThat(sentence("explain", journal, "--position", 1))
        .isEqualTo(
            "Position 1 (long ACME 2 at 100) left at 2026-01-05T10:00:02Z: STOP_LOSS at"
                + " 99 was touched by 98.5 (tick 19); the stop had been set at"
                + " 2026-01-05T10:00:00Z by stop-loss (percent 1).");
  }

  @Test
  void shouldSayInOneSentenceWhyAPositionIsStillOpen() {
    assertThat(sentence("explain", journal, "--position", 2))
        .isEqualTo(
            "Position 2 (short ACME 3 at 100) is still open at 2026-01-05T10:00:02Z:"
                + " stop 110 was not touched; the highest price since registration was 101 at"
                + " 2026-01-05T10:00:01Z; target 80 waits, the lowest was 98.5 at"
                + " 2026-01-05T10:00:02Z.");
  }

  @Test
  void shouldFindThePositionOfAnOrder() {
    String byOrder = Cli.run("explain", journal, "--exit", ORDER).ok().out();

    assertThat(byOrder).isEqualTo(Cli.run("explain", journal, "--position", 1).ok().out());
  }

  @Test
  void shouldListEverythingBehindTheSentence() {
    assertThat(Cli.run("explain", journal, "--position", 1).ok().out().lines().skip(1))
        .containsSubsequence(
            "fired by",
            "  2026-01-05T10:00:02Z input 19 Tick symbol=ACME last=98.5 bid=98 ask=99",
            "levels",
            "  stop       99",
            "  watermark  101",
            "settings",
            "  policy narrow version 1, trigger last, signal exit off",
            "rules",
            "  stop-loss (percent 1): active, level 99",
            "orders",
            "  2026-01-05T10:00:02Z input 19 "
                + ORDER
                + " exit attempt 1, quantity 2, FILLED, filled 2 at 98",
            "commands",
            "changes",
            "  2026-01-05T10:00:00Z input 15 stop none -> 99 by stop-loss (percent 1)",
            "  2026-01-05T10:00:01Z input 18 watermark 100 -> 101 by the price");
  }

  @Test
  void shouldExplainAMomentBeforeTheExit() {
    String before =
        Cli.run(
                "explain",
                journal,
                "--position",
                1,
                "--from",
                "2026-01-05T10:00:01Z",
                "--to",
                "2026-01-05T10:00:01.5Z")
            .ok()
            .out();

    assertThat(before)
        .contains("Position 1 (long ACME 2 at 100) is still open at 2026-01-05T10:00:01Z")
        .contains("watermark 100 -> 101")
        .doesNotContain("stop none", "orders");
  }

  private static List<String> keys(JsonNode node) {
    List<String> keys = new ArrayList<>();
    node.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  private static JsonNode json() throws IOException {
    return new ObjectMapper()
        .readTree(Cli.run("explain", journal, "--position", 1, "--json").ok().out());
  }

  @Test
  void shouldKeepTheKeysOfItsJson() throws IOException {
    JsonNode json = json();

    assertThat(keys(json))
        .containsExactly(
            "sentence",
            "position",
            "moment",
            "settings",
            "rules",
            "prices",
            "firing",
            "order",
            "touches",
            "orders",
            "commands",
            "alerts",
            "policies",
            "changes");
    assertThat(keys(json.get("position")))
        .containsExactly(
            "id",
            "symbol",
            "side",
            "status",
            "quantity",
            "openQuantity",
            "entryPrice",
            "policy",
            "policyVersion",
            "registered",
            "stop",
            "firstStop",
            "target",
            "hardStop",
            "watermark",
            "booked",
            "volatilityDivisor");
    assertThat(json.at("/firing/input/values/last").textValue()).isEqualTo("98.5");
    assertThat(json.at("/rules/0/parameters/percent").textValue()).isEqualTo("1");
    assertThat(json.at("/prices/nearestTarget").isNull()).isTrue();
    assertThat(json.get("order").isNull()).isTrue();
  }

  @Test
  void shouldKeepTheKeysOfItsMomentAndSettings() throws IOException {
    JsonNode json = json();

    assertThat(keys(json.get("moment")))
        .containsExactly(
            "sequence",
            "time",
            "tradingState",
            "phase",
            "exit",
            "attempts",
            "waiting",
            "onHold",
            "lastMarketData",
            "leftToVenueUntil");
    assertThat(keys(json.get("settings")))
        .containsExactly(
            "trigger",
            "signalExit",
            "every",
            "gapPercent",
            "bookConfirm",
            "staleAfter",
            "onStale",
            "defer",
            "deferWithinPercent");
  }

  @Test
  void shouldKeepTheKeysOfTheRowsOfItsJson() throws IOException {
    JsonNode json = json();

    assertThat(keys(json.at("/rules/0")))
        .containsExactly(
            "rule", "parameters", "state", "level", "waitsFor", "due", "bars", "barsNeeded");
    assertThat(keys(json.get("prices")))
        .containsExactly("count", "last", "lowest", "highest", "nearestStop", "nearestTarget");
    assertThat(keys(json.at("/prices/lowest")))
        .containsExactly("price", "level", "sequence", "time");
    assertThat(keys(json.get("firing")))
        .containsExactly("reason", "source", "level", "triggerPrice", "input", "levelSet");
    assertThat(keys(json.at("/firing/input")))
        .containsExactly("sequence", "time", "kind", "values");
    assertThat(keys(json.at("/orders/0")))
        .containsExactly(
            "clOrdId",
            "purpose",
            "cause",
            "time",
            "attempt",
            "quantity",
            "reason",
            "source",
            "level",
            "triggerPrice",
            "triggerTime",
            "status",
            "filled",
            "fillPrice");
    assertThat(keys(json.at("/changes/0")))
        .containsExactly(
            "sequence", "time", "input", "level", "from", "to", "watermark", "rule", "parameters");
  }

  @Test
  void shouldRefuseWhatTheJournalDoesNotHold() {
    shouldRefuse(3, "--position 7: not in the journal, expected one of: 1, 2", "--position", 7);
    shouldRefuse(
        3,
        "--position 1: not in the journal up to 2026-01-05T09:00:00Z, expected a position that it"
            + " holds, and it holds none",
        "--position",
        1,
        "--to",
        "2026-01-05T09:00:00Z");
    shouldRefuse(
        3,
        "--exit 0000010000002000100E: no such order in the journal, expected the id of an order"
            + " that it holds; 'ripcord journal print' lists them",
        "--exit",
        "0000010000002000100E");
    shouldRefuse(
        3,
        "--exit 'nonsense': expected an order id, 20 characters of 0-9 and A-Z",
        "--exit",
        "nonsense");
  }

  @Test
  void shouldRefuseTimesThatAreNone() {
    shouldRefuse(
        3,
        "--from 'noon': expected a time such as 2024-08-08T23:54:20.000000000Z, with Z or an"
            + " offset",
        "--position",
        1,
        "--from",
        "noon");
    shouldRefuse(
        3,
        "--to '2026-01-05T10:00:00Z': expected a time after --from 2026-01-05T10:00:01Z",
        "--position",
        1,
        "--from",
        "2026-01-05T10:00:01Z",
        "--to",
        "2026-01-05T10:00:00Z");
  }

  private static void shouldRefuse(int code, String message, Object... arguments) {
    Object[] all = new Object[arguments.length + 2];
    all[0] = "explain";
    all[1] = journal;
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    Cli.Outcome outcome = Cli.run(all);

    assertThat(outcome.code()).isEqualTo(code);
    assertThat(outcome.errLines()).containsExactly("ripcord: " + message);
    assertThat(outcome.out()).isEmpty();
  }

  @Test
  void shouldRefuseAPlaceWithoutAJournal() {
    Cli.Outcome outcome = Cli.run("explain", folder.resolve("nope"), "--position", 1);

    assertThat(outcome.code()).isEqualTo(3);
    assertThat(outcome.err()).contains("holds no journal");
  }

  @Test
  void shouldRefuseACommandLineWithoutAQuestionOrWithTwo() {
    assertThat(Cli.run("explain", journal).code()).isEqualTo(2);
    assertThat(Cli.run("explain", journal, "--position", 1, "--exit", ORDER).code()).isEqualTo(2);
    assertThat(Cli.run("explain", "--position", 1).code()).isEqualTo(2);
    assertThat(Cli.run("explain", journal, "--position", "one").code()).isEqualTo(2);
  }
}
