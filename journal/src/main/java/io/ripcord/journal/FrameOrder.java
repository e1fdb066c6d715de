package io.ripcord.journal;

/**
 * The order that frames must have, in one place for the writer and the reader: inputs count up by
 * one, a decision follows the input that caused it, causes never go back, and the decisions of one
 * cause count up from 0. Single-threaded; owns nothing.
 */
final class FrameOrder {
  static final long NONE = -1;

  private long lastSequence;
  private long lastCause;
  private int lastIndex;

  FrameOrder(JournalTail tail) {
    lastSequence = tail.lastSequence();
    lastCause = tail.lastCause();
    lastIndex = tail.lastIndex();
  }

  long lastSequence() {
    return lastSequence;
  }

  long lastCause() {
    return lastCause;
  }

  int lastIndex() {
    return lastIndex;
  }

  /** The first input of a generation may have any number from 0 on. */
  boolean fitsInput(long sequence) {
    return lastSequence == NONE ? sequence >= 0 : sequence == lastSequence + 1;
  }

  boolean fitsDecision(long cause, int index) {
    return cause >= 0
        && cause <= lastSequence
        && (cause == lastCause ? index == lastIndex + 1 : cause > lastCause && index == 0);
  }

  void input(long sequence) {
    lastSequence = sequence;
  }

  void decision(long cause, int index) {
    lastCause = cause;
    lastIndex = index;
  }

  /** What would fit next, for messages. */
  @Override
  public String toString() {
    return "lastSequence=" + lastSequence + " lastCause=" + lastCause + " lastIndex=" + lastIndex;
  }
}
