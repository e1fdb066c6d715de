package io.ripcord.venue.tape;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ripcord.money.E8;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assumptions;

/** Small tapes on disk, and what was read from them as values. */
final class TapeFiles {
  /** One record; prices as text, null when absent. */
  record Row(
      int tape,
      long number,
      long ingressNs,
      long venueNs,
      int symbolIndex,
      String symbol,
      String last,
      String quantity,
      String bid,
      String ask) {}

  private TapeFiles() {}

  static Path write(Path directory, String name, String content) {
    return write(directory, name, content.getBytes(StandardCharsets.UTF_8));
  }

  static Path write(Path directory, String name, byte[] content) {
    try {
      return Files.write(directory.resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] gzip(String content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Scans and reads; a record that only one of the two sees fails here. */
  static List<Row> rows(Path file) {
    Tape tape = Tapes.open(file);
    List<Row> before = rows(tape);
    TapeSummary summary = tape.scan();
    List<Row> after = rows(tape);
    if (!before.equals(after) || summary.records() != after.size()) {
      throw new AssertionError("scan and cursor differ: " + summary);
    }
    return after;
  }

  static List<Row> rows(Tape tape) {
    try (TapeCursor cursor = tape.open()) {
      return rows(cursor);
    }
  }

  static List<Row> rows(TapeCursor cursor) {
    List<Row> rows = new ArrayList<>();
    while (cursor.next()) {
      rows.add(
          new Row(
              cursor.tapeIndex(),
              cursor.recordNumber(),
              cursor.ingressTimeNs(),
              cursor.venueTimeNs(),
              cursor.symbolIndex(),
              cursor.symbol(),
              text(cursor.lastE8()),
              text(cursor.lastQuantityE8()),
              text(cursor.bidE8()),
              text(cursor.askE8())));
    }
    return rows;
  }

  private static String text(long valueE8) {
    return valueE8 == E8.NULL ? null : E8.format(valueE8);
  }

  static TapeSummary scan(Path file) {
    return Tapes.open(file).scan();
  }

  /** What opening and scanning fails with, without the folder; reading must fail alike. */
  static String failure(Path file) {
    TapeException scanned = catchThrowableOfType(TapeException.class, () -> scan(file));
    TapeException read = catchThrowableOfType(TapeException.class, () -> rows(Tapes.open(file)));
    if (scanned == null || read == null) {
      throw new AssertionError("expected both to fail: scan " + scanned + ", read " + read);
    }
    if (!scanned.getMessage().equals(read.getMessage())) {
      throw new AssertionError("scan " + scanned.getMessage() + ", read " + read.getMessage());
    }
    return scanned.getMessage().replace(file.getParent() + "/", "");
  }

  /** A recorded tape; the test is skipped, and says so, where the folder is absent. */
  static Path recorded(String name) {
    String folder = System.getProperty("ripcord.tapes", "");
    Path file = Path.of(folder, name);
    if (folder.isEmpty() || !Files.exists(file)) {
      System.out.println("SKIPPED-TAPE " + name);
      Assumptions.abort("no recorded tape " + name);
    }
    return file;
  }
}
