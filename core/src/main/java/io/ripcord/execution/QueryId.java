package io.ripcord.execution;

/**
 * Numbers of questions to the venue: {@code epoch 15 bits | position ordinal 28 | count 20}. The
 * epoch tells the questions of one start of the engine from those of another.
 */
final class QueryId {
  private static final int COUNT_BITS = 20;
  private static final int ORDINAL_BITS = 28;
  private static final long ORDINAL_MASK = (1L << ORDINAL_BITS) - 1;
  private static final long COUNT_MASK = (1L << COUNT_BITS) - 1;
  private static final long EPOCH_MASK = 0x7FFF;

  private QueryId() {}

  static long of(int epoch, int ordinal, int count) {
    return (epoch & EPOCH_MASK) << (ORDINAL_BITS + COUNT_BITS)
        | (long) ordinal << COUNT_BITS
        | (count & COUNT_MASK);
  }

  static int ordinal(long queryId) {
    return (int) (queryId >>> COUNT_BITS & ORDINAL_MASK);
  }
}
