package io.ripcord.config;

import io.ripcord.config.EffectiveValues.EffectiveValue;
import io.ripcord.money.E8;
import java.util.List;
import java.util.Optional;

/** Turns one entry under {@code groups} into a {@link GroupConfig}, and shows it. Stateless. */
final class GroupBinder {
  private static final Vocabulary STRATEGY =
      Vocabulary.of("stop", "target", "lock", "confirm", "stale-after");
  private static final Vocabulary ACCOUNT =
      Vocabulary.of("daily-loss", "target", "lock", "confirm", "stale-after");
  private static final Vocabulary LOCK = Vocabulary.of("at", "floor");
  private static final ScalarType<Long> MONEY = Scalars.positiveDecimal();
  private static final ScalarType<Long> FLOOR = Scalars.decimalBetween(0, E8.MAX_VALUE);
  private static final ScalarType<Long> CONFIRM = Scalars.duration(0, PolicyScalars.MINUTE);
  private static final ScalarType<Long> SILENCE =
      Scalars.duration(100 * Durations.MS, Durations.DAY);
  private static final long DEFAULT_CONFIRM_NS = 500 * Durations.MS;
  private static final long DEFAULT_STALE_NS = 30 * Durations.SECOND;

  private GroupBinder() {}

  /** The group, empty after saying what is wrong with it. */
  static Optional<GroupConfig> bind(String name, ConfigNode node, Problems problems) {
    int before = problems.errorCount();
    Block block = Block.of(node, problems);
    if (block == null) {
      return Optional.empty();
    }
    boolean isAccount = name.equals(GroupConfig.ACCOUNT);
    block.allow(isAccount ? ACCOUNT : STRATEGY);
    String stopKey = isAccount ? "daily-loss" : "stop";
    if (isAccount) {
      block.requireKey("daily-loss", "the loss at which everything exits");
    }
    Long stop = block.value(stopKey, MONEY, E8.NULL);
    Long target = block.value("target", MONEY, E8.NULL);
    Block lock = block.block("lock");
    Long at = null;
    Long floor = null;
    if (lock != null) {
      lock.allow(LOCK);
      at = lock.required("at", MONEY);
      floor = lock.required("floor", FLOOR);
    }
    Long confirm = block.value("confirm", CONFIRM, DEFAULT_CONFIRM_NS);
    Long stale = block.value("stale-after", SILENCE, DEFAULT_STALE_NS);
    if (problems.errorCount() == before) {
      check(block, stopKey, target, lock, at, floor, confirm, stale);
    }
    if (problems.errorCount() > before) {
      return Optional.empty();
    }
    return Optional.of(
        new GroupConfig(
            name,
            stop,
            target,
            at == null ? E8.NULL : at,
            floor == null ? E8.NULL : floor,
            confirm == 0 ? E8.NULL : confirm,
            stale,
            node.file(),
            node.line()));
  }

  private static void check(
      Block block,
      String stopKey,
      long target,
      Block lock,
      Long at,
      Long floor,
      long confirm,
      long stale) {
    if (!block.has(stopKey) && !block.has("target") && lock == null) {
      block.error(
          "found none of stop, target and lock, expected at least one: it would never exit");
    }
    if (lock != null && floor >= at) {
      lock.error(
          "floor",
          "found "
              + E8.format(floor)
              + ", expected below lock.at "
              + E8.format(at)
              + ": it would exit as soon as it is armed");
    }
    if (lock != null && target != E8.NULL && target <= at) {
      block.error(
          "target",
          "found "
              + E8.format(target)
              + ", expected above lock.at "
              + E8.format(at)
              + ": the target would exit before the floor is armed");
    }
    if (stale <= confirm) {
      String where = block.has("stale-after") ? "stale-after" : "confirm";
      block.error(
          where,
          "found stale-after "
              + Durations.format(stale)
              + " with confirm "
              + Durations.format(confirm)
              + ", expected stale-after above it: a quiet market would confirm nothing");
    }
  }

  /** Lists what is in effect. */
  static void show(GroupConfig group, List<EffectiveValue> values) {
    BlockValues shown = new BlockValues(values, "groups", group.name());
    shown.price(group.isAccount() ? "daily-loss" : "stop", group.stopE8());
    shown.price("target", group.targetE8());
    if (group.hasLock()) {
      BlockValues lock = shown.under("lock");
      lock.price("at", group.lockAtE8());
      lock.price("floor", group.lockFloorE8());
    }
    shown.duration("confirm", group.confirmNs() == E8.NULL ? 0 : group.confirmNs());
    shown.duration("stale-after", group.staleNs());
  }
}
