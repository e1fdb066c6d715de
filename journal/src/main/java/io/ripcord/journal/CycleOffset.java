package io.ripcord.journal;

/**
 * A cycle and an offset in its file as one number, so that a thread sees both or neither change.
 * Stateless. Larger numbers lie later in the generation.
 */
final class CycleOffset {
  static final int MAX_CYCLE = (1 << 19) - 1;

  private static final int OFFSET_BITS = 44;
  private static final long OFFSET_MASK = (1L << OFFSET_BITS) - 1;

  private CycleOffset() {}

  static long of(int cycle, long offset) {
    return ((long) cycle << OFFSET_BITS) | offset;
  }

  static int cycle(long cycleOffset) {
    return (int) (cycleOffset >>> OFFSET_BITS);
  }

  static long offset(long cycleOffset) {
    return cycleOffset & OFFSET_MASK;
  }
}
