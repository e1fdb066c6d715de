package io.ripcord.node;

import io.ripcord.config.ConfigException;
import io.ripcord.config.FeedChecks;
import io.ripcord.config.FeedFacts;
import io.ripcord.config.PolicyConfig;
import io.ripcord.config.PositionConfig;
import io.ripcord.config.Problem;
import io.ripcord.config.RipcordConfig;
import io.ripcord.control.Command;
import io.ripcord.control.CommandPort;
import io.ripcord.control.CommandResult;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongFunction;

/**
 * Lets no position in whose policy asks for what the market data of its symbol does not have.
 * Immutable, thread-safe.
 */
final class FeedGate implements CommandPort {
  private final CommandPort desk;
  private final RipcordConfig config;
  private final Function<String, Optional<FeedFacts>> feeds;
  private final LongFunction<String> symbols;

  /**
   * In front of a desk.
   *
   * @param feeds by symbol, empty where nothing is known before the data comes
   * @param symbols by position, {@code null} where there is no such position
   */
  FeedGate(
      CommandPort desk,
      RipcordConfig config,
      Function<String, Optional<FeedFacts>> feeds,
      LongFunction<String> symbols) {
    this.desk = desk;
    this.config = config;
    this.feeds = feeds;
    this.symbols = symbols;
  }

  /**
   * Checks the positions of the configuration, so that a start says it and not the log.
   *
   * @throws ConfigException naming each of the policies once per reason
   */
  void checkFirst() {
    Set<Problem> found = new LinkedHashSet<>();
    for (PositionConfig position : config.positions()) {
      found.addAll(problems(position.policy(), position.symbol()));
    }
    if (!found.isEmpty()) {
      throw new ConfigException(List.copyOf(found));
    }
  }

  private List<Problem> problems(String policyName, String symbol) {
    PolicyConfig policy = config.policies().get(policyName);
    Optional<FeedFacts> feed = feeds.apply(symbol);
    return policy == null || feed.isEmpty() ? List.of() : FeedChecks.problems(policy, feed.get());
  }

  @Override
  public CommandResult submit(Command command) {
    List<Problem> problems = List.of();
    if (command instanceof Command.Register register) {
      problems = problems(register.policy(), register.symbol());
    } else if (command instanceof Command.Adopt adopt) {
      String symbol = symbols.apply(adopt.positionId());
      problems = symbol == null ? problems : problems(adopt.policy(), symbol);
    }
    return problems.isEmpty()
        ? desk.submit(command)
        : new CommandResult(false, 0, problems.get(0).text());
  }
}
