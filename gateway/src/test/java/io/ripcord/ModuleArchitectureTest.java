package io.ripcord;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.ripcord.cli.RipcordMain;
import io.ripcord.engine.Engine;
import io.ripcord.journal.JournalReader;
import io.ripcord.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may use whom over all modules: DESIGN section 3 and the package-info files. */
class ModuleArchitectureTest {
  private static final String ROOT = "io.ripcord.";
  private static final String[] CORE = {
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
  };
  private static final String[] GATEWAY = {
    "venue",
    "venue.wire",
    "venue.paper",
    "venue.paper.server",
    "venue.tape",
    "calendar",
    "config",
    "control",
    "console",
    "doctor",
    "log",
    "node",
    "cli"
  };

  private static final JavaClasses ALL =
      ArchitectureRules.classesOf(Engine.class, JournalReader.class, RipcordMain.class);

  private static void forbid(String from, String... to) {
    noClasses()
        .that()
        .resideInAPackage(from)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(to)
        .check(ALL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "engine",
        "pipeline",
        "journal",
        "replay",
        "venue.paper",
        "venue.wire",
        "config",
        "node",
        "cli"
      })
  void shouldSeeEveryModule(String name) {
    assertThat(ALL.stream().map(c -> c.getPackageName())).contains(ROOT + name);
  }

  @Test
  void shouldHaveNoCycles() {
    ArchitectureRules.checkCycles(ALL);
  }

  @Test
  void shouldKeepTheArrowsOfTheModules() {
    for (String name : CORE) {
      forbid(ROOT + name, ROOT + "journal", ROOT + "replay");
      for (String outer : GATEWAY) {
        forbid(ROOT + name, ROOT + outer);
      }
    }
    for (String outer : GATEWAY) {
      forbid(ROOT + "journal", ROOT + outer);
      forbid(ROOT + "replay", ROOT + outer);
    }
  }

  @Test
  void shouldKeepCodecsInsideTheEventPackage() {
    ArchitectureRules.checkCodecs(ALL);
  }

  @Test
  void shouldKeepSessionCodecsInsideTheWirePackage() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + "venue.wire", ROOT + "venue.wire.codec")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + "venue.wire.codec")
        .check(ALL);
  }

  @Test
  void shouldKeepTheDisruptorInsideThePipeline() {
    ArchitectureRules.checkDisruptor(ALL);
  }

  @Test
  void shouldKeepTheEngineAPureFunction() {
    ArchitectureRules.checkEngineIsPure(ALL);
    ArchitectureRules.checkNoFloatingPoint(ALL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "replay", "venue..", "config", "control", "console", "control", "log", "node", "cli"
      })
  void shouldKeepChronicleInsideTheJournal(String name) {
    forbid(ROOT + name, "net.openhft..");
  }

  @ParameterizedTest
  @ValueSource(strings = {"journal", "replay"})
  void shouldKeepJsonAndNetworkInsideTheGateway(String name) {
    forbid(ROOT + name, "com.fasterxml..", "java.net..", "com.sun.net..");
  }

  @ParameterizedTest
  @CsvSource({
    "venue..,node",
    "venue..,cli",
    "calendar,config",
    "calendar,node",
    "config,node",
    "config,cli",
    "log,node",
    "log,cli",
    "console,control",
    "console,cli",
    "control,venue..",
    "control,node",
    "control,cli",
    "node,cli"
  })
  void shouldComposeInTheNodeOnly(String from, String to) {
    forbid(ROOT + from, ROOT + to);
  }

  @Test
  void shouldNotLetReplaySend() {
    forbid(ROOT + "replay", ROOT + "pipeline");
  }
}
