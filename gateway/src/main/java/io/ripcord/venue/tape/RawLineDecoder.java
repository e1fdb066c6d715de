package io.ripcord.venue.tape;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;

/**
 * Recorded WebSocket lines of Binance, {@code <epoch ns> <json>} or cryptofeed's {@code <unix
 * seconds.fraction>: <json>}, with or without the combined-stream envelope. Trades, aggregate
 * trades and best quotes make records; every other message is skipped and counted.
 */
final class RawLineDecoder implements LineDecoder {
  private static final long NS_PER_SECOND = 1_000_000_000L;
  private static final long MAX_SECONDS = Long.MAX_VALUE / NS_PER_SECOND - 1;

  /**
   * A document is a line, which the line reader bounds. So is a string: the parser's own check of a
   * smaller bound depends on the size of a recycled buffer, and a tape must not parse today and
   * fail tomorrow; {@link RawEvent} bounds what it keeps.
   */
  private static final JsonFactory JSON =
      new JsonFactoryBuilder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(32)
                  .maxStringLength(LineReader.MAX_LINE_BYTES)
                  .maxNumberLength(64)
                  .maxNameLength(256)
                  .build())
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  private final boolean isCryptofeed;
  private final SymbolTable symbols;
  private final Tally tally;
  private final FieldParser fields = new FieldParser();
  private final RawEvent event = new RawEvent();
  private int jsonBegin;

  RawLineDecoder(boolean isCryptofeed, SymbolTable symbols, Tally tally) {
    this.isCryptofeed = isCryptofeed;
    this.symbols = symbols;
    this.tally = tally;
  }

  @Override
  public boolean decode(byte[] line, int begin, int end, TapeRecord record) throws MalformedLine {
    if (isCryptofeed && isConnectionLine(line, begin, end)) {
      tally.add(TapeCounter.CONNECTION_LINES);
      return false;
    }
    record.ingressTimeNs =
        isCryptofeed ? cryptofeedTimeNs(line, begin, end) : receiveTimeNs(line, begin, end);
    return readJson(line, end, begin) && interpret(record);
  }

  /** {@code wss://host <-> time} and {@code wss://host <- time: {...}}. */
  private static boolean isConnectionLine(byte[] line, int begin, int end) {
    int colon = indexOf(line, begin, end, ':');
    int length = colon - begin;
    return (length == 2 || (length == 3 && line[begin + 2] == 's'))
        && line[begin] == 'w'
        && line[begin + 1] == 's';
  }

  private long receiveTimeNs(byte[] line, int begin, int end) throws MalformedLine {
    int timeEnd = indexOf(line, begin, end, ' ');
    long timeNs = FieldParser.wholeNumber(line, begin, timeEnd);
    if (timeNs < 0 || timeEnd == end) {
      throw MalformedLine.field(
          "receive time",
          line,
          begin,
          timeEnd,
          "expected nanoseconds since 1970, a space, then JSON");
    }
    jsonBegin = timeEnd + 1;
    return timeNs;
  }

  private long cryptofeedTimeNs(byte[] line, int begin, int end) throws MalformedLine {
    int timeEnd = indexOf(line, begin, end, ':');
    int point = indexOf(line, begin, timeEnd, '.');
    long seconds = FieldParser.wholeNumber(line, begin, point);
    long fractionNs = point == timeEnd ? 0 : IsoTime.fractionNs(line, point + 1, timeEnd);
    if (seconds < 0 || seconds > MAX_SECONDS || fractionNs < 0 || timeEnd == end) {
      throw MalformedLine.field(
          "receive time",
          line,
          begin,
          timeEnd,
          "expected seconds since 1970 with up to 9 decimals, a colon, then JSON");
    }
    jsonBegin = timeEnd + 1;
    return seconds * NS_PER_SECOND + fractionNs;
  }

  private static int indexOf(byte[] line, int begin, int end, char wanted) {
    int at = begin;
    while (at < end && line[at] != wanted) {
      at++;
    }
    return at;
  }

  /** Collects the fields of the event; false for JSON that is not an object. */
  private boolean readJson(byte[] line, int end, int lineBegin) throws MalformedLine {
    try (JsonParser json = JSON.createParser(line, jsonBegin, end - jsonBegin)) {
      JsonToken first = json.nextToken();
      if (first == JsonToken.START_OBJECT) {
        event.read(json);
      } else if (first == JsonToken.START_ARRAY) {
        json.skipChildren();
      } else {
        throw new MalformedLine("no JSON object after the receive time: expected {...}");
      }
      if (json.nextToken() != null) {
        throw new MalformedLine("more text after the JSON object: expected the end of the line");
      }
      if (first == JsonToken.START_ARRAY) {
        tally.add(TapeCounter.UNKNOWN_EVENTS);
      }
      return first == JsonToken.START_OBJECT;
    } catch (JsonProcessingException e) {
      throw new MalformedLine(describe(e, jsonBegin - lineBegin));
    } catch (IOException e) {
      throw new MalformedLine("not readable as JSON: " + e.getMessage());
    }
  }

  /** With the column in the tape's line, if the parser says where it stood. */
  private static String describe(JsonProcessingException problem, int columnsBefore) {
    JsonLocation location = problem.getLocation();
    String where = location == null ? "" : " at column " + (columnsBefore + location.getColumnNr());
    return "not readable as JSON" + where + ": " + problem.getOriginalMessage();
  }

  private boolean interpret(TapeRecord record) throws MalformedLine {
    if (event.is(RawEvent.TYPE, "bookTicker") || isQuoteWithoutType()) {
      return quote(record);
    } else if (event.is(RawEvent.TYPE, "trade")) {
      return trade(record, TapeRecord.TRADE);
    } else if (event.is(RawEvent.TYPE, "aggTrade")) {
      return trade(record, TapeRecord.AGGREGATE_TRADE);
    } else if (event.is(RawEvent.TYPE, "depthUpdate")) {
      tally.add(TapeCounter.DEPTH_IGNORED);
    } else if (event.is(RawEvent.TYPE, "markPriceUpdate")) {
      tally.add(TapeCounter.MARK_PRICE_IGNORED);
    } else {
      tally.add(TapeCounter.UNKNOWN_EVENTS);
    }
    return false;
  }

  /** The spot venue sends best quotes without an event type. */
  private boolean isQuoteWithoutType() {
    return !event.has(RawEvent.TYPE)
        && event.hasString(RawEvent.SYMBOL)
        && event.hasString(RawEvent.BID)
        && event.hasString(RawEvent.ASK)
        && event.hasString(RawEvent.BID_QUANTITY)
        && event.hasString(RawEvent.ASK_QUANTITY);
  }

  private boolean trade(TapeRecord record, int eventType) throws MalformedLine {
    record.trade(decimal(RawEvent.PRICE), decimal(RawEvent.QUANTITY));
    complete(record, eventType);
    return true;
  }

  private boolean quote(TapeRecord record) throws MalformedLine {
    record.quote(decimal(RawEvent.BID), decimal(RawEvent.ASK));
    checkQuantity(RawEvent.BID_QUANTITY);
    checkQuantity(RawEvent.ASK_QUANTITY);
    complete(record, TapeRecord.QUOTE);
    return true;
  }

  /** The quantities of a quote are in no record, but a tape with a bad one is a bad tape. */
  private void checkQuantity(int field) throws MalformedLine {
    if (event.has(field)) {
      decimal(field);
    }
  }

  private void complete(TapeRecord record, int eventType) throws MalformedLine {
    record.eventType = eventType;
    record.venueTimeNs = venueTimeNs();
    if (!event.hasString(RawEvent.SYMBOL)) {
      throw wrongKind(RawEvent.SYMBOL, "expected a string of at most 64 ASCII characters");
    }
    record.symbolIndex =
        symbols.intern(event.text(), event.begin(RawEvent.SYMBOL), event.end(RawEvent.SYMBOL));
    tally.add(TapeCounter.UNKNOWN_FIELDS, event.unknownFields());
  }

  /** When the venue sent it, else when it happened there. */
  private long venueTimeNs() throws MalformedLine {
    int field = event.has(RawEvent.EVENT_TIME) ? RawEvent.EVENT_TIME : RawEvent.TRANSACTION_TIME;
    if (!event.has(field)) {
      return Tape.NO_TIME;
    }
    if (!event.hasNumber(field)) {
      throw wrongKind(field, "expected a whole number, milliseconds or microseconds since 1970");
    }
    return FieldParser.binanceTimeNs(
        event.name(field), event.text(), event.begin(field), event.end(field));
  }

  private long decimal(int field) throws MalformedLine {
    if (!event.hasString(field)) {
      throw wrongKind(field, "expected a decimal number as a string");
    }
    return fields.decimalE8(event.name(field), event.text(), event.begin(field), event.end(field));
  }

  private MalformedLine wrongKind(int field, String expectation) {
    String problem = event.has(field) ? " has another kind of value: " : " is missing: ";
    return new MalformedLine("field \"" + event.name(field) + "\"" + problem + expectation);
  }
}
