package io.ripcord.venue.paper;

import java.util.Arrays;
import java.util.Map;

/** The node's instrument ids and the venue's numbers, matched by symbol. One thread. */
final class InstrumentNumbers {
  static final int NONE = -1;

  private final Map<String, Integer> idOfSymbol;
  private final int[] venueOfId;
  private int[] idOfVenue = new int[0];

  InstrumentNumbers(Map<String, Integer> idOfSymbol) {
    this.idOfSymbol = Map.copyOf(idOfSymbol);
    int highest = idOfSymbol.values().stream().mapToInt(Integer::intValue).max().orElse(NONE);
    venueOfId = new int[highest + 1];
    clear(0);
  }

  /** A new table of the venue, whose rows follow. */
  void clear(int venueInstruments) {
    Arrays.fill(venueOfId, NONE);
    idOfVenue = new int[venueInstruments];
    Arrays.fill(idOfVenue, NONE);
  }

  /** One row of the venue's table. */
  void match(int number, String symbol) {
    Integer id = idOfSymbol.get(symbol);
    if (id != null) {
      venueOfId[id] = number;
      idOfVenue[number] = id;
    }
  }

  /** The venue's number of a symbol that the node knows too. */
  int venueOf(String symbol) {
    Integer id = idOfSymbol.get(symbol);
    return id == null ? NONE : venueOfId[id];
  }

  int venueOf(int id) {
    return id >= 0 && id < venueOfId.length ? venueOfId[id] : NONE;
  }

  int idOf(int number) {
    return number >= 0 && number < idOfVenue.length ? idOfVenue[number] : NONE;
  }
}
