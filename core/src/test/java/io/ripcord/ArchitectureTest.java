package io.ripcord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.ripcord.engine.Engine;
import io.ripcord.rule.Forbidden;
import io.ripcord.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Core's packages and what they may use: DESIGN section 3 and the package-info files. */
class ArchitectureTest {
  private static final String AGRONA = "org.agrona..";

  private static final JavaClasses CORE = ArchitectureRules.classesOf(Engine.class);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "money",
        "state",
        "event",
        "market",
        "indicator",
        "position",
        "rule",
        "execution",
        "engine",
        "pipeline"
      })
  void shouldSeeEveryPackage(String name) {
    assertThat(CORE.stream().map(c -> c.getPackageName())).contains("io.ripcord." + name);
  }

  @Test
  void shouldHaveNoCycles() {
    ArchitectureRules.checkCycles(CORE);
  }

  @Test
  void shouldKeepCodecsInsideTheEventPackage() {
    ArchitectureRules.checkCodecs(CORE);
  }

  @Test
  void shouldKeepTheDisruptorInsideThePipeline() {
    ArchitectureRules.checkDisruptor(CORE);
  }

  @Test
  void shouldKeepTheEngineAPureFunction() {
    ArchitectureRules.checkEngineIsPure(CORE);
  }

  @Test
  void shouldKeepMoneyOutOfFloatingPoint() {
    ArchitectureRules.checkNoFloatingPoint(CORE);
  }

  @Test
  void shouldDependAsThePackagesSay() {
    String money = "io.ripcord.money";
    String state = "io.ripcord.state";
    String event = "io.ripcord.event";
    String market = "io.ripcord.market";
    String indicator = "io.ripcord.indicator";
    String position = "io.ripcord.position";
    String rule = "io.ripcord.rule";
    String execution = "io.ripcord.execution";
    String engine = "io.ripcord.engine";

    ArchitectureRules.checkDependsOnlyOn(CORE, "money");
    ArchitectureRules.checkDependsOnlyOn(CORE, "state");
    ArchitectureRules.checkDependsOnlyOn(CORE, "event", money, event + ".codec", AGRONA);
    ArchitectureRules.checkDependsOnlyOn(CORE, "market", state, event, money);
    ArchitectureRules.checkDependsOnlyOn(CORE, "indicator", state, market, money);
    ArchitectureRules.checkDependsOnlyOn(CORE, "position", state, event, money, AGRONA);
    ArchitectureRules.checkDependsOnlyOn(
        CORE, "rule", state, event, position, indicator, market, money);
    ArchitectureRules.checkDependsOnlyOn(
        CORE, "execution", state, event, position, market, money, AGRONA);
    ArchitectureRules.checkDependsOnlyOn(
        CORE, "engine", state, event, execution, rule, position, indicator, market, money, AGRONA);
    ArchitectureRules.checkDependsOnlyOn(
        CORE, "pipeline", engine, event, "com.lmax..", "net.openhft..", "org.HdrHistogram", AGRONA);
  }

  private static JavaClasses forbidden(Class<?> type) {
    return new ClassFileImporter().importClasses(type);
  }

  @Test
  void shouldNoticeWhatIsForbidden() {
    assertThatThrownBy(() -> ArchitectureRules.checkCodecs(forbidden(Forbidden.Codec.class)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("SideCode");
    assertThatThrownBy(() -> ArchitectureRules.checkDisruptor(forbidden(Forbidden.Ring.class)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("com.lmax");
    assertThatThrownBy(
            () ->
                ArchitectureRules.checkDependsOnlyOn(
                    forbidden(Forbidden.Log.class), "rule", "io.ripcord.position"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("slf4j");
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        Forbidden.Ring.class,
        Forbidden.Clock.class,
        Forbidden.Calendar.class,
        Forbidden.Chance.class,
        Forbidden.Hash.class,
        Forbidden.Walk.class,
        Forbidden.Spawn.class,
        Forbidden.Disk.class,
        Forbidden.Log.class
      })
  void shouldNoticeAnImpureEngine(Class<?> impure) {
    assertThatThrownBy(() -> ArchitectureRules.checkEngineIsPure(forbidden(impure)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(impure.getSimpleName());
  }

  @ParameterizedTest
  @ValueSource(classes = {Forbidden.Field.class, Forbidden.Parameter.class})
  void shouldNoticeFloatingPoint(Class<?> floating) {
    assertThatThrownBy(() -> ArchitectureRules.checkNoFloatingPoint(forbidden(floating)))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void shouldAcceptWhatIsAllowed() {
    ArchitectureRules.checkEngineIsPure(forbidden(Forbidden.Codec.class));
    ArchitectureRules.checkNoFloatingPoint(forbidden(Forbidden.Hash.class));
  }
}
