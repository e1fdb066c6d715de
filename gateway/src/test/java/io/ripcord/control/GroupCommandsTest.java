package io.ripcord.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ripcord.console.GroupRow;
import io.ripcord.console.LiveJson;
import io.ripcord.event.GroupScope;
import io.ripcord.event.Side;
import io.ripcord.event.TradingState;
import io.ripcord.money.E8;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Groups as whoever commands a node meets them. */
class GroupCommandsTest {
  @TempDir private Path directory;
  private ControlRig rig;

  @BeforeEach
  void begin() {
    rig = new ControlRig(directory).group(0, "account", GroupScope.ACCOUNT, "50");
    rig.group(1, "pair", GroupScope.STRATEGY, "5").trade("100");
  }

  @AfterEach
  void end() {
    rig.close();
  }

  private static Command.Register register(long id, String... groups) {
    return new Command.Register(
        id, "ACME", Side.LONG, E8.ONE, E8.NULL, E8.NULL, "wide", List.of(groups));
  }

  private static Command read(String word, String json) {
    return CommandReader.read(word, CommandFields.parse(json.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void shouldRegisterIntoAGroupAndJoinOneLater() {
    assertThat(rig.say(register(1, "pair")))
        .startsWith("yes: position 1 registered: ")
        .endsWith(" is in group pair");
    assertThat(rig.say(register(2))).doesNotContain("group");
    assertThat(rig.say(new Command.Join(2, List.of("pair"))))
        .isEqualTo("yes: position 2 is in group pair");

    rig.trade("99");

    JsonNode groups = new LiveJson(rig.live).groups().get("groups");
    assertThat(groups.findValuesAsText("group")).containsExactly("account", "pair");
    assertThat(groups.findValuesAsText("value")).containsExactly("-2", "-2");
    assertThat(groups.get(0).get("dailyLoss").asText()).isEqualTo("50");
    assertThat(groups.get(1).get("state").asText()).isEqualTo("WATCHING");
    assertThat(new LiveJson(rig.live).position(2).get("groups").toString())
        .isEqualTo("[\"account\",\"pair\"]");
  }

  @Test
  void shouldRefuseGroupsThatAreNotThereOrLatched() {
    assertThat(rig.say(register(1, "pear"))).isEqualTo("no: unknown group 'pear', expected 'pair'");
    assertThat(rig.say(register(1, "account"))).startsWith("no: unknown group 'account'");
    assertThat(rig.held).isEmpty();
    rig.say(register(1, "pair"));
    rig.trade("95").settle();
    assertThat(rig.live.groups()).extracting(GroupRow::isOver).containsExactly(false, true);

    assertThat(rig.say(register(2, "pair")))
        .isEqualTo(
            "no: group 'pair' has fired at -5 and is latched until the next session, expected a"
                + " group that has not; register it without the group to have it watched by its"
                + " policy alone");
    assertThat(rig.say(register(2))).startsWith("yes: ");
    assertThat(rig.say(new Command.Join(2, List.of("pair")))).startsWith("no: group 'pair' has");
  }

  @Test
  void shouldTakeNothingOverAfterTheLossOfTheDay() {
    rig.say(new Command.Register(1, "ACME", Side.LONG, 13 * E8.ONE, E8.NULL, E8.NULL, "wide"));
    rig.trade("96").settle();

    assertThat(rig.live.tradingState()).isEqualTo(TradingState.REDUCING);
    assertThat(rig.say(register(2))).startsWith("no: trading is REDUCING");
  }

  @Test
  void shouldReadGroupsFromJson() {
    assertThat(
            read(
                "register",
                "{\"symbol\":\"A\",\"side\":\"LONG\",\"quantity\":1,\"policy\":\"p\",\"group\":\"a,b\"}"))
        .isEqualTo(
            new Command.Register(
                E8.NULL, "A", Side.LONG, E8.ONE, E8.NULL, E8.NULL, "p", List.of("a", "b")));
    assertThat(read("join", "{\"id\":7,\"group\":\"a\"}"))
        .isEqualTo(new Command.Join(7, List.of("a")));
  }
}
