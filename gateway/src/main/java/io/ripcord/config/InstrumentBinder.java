package io.ripcord.config;

import io.ripcord.event.InstrumentKind;
import io.ripcord.money.E8;
import io.ripcord.money.Percent;

/** Turns one entry under {@code instruments} into an {@link InstrumentConfig}. Stateless. */
final class InstrumentBinder {
  private static final Vocabulary KEYS =
      Vocabulary.of(
          "price-increment",
          "lot",
          "multiplier",
          "fee-percent",
          "inverse",
          "bad-tick",
          "kind",
          "calendar");
  private static final Vocabulary BAD_TICK = Vocabulary.of("percent", "confirm");
  private static final ScalarType<Long> STEP = Scalars.positiveDecimal();

  /** A fee above this is rather a fraction of a fraction than a fee. */
  private static final ScalarType<Long> FEE = Scalars.percentBetween(0, 10 * Percent.ONE);

  private static final ScalarType<InstrumentKind> KIND = Scalars.word(InstrumentKind.class);
  private static final ScalarType<Long> CONFIRM =
      Scalars.duration(Durations.MS, PolicyScalars.MINUTE);
  private static final long DEFAULT_CONFIRM_NS = 500 * Durations.MS;

  private InstrumentBinder() {}

  /** The instrument; values that are refused are replaced by defaults. */
  static InstrumentConfig bind(String symbol, Block block, Calendars calendars) {
    block.allow(KEYS);
    Block badTick = block.block("bad-tick");
    Long percent = badTick == null ? null : badTickPercent(badTick);
    return new InstrumentConfig(
        symbol,
        block.value("price-increment", STEP, InstrumentConfig.FINEST_STEP_E8),
        block.value("lot", STEP, InstrumentConfig.FINEST_STEP_E8),
        block.value("multiplier", STEP, E8.ONE),
        block.value("fee-percent", FEE, 0L),
        block.value("inverse", Scalars.BOOLEAN, false),
        percent == null ? E8.NULL : percent,
        percent == null ? E8.NULL : badTick.value("confirm", CONFIRM, DEFAULT_CONFIRM_NS),
        block.value("kind", KIND, InstrumentKind.SPOT),
        calendars.named(block));
  }

  private static Long badTickPercent(Block badTick) {
    badTick.allow(BAD_TICK);
    return badTick.required("percent", PolicyScalars.DISTANCE);
  }
}
