package io.ripcord.journal;

/**
 * What a full check of a journal found. Immutable.
 *
 * @param frames verified frames
 * @param inputs those that are inputs
 * @param decisions those that are decisions
 * @param bytes used in the cycle files, index records of the library included
 * @param firstSequence of the inputs, -1 if there is none
 * @param lastSequence of the inputs, -1 if there is none
 * @param epochs engine starts that wrote at least one frame
 * @param lastEpoch of the last frame, 0 if there is none
 * @param isStopped true if the last input is the record of an orderly stop
 * @param problem why the check ended early or what is wrong beside the frames, or null
 * @param tail where the verified frames end
 * @param inputSha256 see {@link StreamHashes}
 * @param decisionSha256 see {@link StreamHashes}
 */
public record VerifyResult(
    long frames,
    long inputs,
    long decisions,
    long bytes,
    long firstSequence,
    long lastSequence,
    int epochs,
    int lastEpoch,
    boolean isStopped,
    JournalProblem problem,
    JournalTail tail,
    String inputSha256,
    String decisionSha256) {

  /** True if nothing is wrong; the journal may still end without an orderly stop. */
  public boolean isIntact() {
    return problem == null;
  }

  /** Journal bytes per input, all its decisions and the library's overhead included. */
  public double bytesPerInput() {
    return inputs == 0 ? 0 : (double) bytes / inputs;
  }
}
