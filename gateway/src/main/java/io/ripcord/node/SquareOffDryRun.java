package io.ripcord.node;

import io.ripcord.config.ConfigException;
import io.ripcord.config.PositionConfig;
import io.ripcord.config.PositionsConfig;
import io.ripcord.config.Problem;
import io.ripcord.config.RipcordConfig;
import io.ripcord.config.SquareOff;
import io.ripcord.config.SquareOffTime;
import io.ripcord.venue.tape.MergedTapes;
import io.ripcord.venue.tape.TapeCursor;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds square-offs that a session does not allow before the first event of a simulation, also of
 * positions that come with a price: reads the tapes once more, if there are such. Stateless.
 */
final class SquareOffDryRun {
  private SquareOffDryRun() {}

  /**
   * Looks at positions whose time only the tapes tell; the others were looked at with their file.
   *
   * @throws ConfigException naming each that is refused
   */
  static void check(PositionsConfig positions, RipcordConfig config, MergedTapes tapes) {
    List<PositionConfig> unknown = new ArrayList<>();
    for (PositionConfig position : positions.positions()) {
      boolean isTimed = position.hasAt() && position.hasEntryPrice();
      if (!isTimed
          && positions.policies().get(position.policy()).squareOff().isPresent()
          && config.calendarOf(position.symbol()).isPresent()) {
        unknown.add(position);
      }
    }
    if (unknown.isEmpty()) {
      return;
    }
    List<Problem> problems = new ArrayList<>();
    Schedule schedule = new Schedule(unknown, List.of());
    try (TapeCursor tape = tapes.open()) {
      while (schedule.hasWaiting() && tape.next()) {
        for (PositionConfig due :
            schedule.dueWith(tape.symbol(), tape.ingressTimeNs(), tape.lastE8())) {
          SquareOff squareOff = positions.policies().get(due.policy()).squareOff().orElseThrow();
          SquareOffTime time =
              SquareOffTime.of(squareOff, config.calendarOf(due.symbol()), tape.ingressTimeNs());
          if (time.isRefused()) {
            String text = "position " + due.id() + ": policy: " + time.refusal();
            problems.add(
                new Problem(Problem.Severity.ERROR, positions.file(), due.line(), 0, text));
          }
        }
      }
    }
    if (!problems.isEmpty()) {
      throw new ConfigException(problems);
    }
  }
}
