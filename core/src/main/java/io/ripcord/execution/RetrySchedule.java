package io.ripcord.execution;

/**
 * When the next attempt of an exit follows a refusal: 1 s, 2 s, 4 s, then every 10 s for as long as
 * the position is open. Giving up is not an option: the slow loop is alerted and goes on. MISSION
 * F.
 */
final class RetrySchedule {
  /** Attempts in quick succession. */
  static final int FAST_ATTEMPTS = 3;

  /** Between a proof that failed and the next question. */
  static final long PROOF_INTERVAL_NS = 500_000_000L;

  /** Questions in quick succession. */
  static final int FAST_PROOFS = 5;

  /** How long an order may stay without a word of the venue before it is asked. */
  static final long ACK_TIMEOUT_NS = 2_000_000_000L;

  /** Between two answers that the venue has never seen an order, for them to count. */
  static final long ABSENCE_GRACE_NS = PROOF_INTERVAL_NS;

  private static final long SECOND_NS = 1_000_000_000L;
  private static final long SLOW_NS = 10 * SECOND_NS;
  private static final long SLOW_PROOF_NS = 5 * SECOND_NS;

  private RetrySchedule() {}

  static long afterAttemptNs(int attempt, boolean permanent) {
    return permanent || attempt > FAST_ATTEMPTS ? SLOW_NS : SECOND_NS << (attempt - 1);
  }

  static long afterProofNs(int queries) {
    return queries < FAST_PROOFS ? PROOF_INTERVAL_NS : SLOW_PROOF_NS;
  }
}
