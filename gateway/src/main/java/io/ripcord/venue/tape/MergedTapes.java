package io.ripcord.venue.tape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Several tapes as one stream, ordered by ingress time; at equal time by the order of the tapes,
 * then by file order. Symbols have one table for all tapes: the same name is the same symbol. After
 * {@link #scan()} the table is complete, tape by tape in order of first appearance.
 */
public final class MergedTapes {
  private final List<Tape> tapes;
  private final SymbolTable symbols = new SymbolTable();

  /** Merges at least one tape. */
  public MergedTapes(List<Tape> tapes) {
    if (tapes.isEmpty()) {
      throw new IllegalArgumentException("no tapes: expected at least one");
    }
    this.tapes = List.copyOf(tapes);
  }

  /**
   * Scans every tape and returns the summaries in their order.
   *
   * @throws TapeException at the first error of the first tape that has one
   */
  public List<TapeSummary> scan() {
    List<TapeSummary> summaries = new ArrayList<>();
    for (Tape tape : tapes) {
      TapeSummary summary = tape.scan();
      summaries.add(summary);
      summary.symbols().forEach(this::intern);
    }
    return summaries;
  }

  /**
   * Hashes every tape, in their order, in the place of a scan that was made at an earlier time.
   *
   * @throws TapeException when a tape cannot be read
   */
  public List<TapeBytes> hash() {
    return tapes.stream().map(Tape::hash).toList();
  }

  /** Takes over the symbols that an earlier scan of the same bytes has found, in their order. */
  public void know(List<String> scanned) {
    scanned.forEach(this::intern);
  }

  /** The symbols seen so far; all of them after a scan. The index is that of the cursors. */
  public List<String> symbols() {
    return symbols.names();
  }

  /** A new cursor over all tapes; the caller closes it. */
  public TapeCursor open() {
    List<TapeCursor> cursors = new ArrayList<>();
    try {
      for (Tape tape : tapes) {
        cursors.add(tape.open());
      }
      return new Cursor(cursors);
    } catch (TapeException e) {
      closeAll(cursors);
      throw e;
    }
  }

  private int intern(String symbol) {
    try {
      return symbols.intern(symbol);
    } catch (MalformedLine e) {
      throw new TapeException("merged tapes: " + e.getMessage(), e);
    }
  }

  private static void closeAll(List<TapeCursor> cursors) {
    TapeException first = null;
    for (TapeCursor cursor : cursors) {
      try {
        cursor.close();
      } catch (TapeException e) {
        first = first == null ? e : first;
      }
    }
    if (first != null) {
      throw first;
    }
  }

  /** Tapes are few: the earliest is found by looking at each of them. */
  private final class Cursor implements TapeCursor {
    private final TapeCursor[] cursors;
    private final boolean[] isLive;

    /** By tape: its symbol index to the common one, or -1. */
    private final int[][] commonSymbols;

    private int current = -1;
    private TapeCursor record;

    Cursor(List<TapeCursor> opened) {
      cursors = opened.toArray(TapeCursor[]::new);
      isLive = new boolean[cursors.length];
      commonSymbols = new int[cursors.length][0];
    }

    @Override
    public boolean next() {
      if (current >= 0) {
        isLive[current] = isLive[current] && cursors[current].next();
      } else {
        for (int i = 0; i < cursors.length; i++) {
          isLive[i] = cursors[i].next();
        }
      }
      int earliest = earliest();
      if (earliest < 0) {
        return false;
      }
      current = earliest;
      record = cursors[earliest];
      return true;
    }

    private int earliest() {
      int earliest = -1;
      for (int i = 0; i < cursors.length; i++) {
        if (isLive[i]
            && (earliest < 0 || cursors[i].ingressTimeNs() < cursors[earliest].ingressTimeNs())) {
          earliest = i;
        }
      }
      return earliest;
    }

    @Override
    public int symbolIndex() {
      int own = record.symbolIndex();
      int[] common = commonSymbols[current];
      if (own >= common.length) {
        common = Arrays.copyOf(common, Math.max(own + 1, common.length * 2));
        Arrays.fill(common, commonSymbols[current].length, common.length, -1);
        commonSymbols[current] = common;
      }
      if (common[own] < 0) {
        common[own] = intern(record.symbol());
      }
      return common[own];
    }

    @Override
    public String symbol() {
      return record.symbol();
    }

    @Override
    public int tapeIndex() {
      return current;
    }

    @Override
    public long recordNumber() {
      return record.recordNumber();
    }

    @Override
    public long ingressTimeNs() {
      return record.ingressTimeNs();
    }

    @Override
    public long venueTimeNs() {
      return record.venueTimeNs();
    }

    @Override
    public long lastE8() {
      return record.lastE8();
    }

    @Override
    public long lastQuantityE8() {
      return record.lastQuantityE8();
    }

    @Override
    public long bidE8() {
      return record.bidE8();
    }

    @Override
    public long askE8() {
      return record.askE8();
    }

    @Override
    public void close() {
      closeAll(Arrays.asList(cursors));
    }
  }
}
