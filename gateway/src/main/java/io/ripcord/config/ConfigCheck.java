package io.ripcord.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Looks at all inputs of a run together and lists everything that is wrong or suspicious, without
 * starting anything. Never throws for what a file or a variable holds.
 */
public final class ConfigCheck {
  private final Problems problems = new Problems();
  private final Policies policies = new Policies(problems);

  private ConfigCheck() {}

  /**
   * Input files, each of which may be absent.
   *
   * @param config configuration
   * @param policies policies of their own
   * @param positions positions
   */
  public record Inputs(Optional<Path> config, Optional<Path> policies, Optional<Path> positions) {}

  /**
   * What was found. Immutable.
   *
   * @param errors what must be repaired, in the order of files and lines
   * @param warnings what is probably not meant
   */
  public record Result(List<Problem> errors, List<Problem> warnings) {
    /** Copies the lists. */
    public Result {
      errors = List.copyOf(errors);
      warnings = List.copyOf(warnings);
    }

    /** Whether a run would start. */
    public boolean isValid() {
      return errors.isEmpty();
    }
  }

  /** Checks files and overrides. */
  public static Result run(Inputs inputs, Overrides overrides) {
    return run(inputs, overrides, Long.MIN_VALUE);
  }

  /**
   * As the other, and whether calendars are still known.
   *
   * @param nowNs time of the check, nanoseconds since the epoch; {@link Long#MIN_VALUE}: unknown
   */
  public static Result run(Inputs inputs, Overrides overrides, long nowNs) {
    ConfigCheck check = new ConfigCheck();
    check.all(inputs, overrides, nowNs);
    return new Result(check.problems.errors(), check.problems.warnings());
  }

  private void all(Inputs inputs, Overrides overrides, long nowNs) {
    Optional<ConfigNode> root = inputs.config().flatMap(file -> tree(() -> ConfigTree.read(file)));
    LoadedConfig loaded = new ConfigBinder(problems, policies).bind(root.orElse(null), overrides);
    if (nowNs != Long.MIN_VALUE) {
      for (CalendarConfig calendar : loaded.config().calendars().values()) {
        calendar.age(nowNs).ifPresent(problems::add);
      }
    }
    Optional<ConfigNode> policyRoot =
        inputs.policies().flatMap(file -> tree(() -> ConfigTree.read(file)));
    policyRoot.ifPresent(node -> ConfigLoader.bindPolicies(node, policies, problems));
    Optional<ConfigNode> positionRoot =
        inputs
            .positions()
            .flatMap(
                file -> tree(() -> ConfigTree.read(file, ConfigLoader.MAX_POSITIONS_FILE_BYTES)));
    // Policies and instruments of a file that is no YAML are unknown: complaints would mislead.
    boolean isComplete =
        root.isPresent() == inputs.config().isPresent()
            && policyRoot.isPresent() == inputs.policies().isPresent();
    if (isComplete) {
      positionRoot.ifPresent(
          node -> new PositionsBinder(problems, policies, loaded.config()).bind(node));
    }
  }

  private Optional<ConfigNode> tree(Supplier<ConfigNode> reading) {
    try {
      return Optional.of(reading.get());
    } catch (ConfigException e) {
      problems.addAll(e.problems());
      return Optional.empty();
    }
  }
}
