package io.ripcord.chaos;

/** What must hold in every run, whatever strikes. */
enum Invariant {
  NEVER_MORE_THAN_HELD("I1", "working exits of a position never pass what the venue holds of it"),
  NEVER_REVERSED("I2", "our orders never turn a position around"),
  WRITTEN_BEFORE_SENT("I5", "an order and its cause are in the journal before it leaves"),
  ID_ONCE("I6", "an order id means one order, for ever"),
  SAME_DECISIONS("I7", "a replay decides byte for byte the same"),
  SAME_STATE("I8", "an engine that recovered is in the state of one that never died"),
  NOTHING_ACKNOWLEDGED_LOST("I9", "what was acknowledged is there after a kill"),
  IN_LIMITS("I18", "an order is a whole number of lots, above zero"),
  ALL_FLAT("L1", "once all is well again, every position whose stop was passed is proved flat"),
  NOTHING_UNKNOWN("L1", "once all is well again, no order stays in doubt"),
  NO_FAILURE("", "nothing throws");

  private final String number;
  private final String text;

  Invariant(String number, String text) {
    this.number = number;
    this.text = text;
  }

  String number() {
    return number;
  }

  String text() {
    return text;
  }
}
