package io.ripcord.venue.tape;

import java.nio.file.Path;

/** A tape in a file, whose format is known. */
final class FileTape implements Tape {
  private final Path file;
  private final FormatDetector.Detected detected;
  private TapeBytes known;

  FileTape(Path file, FormatDetector.Detected detected) {
    this.file = file;
    this.detected = detected;
  }

  @Override
  public String name() {
    return String.valueOf(file.getFileName());
  }

  @Override
  public TapeSummary scan() {
    try (LineSource lines = new LineSource(file, Long.MAX_VALUE);
        FileCursor cursor = new FileCursor(lines, detected, null)) {
      RecordCount count = RecordCount.of(cursor);
      TapeSummary scanned =
          count.summary(
              name(),
              detected.format().label(),
              false,
              cursor.symbols,
              cursor.tally,
              lines.digestHex(),
              lines.lengthBytes());
      known = scanned.bytes();
      return scanned;
    }
  }

  @Override
  public TapeBytes hash() {
    known = StoredFile.hash(file);
    return known;
  }

  @Override
  public TapeCursor open() {
    long lengthLimit = known == null ? Long.MAX_VALUE : known.length();
    return new FileCursor(new LineSource(file, lengthLimit), detected, known);
  }
}
