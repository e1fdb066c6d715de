package io.ripcord.control;

import static io.ripcord.control.ControlRig.register;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.ripcord.console.LiveJson;
import io.ripcord.event.Side;
import io.ripcord.money.E8;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands through the real pipeline and a real journal, each with its answer. */
class CommandDeskTest {
  private ControlRig rig;

  @BeforeEach
  void start(@TempDir Path place) {
    rig = new ControlRig(place.resolve("journal"));
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void shouldShowAnExitFromRegistrationToProof() {
    rig.trade("100");
    assertThat(rig.say(register(E8.NULL, "ACME", "3", "wide")))
        .isEqualTo("yes: position 1 registered: LONG 3 ACME @ 100, stop 90, target 120");
    assertThat(rig.held).containsExactly("1 ACME LONG 3");

    JsonNode open = new LiveJson(rig.trade("101").live).positions(false).get("positions").get(0);
    assertThat(open.get("lastPrice").asText()).isEqualTo("101");
    assertThat(open.get("unrealizedPnl").asText()).isEqualTo("3");
    assertThat(open.get("status").asText()).isEqualTo("OPEN");
    rig.trade("90");

    JsonNode exits = new LiveJson(rig.live).exits(10);
    assertThat(exits.get("total").asInt()).isEqualTo(1);
    JsonNode exit = exits.get("exits").get(0);
    assertThat(exit.get("reason").asText()).isEqualTo("STOP_LOSS");
    assertThat(exit.get("pnl").asText()).isEqualTo("-30");
    assertThat(exit.get("proven").asBoolean()).isTrue();
    assertThat(new LiveJson(rig.live).positions(false).get("positions")).isEmpty();
    assertThat(new LiveJson(rig.live).position(1).get("status").asText()).isEqualTo("CLOSED");
  }

  @Test
  void shouldRefuseUnknownNamesWithASuggestion() {
    rig.trade("100");
    assertThat(rig.say(register(1, "ACMEE", "1", "wide")))
        .isEqualTo("no: unknown symbol 'ACMEE', did you mean 'ACME'?");
    assertThat(rig.say(register(1, "ACME", "1", "wied")))
        .isEqualTo("no: unknown policy 'wied', did you mean 'wide'?");
    assertThat(rig.say(new Command.CloseNow(7)))
        .isEqualTo("no: unknown position 7, expected one of: none");
    assertThat(rig.held).isEmpty();
  }

  @Test
  void shouldRefuseWhatIsOffTheGrid() {
    rig.trade("100").holding(1);
    assertThat(rig.say(register(2, "ACME", "1.5", "wide")))
        .isEqualTo("no: quantity 1.5, expected a multiple of the lot 1 of ACME");
    assertThat(
            rig.say(
                new Command.Register(
                    2, "ACME", Side.LONG, E8.ONE, E8.parse("99.7"), E8.NULL, "wide")))
        .isEqualTo("no: entryPrice 99.7, expected a multiple of the price increment 0.5 of ACME");
    assertThat(rig.say(new Command.Amend(1, E8.parse("95.2"), E8.NULL, false)))
        .isEqualTo("no: stop 95.2, expected a multiple of the price increment 0.5 of ACME");
  }

  @Test
  void shouldRefuseARegistrationWithoutAnyPrice() {
    assertThat(rig.say(register(1, "ACME", "1", "wide")))
        .isEqualTo("no: no price of ACME was seen yet, expected an entryPrice");
  }

  @Test
  void shouldRefuseFirstLevelsThatCannotWork() {
    rig.trade("98");
    assertThat(
            rig.say(
                new Command.Register(
                    1, "ACME", Side.LONG, E8.ONE, 100 * E8.ONE, E8.NULL, "narrow")))
        .isEqualTo(
            "no: policy 'narrow': stop 99 is breached already by the last price 98, expected it"
                + " below; to get out now: register it with a wider policy and close-now 1");
    assertThat(
            rig.say(
                new Command.Register(1, "ACME", Side.SHORT, E8.ONE, 98 * E8.ONE, E8.NULL, "fixed")))
        .isEqualTo(
            "no: policy 'fixed': stop 95 is on the wrong side, expected it at or above the entry"
                + " price 98 of a SHORT position");
    assertThat(rig.held).isEmpty();
  }

  @Test
  void shouldRefuseNewLevelsBeyondTheMarket() {
    rig.trade("100").holding(7);
    assertThat(rig.say(new Command.Amend(7, 100 * E8.ONE, E8.NULL, false)))
        .isEqualTo(
            "no: stop 100 is breached already by the last price 100, expected it below; to get out"
                + " now: close-now 7");
    assertThat(rig.say(new Command.Amend(7, E8.NULL, 99 * E8.ONE, false)))
        .isEqualTo(
            "no: target 99 is breached already by the last price 100, expected it above; to get out"
                + " now: close-now 7");
    assertThat(rig.say(new Command.Amend(7, E8.NULL, E8.NULL, false)))
        .isEqualTo("no: nothing to amend, expected a stop, a target or both");
  }

  @Test
  void shouldLoosenOnlyWhenTold() {
    rig.trade("100").holding(7);
    assertThat(rig.say(new Command.Amend(7, 95 * E8.ONE, 110 * E8.ONE, false)))
        .isEqualTo("yes: position 7 amended, stop 95, target 110");
    assertThat(rig.say(new Command.Amend(7, 94 * E8.ONE, E8.NULL, false)))
        .isEqualTo(
            "no: the stop would move away from the price, expected one at or above 95; loosen"
                + " allows it");
    assertThat(rig.say(new Command.Amend(7, 94 * E8.ONE, E8.NULL, true))).startsWith("yes: ");
    assertThat(rig.live.position(7).stopE8()).isEqualTo(94 * E8.ONE);
    assertThat(rig.settle().live.status().alerts()).isEqualTo(2);
  }

  private static Command adopt(long id, String policy) {
    return new Command.Adopt(id, policy, false);
  }

  @Test
  void shouldAdoptAnotherPolicyWithTheTighterStop() {
    rig.trade("100").holding(7);
    assertThat(rig.say(adopt(7, "narrow")))
        .isEqualTo("yes: position 7 exits by policy 'narrow' version 1 from now on, stop 99");
    assertThat(rig.live.position(7).policy()).isEqualTo("narrow");
    assertThat(rig.say(adopt(7, "wide")))
        .isEqualTo(
            "yes: position 7 exits by policy 'wide' version 1 from now on, stop 99, target 120");
  }

  @Test
  void shouldLetAnAdoptedPolicyLoosenOnlyWhenTold() {
    rig.trade("100").holding(7);
    rig.say(adopt(7, "narrow"));
    long alerts = rig.settle().live.status().alerts();

    assertThat(rig.say(new Command.Adopt(7, "wide", true)))
        .isEqualTo(
            "yes: position 7 exits by policy 'wide' version 1 from now on, stop 90, target 120");

    assertThat(rig.live.position(7).stopE8()).isEqualTo(90 * E8.ONE);
    assertThat(rig.settle().live.status().alerts()).isEqualTo(alerts + 2);
    assertThat(rig.say(new Command.Adopt(7, "narrow", true)))
        .isEqualTo("yes: position 7 exits by policy 'narrow' version 1 from now on, stop 99");
    assertThat(rig.settle().live.status().alerts()).isEqualTo(alerts + 3);
  }

  @Test
  void shouldRefuseAPolicyThatCannotBeAdopted() {
    rig.trade("100").holding(7);
    rig.trade("98");
    assertThat(rig.say(adopt(8, "wide"))).isEqualTo("no: unknown position 8, expected one of: 7");
    assertThat(rig.say(adopt(7, "narow")))
        .isEqualTo("no: unknown policy 'narow', did you mean 'narrow'?");
    assertThat(rig.say(adopt(7, "wide")))
        .isEqualTo(
            "no: position 7 has the newest version of policy 'wide' already, expected another"
                + " policy");
    assertThat(rig.say(adopt(7, "narrow")))
        .isEqualTo(
            "no: policy 'narrow': stop 99 is breached already by the last price 98, expected it"
                + " below; to get out now: close-now 7");
    assertThat(rig.live.position(7).policy()).isEqualTo("wide");
    rig.trade("90");
    assertThat(rig.say(adopt(7, "fixed"))).isEqualTo("no: position 7 is CLOSED, expected it OPEN");
  }

  @Test
  void shouldSayThatTheAdoptedTargetIsReached() {
    rig.trade("100").holding(7);
    rig.say(adopt(7, "narrow"));
    rig.trade("121");
    assertThat(rig.say(adopt(7, "wide")))
        .isEqualTo(
            "yes: position 7 exits by policy 'wide' version 1 from now on, stop 99, target 120;"
                + " the target is reached, so the next price exits");
    rig.trade("121");
    assertThat(new LiveJson(rig.live).exits(1).get("exits").get(0).get("reason").asText())
        .isEqualTo("TAKE_PROFIT");
  }

  @Test
  void shouldRefuseAnIdThatWasUsed() {
    rig.trade("100").holding(7);
    assertThat(rig.say(register(7, "ACME", "1", "wide")))
        .isEqualTo(
            "no: position 7 was registered before, expected a new id: the next free one is 8");
    assertThat(rig.say(register(E8.NULL, "ACME", "1", "wide"))).startsWith("yes: position 8 ");
  }

  @Test
  void shouldRefuseMoreThanFit() {
    rig.trade("100");
    for (int id = 1; id <= 8; id++) {
      rig.holding(id);
    }
    assertThat(rig.say(register(9, "ACME", "1", "wide")))
        .startsWith("no: no further position fits");
    assertThat(rig.held).hasSize(8);
  }

  @Test
  void shouldCloseAndUnregisterOnlyWhatIsOpen() {
    rig.trade("100").holding(1).holding(2);
    assertThat(rig.say(new Command.CloseNow(1))).startsWith("yes: position 1 is closing");
    assertThat(rig.say(new Command.CloseNow(1)))
        .isEqualTo("no: position 1 is CLOSING, expected it OPEN");
    assertThat(rig.say(new Command.Unregister(2)))
        .isEqualTo("yes: position 2 is no longer watched; 1 ACME stay held, without a stop");
    assertThat(rig.say(new Command.Unregister(2)))
        .isEqualTo("no: position 2 is UNREGISTERED, expected it OPEN");
  }

  @Test
  void shouldCloseAPartAndKeepTheRest() {
    rig.trade("100");
    rig.say(register(1, "ACME", "3", "wide"));
    assertThat(rig.say(new Command.CloseNow(1, E8.parse("1.5"))))
        .isEqualTo("no: quantity 1.5, expected a multiple of the lot 1 of ACME");
    assertThat(rig.say(new Command.CloseNow(1, E8.parse("4"))))
        .isEqualTo("no: quantity 4, expected at most the 3 that position 1 has open");
    assertThat(rig.say(new Command.CloseNow(1, E8.ONE)))
        .isEqualTo(
            "yes: 1 of 3 of position 1 is closing at the market; the proof follows in exits");
    assertThat(rig.say(new Command.CloseNow(1, E8.ONE)))
        .isEqualTo(
            "no: another order of position 1 is under way, expected none: close a part again when"
                + " it is filled, or all of it now");
    rig.trade("101");

    JsonNode row = new LiveJson(rig.live).position(1);
    assertThat(row.get("status").asText()).isEqualTo("OPEN");
    assertThat(row.get("openQuantity").asText()).isEqualTo("2");
    JsonNode exit = new LiveJson(rig.live).exits(10).get("exits").get(0);
    assertThat(exit.get("reason").asText()).isEqualTo("MANUAL");
    assertThat(exit.get("quantity").asText()).isEqualTo("1");
  }

  @Test
  void shouldTellHowManyObeyASignal() {
    rig.trade("100").holding(1);
    rig.say(register(2, "ACME", "1", "narrow"));
    assertThat(rig.say(new Command.Signal("BETA", 1)))
        .isEqualTo("no: position 1 is not one of BETA, expected its own symbol");
    assertThat(rig.say(new Command.Signal("ACME", 2)))
        .isEqualTo(
            "no: 0 of 1 open positions of ACME obey the signal, expected a policy with signal-exit"
                + " enabled");
    assertThat(rig.say(new Command.Signal("ACME", E8.NULL)))
        .isEqualTo("yes: 1 of 2 open positions of ACME obey the signal");
  }

  @Test
  void shouldHoldEverythingBackWhileHalted() {
    rig.trade("100").holding(1);
    assertThat(rig.say(new Command.Halt())).startsWith("yes: HALTED: ").contains("1 positions");
    assertThat(rig.say(register(2, "ACME", "1", "wide")))
        .isEqualTo("no: trading is HALTED, expected ACTIVE to register a position: resume first");
    assertThat(rig.say(new Command.CloseNow(1)))
        .isEqualTo(
            "no: trading is HALTED, expected ACTIVE or REDUCING to close a position: resume first");
    assertThat(rig.say(new Command.Resume())).startsWith("yes: ACTIVE");
    assertThat(rig.say(new Command.CloseNow(1))).startsWith("yes: ");
  }

  @Test
  void shouldNotRegisterWhatTheVenueCannotBook() {
    rig.trade("100");
    rig.venueReachable = false;
    assertThat(rig.say(register(1, "ACME", "1", "wide")))
        .startsWith("no: the venue cannot be reached");
    assertThat(rig.live.positions()).isEmpty();
  }

  @Test
  void shouldSayThatItDoesNotKnowWhenNoAnswerComes() {
    rig.trade("100").holding(1);
    rig.stopFollowing();
    CommandDesk impatient =
        new CommandDesk(
            rig.pipeline,
            rig.live,
            HoldingBook.NONE,
            () -> 1,
            symbol -> Optional.empty(),
            1_000_000);

    assertThatThrownBy(() -> impatient.submit(new Command.CloseNow(1)))
        .isInstanceOf(CommandInDoubtException.class)
        .hasMessageStartingWith("not known whether it was carried out: input ")
        .hasMessageEndingWith("look at the positions before repeating");
  }
}
