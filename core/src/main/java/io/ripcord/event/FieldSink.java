package io.ripcord.event;

/** Takes an event or a decision as named values: what text, CSV and JSON lines are made from. */
public interface FieldSink {
  /** Opens a record of this kind. */
  void begin(String kind);

  /** A whole number. */
  void number(String name, long value);

  /** A decimal at 1e-8; {@link io.ripcord.money.E8#NULL} means there is none. */
  void decimal(String name, long valueE8);

  /** A percentage at 1e-6; {@link io.ripcord.money.E8#NULL} means there is none. */
  void percent(String name, long percentE6);

  /**
   * A time in nanoseconds since the epoch; {@link io.ripcord.money.E8#NULL} means there is none.
   */
  void time(String name, long timeNs);

  /** A word: an enum's name, an id, a symbol. */
  void text(String name, CharSequence value);

  /** Closes the record. */
  void end();
}
