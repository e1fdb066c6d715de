package io.ripcord.console;

import io.ripcord.money.E8;
import io.ripcord.rule.RuleKind;
import io.ripcord.rule.RuleState;
import io.ripcord.rule.RuleStatus;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Names, times and how a rule stands, in words. Stateless. */
final class RuleWords {
  private static final long NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

  private RuleWords() {}

  /** Such as {@code trailing-stop}. */
  static String name(RuleKind kind) {
    return words(kind).replace(' ', '-');
  }

  /** The name of a constant as words of a sentence. */
  static String words(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** ISO-8601 in UTC without needless zeros, such as {@code 2026-01-05T10:00:02Z}. */
  static String time(long timeNs) {
    return Instant.ofEpochSecond(
            Math.floorDiv(timeNs, NANOS_PER_SECOND), Math.floorMod(timeNs, NANOS_PER_SECOND))
        .toString();
  }

  /** Such as {@code not warm, 7 of 14 bars, fallback 98}. */
  static String state(RuleStatus status) {
    StringBuilder out = new StringBuilder(64);
    switch (status.state()) {
      case WAITING_FOR_PROFIT -> waitsFor(out.append("waits for profit"), " at ", status);
      case WAITING_FOR_TIME -> {
        due(out, "due at ", status);
        waitsFor(out, ", waits for ", status);
      }
      case WAITING_FOR_PRICE -> due(out.append("waits for a price"), ", due since ", status);
      case WAITING_FOR_SESSION ->
          due(out.append("waits for continuous trading"), ", due since ", status);
      case WAITING_FOR_BAR -> out.append("waits for a bar to close");
      case WAITING_FOR_MOMENTUM -> out.append("waits for momentum");
      case NOT_WARM -> {
        out.append("not warm, ").append(status.bars()).append(" of ");
        out.append(status.barsNeeded()).append(" bars");
      }
      case BUSY -> out.append("waits until another order is done, or a halt is over");
      case BARRED -> out.append("barred, trading takes no new risk");
      case DONE -> out.append("done");
      case MISSED -> due(out.append("off, a new session has started"), " since ", status);
      case IDLE -> out.append("has nothing to work with");
      case ACTIVE -> {
        waitsFor(out.append("active"), ", tightens at ", status);
        due(out, ", next due at ", status);
      }
    }
    if (status.levelE8() != E8.NULL) {
      boolean fallback = status.state() == RuleState.NOT_WARM;
      E8.append(out.append(fallback ? ", fallback " : ", level "), status.levelE8());
    }
    return out.toString();
  }

  /** The same to follow the name of its rule in a sentence. */
  static String clause(RuleStatus status) {
    return switch (status.state()) {
      case NOT_WARM, BARRED, MISSED, WAITING_FOR_TIME -> "is " + state(status);
      default -> state(status);
    };
  }

  private static void waitsFor(StringBuilder out, String words, RuleStatus status) {
    if (status.waitsForE8() != E8.NULL) {
      E8.append(out.append(words), status.waitsForE8());
    }
  }

  private static void due(StringBuilder out, String words, RuleStatus status) {
    if (status.dueNs() != E8.NULL) {
      out.append(words).append(time(status.dueNs()));
    }
  }
}
