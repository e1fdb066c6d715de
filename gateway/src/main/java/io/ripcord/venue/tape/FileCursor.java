package io.ripcord.venue.tape;

import java.util.Arrays;

/**
 * One pass over a tape file: line by line through the decoder, with the rules that hold for every
 * format. Ingress time that steps back is set to the previous one; venue time may step back; both
 * are counted, venue time per stream (symbol and event type). A last line without newline that does
 * not parse ends the tape.
 */
final class FileCursor extends RecordCursor {
  private final LineSource lines;
  private final LineDecoder decoder;
  private final TapeBytes expected;
  private boolean isHeaderDue;
  private boolean isAtEnd;
  private long previousIngressNs = Long.MIN_VALUE;
  private long[] previousVenueNs = new long[0];

  /**
   * Starts a pass.
   *
   * @param expected bytes that this pass must find again, or null
   */
  FileCursor(LineSource lines, FormatDetector.Detected detected, TapeBytes expected) {
    this.lines = lines;
    this.decoder = detected.decoders().create(symbols, tally);
    this.isHeaderDue = detected.hasHeader();
    this.expected = expected;
  }

  @Override
  public boolean next() {
    while (!isAtEnd && lines.next()) {
      tally.add(TapeCounter.LINES);
      if (lines.begin() == lines.end()) {
        tally.add(TapeCounter.BLANK_LINES);
      } else if (isHeaderDue) {
        isHeaderDue = false;
      } else if (decode()) {
        accept();
        return true;
      }
    }
    if (!isAtEnd) {
      isAtEnd = true;
      checkUnchanged();
    }
    return false;
  }

  private void checkUnchanged() {
    if (expected != null && !expected.sha256().equals(lines.digestHex())) {
      throw lines.failure("has changed since it was scanned: expected sha256 " + expected.sha256());
    }
  }

  private boolean decode() {
    try {
      return decoder.decode(lines.array(), lines.begin(), lines.end(), record);
    } catch (MalformedLine e) {
      if (lines.isTerminated()) {
        throw lines.failure(e);
      }
      tally.add(TapeCounter.INCOMPLETE_LAST_LINE);
      return false;
    }
  }

  private void accept() {
    if (record.ingressTimeNs < previousIngressNs) {
      record.ingressTimeNs = previousIngressNs;
      tally.add(TapeCounter.CLAMPED_TIMES);
    }
    previousIngressNs = record.ingressTimeNs;
    if (record.venueTimeNs != Tape.NO_TIME) {
      trackVenueTime();
    }
    countRecord();
  }

  private void trackVenueTime() {
    int stream = record.symbolIndex * TapeRecord.EVENT_TYPES + record.eventType;
    if (stream >= previousVenueNs.length) {
      int length = previousVenueNs.length;
      previousVenueNs = Arrays.copyOf(previousVenueNs, Math.max(stream + 1, length * 2));
      Arrays.fill(previousVenueNs, length, previousVenueNs.length, Tape.NO_TIME);
    }
    if (record.venueTimeNs < previousVenueNs[stream]) {
      tally.add(TapeCounter.BACKWARD_VENUE_TIMES);
    }
    previousVenueNs[stream] = record.venueTimeNs;
  }

  @Override
  public void close() {
    lines.close();
  }
}
