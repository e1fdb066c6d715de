package io.ripcord.venue.tape;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * A seeded market: what {@code demo} trades against when there is no recording. Several symbols,
 * each a random walk on its price increment with quotes and trades at the rates of a recorded
 * BTCUSDT perpetual, busy and quiet spells, and jumps on purpose. Its summary says that it is
 * generated. Integer arithmetic and its own random numbers: the same records on every JVM.
 */
public final class GeneratedTape implements Tape {
  /** Mean rate of quotes of a symbol at rate 1000, as on the recorded tape. */
  public static final int QUOTES_PER_SECOND = 192;

  /** Mean rate of trades of a symbol at rate 1000, as on the recorded tape. */
  public static final int TRADES_PER_SECOND = 62;

  static final int EVENTS_PER_SECOND = QUOTES_PER_SECOND + TRADES_PER_SECOND;

  /** Venue time is this much before ingress time. */
  private static final long TRANSIT_NS = 2_000_000;

  private static final int HASHED_BYTES = 7 * Long.BYTES;

  private final GeneratorParameters parameters;

  /** A market from parameters, which are its whole state. */
  public GeneratedTape(GeneratorParameters parameters) {
    this.parameters = parameters;
  }

  @Override
  public String name() {
    return "generated-" + Long.toUnsignedString(parameters.seed());
  }

  /** The symbols, in the order of their indices; needs no scan. */
  public List<String> symbols() {
    return parameters.symbols().stream().map(GeneratorParameters.Symbol::name).toList();
  }

  @Override
  public TapeSummary scan() {
    Cursor cursor = new Cursor(parameters);
    cursor.digest = StoredFile.sha256();
    RecordCount count = RecordCount.of(cursor);
    cursor.tally.add(TapeCounter.GAP_EVENTS, cursor.gapsDone());
    return count.summary(
        name(),
        "generated market, seed " + Long.toUnsignedString(parameters.seed()),
        true,
        cursor.symbols,
        cursor.tally,
        HexFormat.of().formatHex(cursor.digest.digest()),
        cursor.recordNumber() * HASHED_BYTES);
  }

  @Override
  public TapeBytes hash() {
    return scan().bytes();
  }

  @Override
  public TapeCursor open() {
    return new Cursor(parameters);
  }

  private static final class Cursor extends RecordCursor {
    private final ByteBuffer hashed = ByteBuffer.allocate(HASHED_BYTES);
    private final SymbolWalk[] walks;
    private final long endNs;
    private MessageDigest digest;

    Cursor(GeneratorParameters parameters) {
      endNs = parameters.startTimeNs() + parameters.durationNs();
      walks = walks(parameters);
      for (GeneratorParameters.Symbol symbol : parameters.symbols()) {
        intern(symbol.name());
      }
    }

    private void intern(String name) {
      try {
        symbols.intern(name);
      } catch (MalformedLine e) {
        throw new TapeException("generated market: " + e.getMessage(), e);
      }
    }

    /** Gaps are drawn first, one in each equal share of the duration; then each symbol's seed. */
    private static SymbolWalk[] walks(GeneratorParameters parameters) {
      SplitMix64 random = new SplitMix64(parameters.seed());
      int count = parameters.symbols().size();
      long[][] gapTimes = new long[count][0];
      long shareNs = parameters.durationNs() / Math.max(1, parameters.gapEvents());
      for (int i = 0; i < parameters.gapEvents(); i++) {
        int symbol = random.below(count);
        long offsetNs = shareNs / 1000 * random.below(1000);
        int index = gapTimes[symbol].length;
        gapTimes[symbol] = Arrays.copyOf(gapTimes[symbol], index + 1);
        gapTimes[symbol][index] = parameters.startTimeNs() + i * shareNs + offsetNs;
      }
      SymbolWalk[] walks = new SymbolWalk[count];
      for (int i = 0; i < count; i++) {
        walks[i] =
            new SymbolWalk(
                parameters.symbols().get(i),
                new SplitMix64(random.next()),
                parameters.startTimeNs(),
                gapTimes[i],
                parameters.gapBasisPoints() * 100);
      }
      return walks;
    }

    private int gapsDone() {
      return Arrays.stream(walks).mapToInt(SymbolWalk::gapsDone).sum();
    }

    @Override
    public boolean next() {
      int earliest = 0;
      for (int i = 1; i < walks.length; i++) {
        if (walks[i].nextTimeNs() < walks[earliest].nextTimeNs()) {
          earliest = i;
        }
      }
      if (walks[earliest].nextTimeNs() >= endNs) {
        return false;
      }
      walks[earliest].emit(record);
      record.symbolIndex = earliest;
      record.venueTimeNs = Math.max(0, record.ingressTimeNs - TRANSIT_NS);
      countRecord();
      if (digest != null) {
        hash();
      }
      return true;
    }

    private void hash() {
      hashed
          .clear()
          .putLong(record.ingressTimeNs)
          .putLong(record.venueTimeNs)
          .putLong(record.symbolIndex)
          .putLong(record.lastE8)
          .putLong(record.lastQuantityE8)
          .putLong(record.bidE8)
          .putLong(record.askE8);
      digest.update(hashed.array());
    }

    @Override
    public void close() {
      // Nothing is held.
    }
  }
}
