/**
 * Streaming indicators over bars of trades: average true range, SuperTrend, moving averages, rate
 * of change, volume ratio and efficiency ratio.
 *
 * <p>Integer arithmetic with stated rounding: the same bits on every JVM. An indicator says when it
 * is warm and has no value before. Every bound is stated where it is checked; within the bounds no
 * sum and no product overflows. Engine thread only; memory is allocated when an indicator is
 * required, never on a trade. Depends on {@code market}, {@code money} and {@code state}. Start
 * reading at {@link io.ripcord.indicator.Indicators}; definitions with a worked example are in
 * {@code docs/indicators.md}.
 */
package io.ripcord.indicator;
