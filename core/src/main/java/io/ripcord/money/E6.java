package io.ripcord.money;

/** Factors as {@code long} multiples of 1e-6: {@code 1.5} is {@code 1_500_000}. */
public final class E6 {
  /** A factor of one: nothing changes. */
  public static final long ONE = 1_000_000L;

  private E6() {}
}
