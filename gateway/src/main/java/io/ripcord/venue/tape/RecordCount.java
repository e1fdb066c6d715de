package io.ripcord.venue.tape;

import io.ripcord.money.E8;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Counts the records of a whole pass, and makes the summary. */
final class RecordCount {
  private long records;
  private long[] perSymbol = new long[8];
  private final BitSet withVolume = new BitSet();
  private final BitSet withBook = new BitSet();
  private long firstTimeNs = Tape.NO_TIME;
  private long lastTimeNs = Tape.NO_TIME;

  /** Runs a cursor to its end. */
  static RecordCount of(TapeCursor cursor) {
    RecordCount count = new RecordCount();
    while (cursor.next()) {
      count.add(cursor);
    }
    return count;
  }

  private void add(TapeCursor cursor) {
    if (records == 0) {
      firstTimeNs = cursor.ingressTimeNs();
    }
    lastTimeNs = cursor.ingressTimeNs();
    records++;
    int symbol = cursor.symbolIndex();
    if (symbol >= perSymbol.length) {
      perSymbol = Arrays.copyOf(perSymbol, Math.max(symbol + 1, perSymbol.length * 2));
    }
    perSymbol[symbol]++;
    if (cursor.lastE8() != E8.NULL && cursor.lastQuantityE8() != E8.NULL) {
      withVolume.set(symbol);
    }
    if (cursor.bidE8() != E8.NULL || cursor.askE8() != E8.NULL) {
      withBook.set(symbol);
    }
  }

  TapeSummary summary(
      String name,
      String format,
      boolean isGenerated,
      SymbolTable symbols,
      Tally tally,
      String sha256,
      long lengthBytes) {
    Map<String, Long> bySymbol = new LinkedHashMap<>();
    for (int i = 0; i < symbols.size(); i++) {
      bySymbol.put(symbols.name(i), i < perSymbol.length ? perSymbol[i] : 0L);
    }
    return new TapeSummary(
        name,
        format,
        isGenerated,
        records,
        symbols.names(),
        Collections.unmodifiableMap(bySymbol),
        names(symbols, withVolume),
        names(symbols, withBook),
        tally.nonZero(),
        firstTimeNs,
        lastTimeNs,
        sha256,
        lengthBytes);
  }

  private static Set<String> names(SymbolTable symbols, BitSet chosen) {
    return chosen.stream().mapToObj(symbols::name).collect(Collectors.toUnmodifiableSet());
  }
}
