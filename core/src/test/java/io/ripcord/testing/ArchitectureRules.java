package io.ripcord.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who may use whom (DESIGN sections 1 and 3), as methods over imported classes: a module checks its
 * own classes together with those of core, and adds rules of its own. A rule about packages that
 * are not among the classes passes.
 */
public final class ArchitectureRules {
  private static final String ROOT = "io.ripcord.";

  /** The decision path: a pure function of its inputs. */
  private static final String[] ENGINE_SIDE = {
    ROOT + "money..",
    ROOT + "state..",
    ROOT + "market..",
    ROOT + "indicator..",
    ROOT + "position..",
    ROOT + "rule..",
    ROOT + "execution..",
    ROOT + "engine.."
  };

  /** What would let a clock, chance, a thread, a file or the order of a hash in. */
  private static final String[] IMPURE_PACKAGES = {
    "com.lmax..",
    "net.openhft..",
    "org.agrona.concurrent..",
    "org.HdrHistogram..",
    "org.slf4j..",
    "java.io..",
    "java.net..",
    "java.nio..",
    "java.time..",
    "java.text..",
    "java.util.concurrent..",
    "java.util.logging.."
  };

  private static final Set<String> IMPURE_CLASSES =
      Set.of(
          "java.lang.Process",
          "java.lang.ProcessBuilder",
          "java.lang.Runtime",
          "java.lang.Thread",
          "java.lang.ThreadLocal",
          "java.util.HashMap",
          "java.util.HashSet",
          "java.util.IdentityHashMap",
          "java.util.WeakHashMap",
          "java.util.Calendar",
          "java.util.Date",
          "java.util.Locale",
          "java.util.Random",
          "java.util.SplittableRandom",
          "java.util.TimeZone",
          "java.util.Timer",
          "java.util.UUID");

  private static final Set<String> IMPURE_CALLS =
      Set.of(
          "java.lang.System.currentTimeMillis",
          "java.lang.System.nanoTime",
          "java.lang.System.identityHashCode",
          "java.lang.System.getenv",
          "java.lang.System.getProperty",
          "java.lang.System.exit",
          "java.lang.Object.hashCode",
          "java.lang.Math.random");

  private static final Set<String> WALKS =
      Set.of("iterator", "forEach", "keySet", "values", "entrySet", "longForEach", "intForEach");

  private ArchitectureRules() {}

  /** The classes of the modules, and of no others, that these classes come from. */
  public static JavaClasses classesOf(Class<?>... oneOfEachModule) {
    List<String> places =
        Stream.of(oneOfEachModule)
            .map(c -> c.getProtectionDomain().getCodeSource().getLocation().toString())
            .toList();
    return new ClassFileImporter()
        .withImportOption(location -> places.stream().anyMatch(location::contains))
        .importPackages("io.ripcord");
  }

  /** No package needs, through others, itself. */
  public static void checkCycles(JavaClasses imported) {
    slices()
        .matching(ROOT + "(**)")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .check(imported);
  }

  /** Bytes at the edges: generated codecs are used in {@code event} and these packages only. */
  public static void checkCodecs(JavaClasses imported, String... alsoAllowed) {
    noClasses()
        .that()
        .resideOutsideOfPackages(with(alsoAllowed, ROOT + "event", ROOT + "event.codec"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + "event.codec")
        .allowEmptyShould(true)
        .check(imported);
  }

  /** The Disruptor is used in {@code pipeline} and these packages only. */
  public static void checkDisruptor(JavaClasses imported, String... alsoAllowed) {
    noClasses()
        .that()
        .resideOutsideOfPackages(with(alsoAllowed, ROOT + "pipeline"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.lmax..")
        .allowEmptyShould(true)
        .check(imported);
  }

  private static String[] with(String[] some, String... more) {
    return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
  }

  /** A package of core depends on these packages and on the JDK, and on nothing else. */
  public static void checkDependsOnlyOn(JavaClasses imported, String name, String... packages) {
    classes()
        .that()
        .resideInAPackage(ROOT + name)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(with(packages, "java..", ROOT + name))
        .allowEmptyShould(true)
        .check(imported);
  }

  /** No clock, chance, thread, input or output, logging or hash order in the decision path. */
  public static void checkEngineIsPure(JavaClasses imported) {
    noClasses()
        .that()
        .resideInAnyPackage(ENGINE_SIDE)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(IMPURE_PACKAGES)
        .orShould()
        .dependOnClassesThat(named(IMPURE_CLASSES))
        .orShould()
        .callMethodWhere(isAnyOf(IMPURE_CALLS))
        .orShould()
        .callMethodWhere(walksAMap())
        .allowEmptyShould(true)
        .check(imported);
  }

  private static DescribedPredicate<JavaClass> named(Set<String> names) {
    return DescribedPredicate.describe(
        "are impure", javaClass -> names.contains(javaClass.getFullName()));
  }

  private static DescribedPredicate<JavaMethodCall> isAnyOf(Set<String> calls) {
    return DescribedPredicate.describe("they are impure", call -> calls.contains(name(call)));
  }

  private static String name(JavaMethodCall call) {
    MethodCallTarget target = call.getTarget();
    return target.getOwner().getFullName() + "." + target.getName();
  }

  /** Finding in a hash map is fine, walking through one is not. */
  private static DescribedPredicate<JavaMethodCall> walksAMap() {
    return DescribedPredicate.describe(
        "they walk through a hash map",
        call ->
            call.getTargetOwner().getPackageName().equals("org.agrona.collections")
                && WALKS.contains(call.getTarget().getName()));
  }

  /** Money is never binary floating point: no such field, parameter or result. */
  public static void checkNoFloatingPoint(JavaClasses imported) {
    classes()
        .that()
        .resideInAnyPackage(ENGINE_SIDE)
        .should(haveNoFloatingPoint())
        .allowEmptyShould(true)
        .check(imported);
  }

  private static ArchCondition<JavaClass> haveNoFloatingPoint() {
    return new ArchCondition<>("have no double or float") {
      @Override
      public void check(JavaClass javaClass, ConditionEvents events) {
        for (JavaField field : javaClass.getFields()) {
          report(field.getFullName(), List.of(field.getRawType()), events);
        }
        for (JavaCodeUnit unit : javaClass.getCodeUnits()) {
          report(unit.getFullName(), unit.getRawParameterTypes(), events);
          report(unit.getFullName(), List.of(unit.getRawReturnType()), events);
        }
      }
    };
  }

  private static void report(String where, List<JavaClass> types, ConditionEvents events) {
    for (JavaClass type : types) {
      String name = type.getBaseComponentType().getFullName();
      if (Set.of("double", "float", "java.lang.Double", "java.lang.Float").contains(name)) {
        events.add(SimpleConditionEvent.violated(where, where + " is or takes a " + name));
      }
    }
  }
}
