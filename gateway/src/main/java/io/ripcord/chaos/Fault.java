package io.ripcord.chaos;

/** What a run may meet, how often at most, and the number under which docs/chaos.md has it. */
enum Fault {
  ZERO_PRICE("F01", 4, "a trade at a price of zero"),
  NEGATIVE_PRICE("F02", 4, "a trade at a price below zero"),
  GAP("F06", 2, "a price that jumps by up to a third"),
  BACKWARD_TIME("F07", 20, "a tick whose venue time lies before the last one's"),
  DUPLICATE_TICK("F08", 20, "the same packet twice"),
  LOST_TICKS("F09", 20, "ticks that never arrive"),
  SILENT_FEED("F11", 1, "an instrument without data for up to a minute"),
  CROSSED_BOOK("F16", 10, "a bid above the ask"),
  BURST("F17", 40, "trades conflated into one event"),
  FUTURE_TIME("F18", 4, "a venue time a year ahead"),
  HALTED_MARKET("F19", 1, "an instrument's trading halts, is auctioned or closes for a while"),
  LOST_REQUEST("F21", 60, "an order that never reaches the venue"),
  LOST_RESPONSE("F22", 60, "an order of which no report comes back"),
  LATE_ORDER("F24", 40, "an order that is on its way for up to ten seconds"),
  REFUSED_FOR_GOOD("F26", 40, "a permanent reject"),
  REFUSED_FOR_NOW("F30", 80, "a transient reject"),
  PART_THEN_CANCEL("F34", 60, "a fill of a part, then a cancel"),
  DUPLICATE_REPORT("F36", 60, "the same execution report twice"),
  REORDERED_REPORTS("F38", 80, "reports in another order than they were made"),
  LOST_ANSWER("F45", 60, "a question that is not answered"),
  PART_OF_ANSWER("F45", 60, "an answer of which rows or the end are missing"),
  LATE_ANSWER("F46", 60, "an answer that was true seconds ago"),
  SLOW_VENUE("F49", 40, "reports that take up to twenty seconds"),
  VENUE_DOWN("F53", 1, "a venue that cannot be reached, for up to forty minutes"),
  KILL("F66", 100, "the process dies between any two appends, or around a send"),
  POWER_CUT("F71", 700, "the process dies and the end of the journal is lost or torn");

  private final String number;
  private final int mostPerMille;
  private final String text;

  Fault(String number, int mostPerMille, String text) {
    this.number = number;
    this.mostPerMille = mostPerMille;
    this.text = text;
  }

  String number() {
    return number;
  }

  int mostPerMille() {
    return mostPerMille;
  }

  String text() {
    return text;
  }
}
