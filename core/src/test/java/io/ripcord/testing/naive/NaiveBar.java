package io.ripcord.testing.naive;

import java.math.BigDecimal;

/** A closed bar: its interval starts at {@code startNs}; an unknown quantity adds no volume. */
record NaiveBar(
    long startNs,
    BigDecimal open,
    BigDecimal high,
    BigDecimal low,
    BigDecimal close,
    BigDecimal volume) {}
