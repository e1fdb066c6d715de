/**
 * Fixed-point money arithmetic: prices, quantities and amounts are {@code long} at 1e-8 (suffix
 * {@code E8}), percentages are {@code long} at 1e-6 of a percent (suffix {@code E6}).
 *
 * <p>Pure functions, any thread. Depends on the JDK only. Start reading at {@link
 * io.ripcord.money.E8}; why it is so is in {@code docs/decisions/money.md}.
 */
package io.ripcord.money;
