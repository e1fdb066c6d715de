package io.ripcord.indicator;

import io.ripcord.market.BarSeries;
import io.ripcord.money.E8;
import io.ripcord.state.StateIn;
import io.ripcord.state.StateOut;
import java.util.Arrays;

/**
 * All bars and indicators, by dense ids. Indicators of one instrument and bar length share one
 * series of bars; equal ones are one. What was required stays for good.
 *
 * <p>Engine thread only. Allocates when an instrument is added or an indicator required, never on a
 * trade. A trade closes at most one bar of each length. At most {@link #MAX_INDICATORS}.
 */
public final class Indicators {
  /** Most indicators of an engine. */
  public static final int MAX_INDICATORS = 16_384;

  private static final int FIRST_CAPACITY = 16;

  /** Null where nobody asked for an indicator: such an instrument costs one load and compare. */
  private SeriesIndicators[][] byInstrument = new SeriesIndicators[FIRST_CAPACITY][];

  private long[] anchorNs = new long[FIRST_CAPACITY];
  private int instruments;

  private Indicator[] indicators = new Indicator[FIRST_CAPACITY];
  private IndicatorSpec[] specs = new IndicatorSpec[FIRST_CAPACITY];
  private SeriesIndicators[] seriesOf = new SeriesIndicators[FIRST_CAPACITY];
  private int[] instrumentOf = new int[FIRST_CAPACITY];
  private int count;

  /** Makes room for the next instrument. */
  public void addInstrument() {
    if (instruments == anchorNs.length) {
      byInstrument = Arrays.copyOf(byInstrument, instruments * 2);
      anchorNs = Arrays.copyOf(anchorNs, instruments * 2);
    }
    instruments++;
  }

  /**
   * Makes sure that there is such an indicator; a new one sees the bars that close from now on.
   *
   * @return its id; ids count from 0
   * @throws IllegalArgumentException for an unknown instrument, and when there are too many
   */
  public int require(int instrumentId, IndicatorSpec spec) {
    if (instrumentId < 0 || instrumentId >= instruments) {
      throw new IllegalArgumentException(
          "instrumentId=" + instrumentId + ", expected 0 to below " + instruments);
    }
    SeriesIndicators series = find(instrumentId, spec.barNs());
    int known = series == null ? -1 : series.find(spec);
    if (known >= 0) {
      return known;
    }
    if (count == MAX_INDICATORS) {
      throw new IllegalArgumentException("more than " + MAX_INDICATORS + " indicators");
    }
    return add(instrumentId, series == null ? addSeries(instrumentId, spec.barNs()) : series, spec);
  }

  /** Whether there is such an indicator. */
  public boolean contains(int instrumentId, IndicatorSpec spec) {
    SeriesIndicators series = find(instrumentId, spec.barNs());
    return series != null && series.find(spec) >= 0;
  }

  private SeriesIndicators find(int instrumentId, long barNs) {
    SeriesIndicators[] all = byInstrument[instrumentId];
    if (all != null) {
      for (SeriesIndicators series : all) {
        if (series.series.periodNs() == barNs) {
          return series;
        }
      }
    }
    return null;
  }

  private SeriesIndicators addSeries(int instrumentId, long barNs) {
    SeriesIndicators[] all = byInstrument[instrumentId];
    int before = all == null ? 0 : all.length;
    SeriesIndicators[] more =
        all == null ? new SeriesIndicators[1] : Arrays.copyOf(all, before + 1);
    more[before] = new SeriesIndicators(new BarSeries(barNs, anchorNs[instrumentId]));
    byInstrument[instrumentId] = more;
    return more[before];
  }

  private int add(int instrumentId, SeriesIndicators series, IndicatorSpec spec) {
    int id = count;
    if (id == indicators.length) {
      indicators = Arrays.copyOf(indicators, id * 2);
      specs = Arrays.copyOf(specs, id * 2);
      seriesOf = Arrays.copyOf(seriesOf, id * 2);
      instrumentOf = Arrays.copyOf(instrumentOf, id * 2);
    }
    indicators[id] = spec.kind().create(spec);
    specs[id] = spec;
    seriesOf[id] = series;
    instrumentOf[id] = instrumentId;
    series.add(spec, indicators[id], id);
    count++;
    return id;
  }

  /**
   * Takes a trade; a price that is none changes nothing, a missing quantity counts as zero.
   *
   * @return whether a bar of the instrument closed; its indicators have taken it then
   */
  public boolean onTrade(int instrumentId, long timeNs, long priceE8, long quantityE8) {
    SeriesIndicators[] all = byInstrument[instrumentId];
    if (all == null) {
      return false;
    }
    return isPrice(priceE8) && pass(all, timeNs, priceE8, quantityE8);
  }

