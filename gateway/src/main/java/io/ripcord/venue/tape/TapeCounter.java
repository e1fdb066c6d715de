package io.ripcord.venue.tape;

/** What a scan counts, besides records; the labels are the keys of {@link TapeSummary#counters}. */
public enum TapeCounter {
  /** Lines of the file, headers and ignored ones included. */
  LINES("lines"),
  /** Records with a last price. */
  TRADES("trades"),
  /** Records with a bid or an ask. */
  QUOTES("quotes"),
  /** Depth events: known, and ignored. */
  DEPTH_IGNORED("depthIgnored"),
  /** Mark price events: known, and ignored for now. */
  MARK_PRICE_IGNORED("markPriceIgnored"),
  /** JSON lines that are no event known here, such as answers to requests. */
  UNKNOWN_EVENTS("unknownEvents"),
  /** Fields of known events that are not known here. */
  UNKNOWN_FIELDS("unknownFields"),
  /** Records whose venue time is before the previous one of the same symbol and event type. */
  BACKWARD_VENUE_TIMES("backwardVenueTimes"),
  /** Records whose ingress time stepped back and was set to the previous one. */
  CLAMPED_TIMES("clampedTimes"),
  /** 1 when the last line has no newline and does not parse; it is dropped. */
  INCOMPLETE_LAST_LINE("incompleteLastLine"),
  /** Empty lines. */
  BLANK_LINES("blankLines"),
  /** CSV rows with neither last nor bid nor ask; dropped. */
  EMPTY_ROWS("emptyRows"),
  /** Lines in which a recorder notes its own connections and requests. */
  CONNECTION_LINES("connectionLines"),
  /** Jumps that the generator made on purpose. */
  GAP_EVENTS("gapEvents");

  private final String label;

  TapeCounter(String label) {
    this.label = label;
  }

  /** Its key in summaries and reports. */
  public String label() {
    return label;
  }
}
