package io.ripcord.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The enums that everybody uses and those that the schema generates are the same. */
class EnumTwinsTest {
  private static final Map<String, Class<? extends Enum<?>>> TWINS =
      Map.ofEntries(
          Map.entry("SideCode", Side.class),
          Map.entry("FileRoleCode", FileRole.class),
          Map.entry("ExecTypeCode", ExecType.class),
          Map.entry("RejectCode", RejectKind.class),
          Map.entry("ExitReasonCode", ExitReason.class),
          Map.entry("ExitSourceCode", ExitSource.class),
          Map.entry("OrderTypeCode", OrderType.class),
          Map.entry("PositionStatusCode", PositionStatus.class),
          Map.entry("AlertCode", AlertKind.class),
          Map.entry("SignalActionCode", SignalAction.class),
          Map.entry("OrdStatusCode", OrdStatus.class),
          Map.entry("SessionStateCode", SessionState.class),
          Map.entry("TradingStateCode", TradingState.class),
          Map.entry("SessionPhaseCode", SessionPhase.class),
          Map.entry("BracketStateCode", BracketState.class),
          Map.entry("TriggerSourceCode", TriggerSource.class),
          Map.entry("InstrumentKindCode", InstrumentKind.class),
          Map.entry("GroupScopeCode", GroupScope.class),
          Map.entry("StopReasonCode", StopReason.class));

  static Stream<Map.Entry<String, Class<? extends Enum<?>>>> twins() {
    return TWINS.entrySet().stream().sorted(Map.Entry.comparingByKey());
  }

  @Test
  void shouldHaveATwinForEveryEnumOfTheSchema() {
    assertThat(TWINS.keySet()).containsExactlyInAnyOrderElementsOf(EveryMessage.enums().keySet());
  }

  @ParameterizedTest
  @MethodSource("twins")
  void shouldHaveTheNamesAndNumbersOfTheSchema(Map.Entry<String, Class<? extends Enum<?>>> twin)
      throws ReflectiveOperationException {
    Method code = twin.getValue().getMethod("code");
    Map<String, Integer> ours = new LinkedHashMap<>();
    for (Enum<?> value : twin.getValue().getEnumConstants()) {
      ours.put(value.name(), (Integer) code.invoke(value));
    }

    assertThat(ours).isEqualTo(EveryMessage.enums().get(twin.getKey()));
  }

  @ParameterizedTest
  @MethodSource("twins")
  void shouldAgreeWithTheGeneratedEnumBothWays(Map.Entry<String, Class<? extends Enum<?>>> twin)
      throws ReflectiveOperationException {
    Class<?> generated = Class.forName("io.ripcord.event.codec." + twin.getKey());
    Method value = generated.getMethod("value");
    Method get = generated.getMethod("get", value.getReturnType());
    Method of = twin.getValue().getMethod("of", int.class);
    Method code = twin.getValue().getMethod("code");
    for (Object theirs : generated.getEnumConstants()) {
      int number = ((Number) value.invoke(theirs)).intValue();
      if (theirs.toString().equals("NULL_VAL")) {
        assertRefuses(of, number);
      } else {
        assertThat(of.invoke(null, number)).hasToString(theirs.toString());
      }
    }
    for (Object ours : twin.getValue().getEnumConstants()) {
      int number = (int) code.invoke(ours);
      Object boxed = value.getReturnType() == short.class ? (Object) (short) number : number;
      assertThat(get.invoke(null, boxed)).hasToString(ours.toString());
      assertThat(of.invoke(null, number)).isSameAs(ours);
    }
  }

  @ParameterizedTest
  @MethodSource("twins")
  void shouldRefuseNumbersThatMeanNothing(Map.Entry<String, Class<? extends Enum<?>>> twin)
      throws ReflectiveOperationException {
    Method of = twin.getValue().getMethod("of", int.class);
    int[] numbers = {-1, 64, 255, Integer.MIN_VALUE, Integer.MAX_VALUE};
    for (int number : numbers) {
      assertRefuses(of, number);
    }
  }

  private static void assertRefuses(Method of, int number) {
    assertThatThrownBy(() -> of.invoke(null, number))
        .isInstanceOf(InvocationTargetException.class)
        .hasCauseInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shouldSignProfitsBySide() {
    assertThat(Side.LONG.sign()).isEqualTo(1);
    assertThat(Side.SHORT.sign()).isEqualTo(-1);
  }
}