  private static boolean pass(SeriesIndicators[] all, long timeNs, long priceE8, long quantityE8) {
    boolean closed = false;
    for (SeriesIndicators series : all) {
      closed |= series.onTrade(timeNs, priceE8, quantityE8);
    }
    return closed;
  }

  /**
   * As {@link #onTrade} for the trades that a feed made one of: they join the bars as their first
   * extreme, their second extreme and the last of them, at one time and without a quantity.
   */
  public boolean onConflatedTrade(
      int instrumentId, long timeNs, long highE8, long lowE8, long lastE8, boolean highFirst) {
    SeriesIndicators[] all = byInstrument[instrumentId];
    if (all == null || !isPrice(highE8) || !isPrice(lowE8) || !isPrice(lastE8)) {
      return false;
    }
    long firstE8 = highFirst ? highE8 : lowE8;
    long secondE8 = highFirst ? lowE8 : highE8;
    boolean closed = false;
    for (SeriesIndicators series : all) {
      closed |= series.onConflatedTrade(timeNs, firstE8, secondE8, lastE8);
    }
    return closed;
  }

  private static boolean isPrice(long priceE8) {
    return priceE8 > 0 && priceE8 <= E8.MAX_VALUE;
  }

  /** Counts the intervals of the instrument from here on. */
  public void onSessionStart(int instrumentId, long timeNs) {
    anchorNs[instrumentId] = timeNs;
    SeriesIndicators[] all = byInstrument[instrumentId];
    if (all != null) {
      for (SeriesIndicators series : all) {
        series.series.onSessionStart(timeNs);
      }
    }
  }

  /** Closes the open bars of the instrument; returns as {@link #onTrade} does. */
  public boolean onSessionEnd(int instrumentId) {
    boolean closed = false;
    SeriesIndicators[] all = byInstrument[instrumentId];
    if (all != null) {
      for (SeriesIndicators series : all) {
        closed |= series.onSessionEnd();
      }
    }
    return closed;
  }

  /** How many there are. */
  public int count() {
    return count;
  }

  /** Whether it has a value. */
  public boolean isWarm(int id) {
    return indicators[id].isWarm();
  }

  /** Value after the last closed bar, in the unit of its kind; {@link E8#NULL} while not warm. */
  public long value(int id) {
    return indicators[id].value();
  }

  /** Value after the bar before; {@link E8#NULL} when it was not warm then. */
  public long previous(int id) {
    return indicators[id].previous();
  }

  /** Direction of a SuperTrend, which it must be. */
  public boolean isUp(int id) {
    return ((SuperTrend) indicators[id]).isUp();
  }

  /** How many bars it was given. */
  public long barsSeen(int id) {
    return indicators[id].barsSeen();
  }

  /** Whether the last trade, or end of a session, of its instrument closed a bar of its length. */
  public boolean closedNow(int id) {
    return seriesOf[id].series.closedNow();
  }

  /** Writes all of them. */
  public void write(StateOut out) {
    for (int id = 0; id < instruments; id++) {
      out.put(anchorNs[id]);
    }
    out.put(count);
    for (int id = 0; id < count; id++) {
      out.put(instrumentOf[id]);
      out.put(specs[id].kind().code());
      out.put(specs[id].barNs());
      out.put(specs[id].period());
      out.put(specs[id].multiplierE6());
    }
    for (int id = 0; id < instruments; id++) {
      if (byInstrument[id] != null) {
        for (SeriesIndicators series : byInstrument[id]) {
          series.series.write(out);
        }
      }
    }
    for (int id = 0; id < count; id++) {
      indicators[id].write(out);
    }
  }

  /**
   * Takes on, without indicators yet, what was written for as many instruments as were added; ids
   * are the same.
   */
  public void read(StateIn in) {
    for (int id = 0; id < instruments; id++) {
      anchorNs[id] = in.next();
    }
    int written = in.nextCount(MAX_INDICATORS);
    for (int id = 0; id < written; id++) {
      int instrumentId = in.nextInt();
      IndicatorKind kind = IndicatorKind.of(in.nextInt());
      require(instrumentId, new IndicatorSpec(kind, in.next(), in.nextInt(), in.next()));
    }
    for (int id = 0; id < instruments; id++) {
      if (byInstrument[id] != null) {
        for (SeriesIndicators series : byInstrument[id]) {
          series.series.read(in);
        }
      }
    }
    for (int id = 0; id < count; id++) {
      indicators[id].read(in);
    }
  }
}
