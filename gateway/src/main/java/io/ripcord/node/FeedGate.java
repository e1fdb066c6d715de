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

/**
 * Lets no position in whose policy asks for what the market data of its symbol does not have.
 * Immutable, thread-safe.
 */
final class FeedGate implements CommandPort {
  private final CommandPort desk;
  private final RipcordConfig config;
  private final Function<String, Optional<FeedFacts>> feeds;

  /**
   * In front of a desk.
   *
   * @param feeds by symbol, empty where nothing is known before the data comes
   */
  FeedGate(CommandPort desk, RipcordConfig config, Function<String, Optional<FeedFacts>> feeds) {
    this.desk = desk;
    this.config = config;
    this.feeds = feeds;
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
    if (command instanceof Command.Register register) {
      for (Problem problem : problems(register.policy(), register.symbol())) {
        return new CommandResult(false, 0, problem.text());
      }
    }
    return desk.submit(command);
  }
}
