package io.ripcord.replay;

import io.ripcord.journal.JournalProblem;

/**
 * What a replay found.
 *
 * @param events inputs replayed
 * @param decisions decisions that the journal holds
 * @param inputSha256 of the input stream
 * @param decisionSha256 of the decision stream that the journal holds
 * @param stateHash of the engine at the end, sixteen hexadecimal digits
 * @param stoppedInOrder whether the last input is an orderly stop
 * @param difference the first decision that came out otherwise, {@code null} if none did
 * @param problem why reading ended before the end, {@code null} if it did not
 * @param from where it began, in words
 * @param elapsedNs how long it took
 */
public record ReplayResult(
    long events,
    long decisions,
    String inputSha256,
    String decisionSha256,
    String stateHash,
    boolean stoppedInOrder,
    String difference,
    JournalProblem problem,
    String from,
    long elapsedNs) {

  /** Whether the whole journal was read and every decision came out the same. */
  public boolean identical() {
    return difference == null && problem == null;
  }

  /** Inputs per second. */
  public long eventsPerSecond() {
    return elapsedNs == 0 ? 0 : (long) (events * 1e9 / elapsedNs);
  }
}
