package io.ripcord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.InstrumentKind;
import io.ripcord.event.Side;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is known of groups is state: two runs that differ in one thing of it have other hashes. */
class GroupStateHashTest {
  private static long hash(Consumer<GroupRig> steps) {
    GroupRig rig = new GroupRig();
    steps.accept(rig);
    return rig.engine.engine().stateHash();
  }

  private static Arguments pair(String name, Consumer<GroupRig> one, Consumer<GroupRig> other) {
    return Arguments.of(name, one, other);
  }

  private static GroupRig two(GroupRig rig) {
    rig.desk.instrument("A").group(0, "10", "20", "10", "5", GroupRig.CONFIRM, GroupRig.SECOND);
    rig.desk.open(1, "A", Side.LONG, "1", "100", 0).open(2, "A", Side.LONG, "1", "100");
    return rig;
  }

  private static void group(GroupRig rig, String stop, String target, String at, String floor) {
    rig.desk.group(0, stop, target, at, floor, GroupRig.CONFIRM, GroupRig.SECOND);
  }

  static Stream<Arguments> pairs() {
    return Stream.of(
        pair("stop", r -> group(r, "1", "9", "4", "3"), r -> group(r, "2", "9", "4", "3")),
        pair("target", r -> group(r, "1", "9", "4", "3"), r -> group(r, "1", "8", "4", "3")),
        pair("lock at", r -> group(r, "1", "9", "4", "3"), r -> group(r, "1", "9", "5", "3")),
        pair("floor", r -> group(r, "1", "9", "4", "3"), r -> group(r, "1", "9", "4", "2")),
        pair(
            "confirm",
            r -> r.desk.group(0, "1", null, null, null, 1, 9),
            r -> r.desk.group(0, "1", null, null, null, 2, 9)),
        pair(
            "silence",
            r -> r.desk.group(0, "1", null, null, null, 1, 9),
            r -> r.desk.group(0, "1", null, null, null, 1, 8)),
        pair(
            "scope",
            r -> r.desk.account(0, "1", 1, 9),
            r -> r.desk.group(0, "1", null, null, null, 1, 9)),
        pair(
            "kind",
            r -> r.desk.instrument("A", InstrumentKind.OPTION),
            r -> r.desk.instrument("A", InstrumentKind.FUTURE)),
        pair("member", r -> two(r).desk.member(0, 2), r -> two(r).desk.member(0, 1)),
        // The last two trades and the best ones are the same.
        pair("armed", r -> armed(r, "100"), r -> armed(r, "99")),
        pair("since", r -> since(r, "90"), r -> since(r, "95")),
        pair("time of a quote", r -> quoted(r, "101", "-"), r -> quoted(r, "-", "101")));
  }

  private static void armed(GroupRig rig, String firstOfB) {
    rig.desk.instrument("A").instrument("B");
    rig.desk.group(0, "10", "20", "10", "5", GroupRig.CONFIRM, GroupRig.SECOND);
    rig.desk.open(1, "A", Side.LONG, "1", "100", 0).open(2, "B", Side.LONG, "1", "100", 0);
    rig.desk.tick("B", firstOfB).tick("A", "110").tick("A", "106").tick("A", "106");
    rig.desk.tick("B", "100").tick("B", "100");
  }

  private static void since(GroupRig rig, String first) {
    two(rig).desk.tick("A", first);
    for (int i = 0; i < 2; i++) {
      rig.engine.after(1);
      rig.desk.tick("A", "90");
    }
  }

  private static void quoted(GroupRig rig, String firstAsk, String secondAsk) {
    two(rig).desk.tick("A", "100").quote("A", "99", "101");
    rig.engine.after(1);
    rig.desk.quote("A", "99", firstAsk);
    rig.engine.after(1);
    rig.desk.quote("A", "99", secondAsk);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pairs")
  void shouldDifferWhenOneThingDiffers(
      String name, Consumer<GroupRig> one, Consumer<GroupRig> other) {
    assertThat(hash(one)).isNotEqualTo(hash(other));
    assertThat(hash(one)).isEqualTo(hash(one));
  }
}
