package io.ripcord.venue.tape;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The cells of one CSV line as slices of it, without blanks around them. Quotes have no meaning: no
 * column read here needs them.
 */
final class CsvRow {
  static final int MAX_COLUMNS = 64;

  private final int[] begins = new int[MAX_COLUMNS];
  private final int[] ends = new int[MAX_COLUMNS];
  private byte[] line;
  private int count;

  /** Splits the line, which must have {@code expectedCount} cells if that is not negative. */
  CsvRow split(byte[] bytes, int begin, int end, int expectedCount) throws MalformedLine {
    line = bytes;
    count = 0;
    int cellBegin = begin;
    for (int i = begin; i <= end; i++) {
      if (i == end || bytes[i] == ',') {
        if (count < MAX_COLUMNS) {
          setCell(count, cellBegin, i);
        }
        count++;
        cellBegin = i + 1;
      }
    }
    if ((expectedCount >= 0 && count != expectedCount) || count > MAX_COLUMNS) {
      throw new MalformedLine(
          "row has "
              + count
              + (count == 1 ? " column" : " columns")
              + ": expected "
              + (expectedCount >= 0 ? expectedCount : "at most " + MAX_COLUMNS));
    }
    return this;
  }

  private void setCell(int index, int begin, int end) {
    int first = begin;
    int last = end;
    while (first < last && isBlank(line[first])) {
      first++;
    }
    while (last > first && isBlank(line[last - 1])) {
      last--;
    }
    begins[index] = first;
    ends[index] = last;
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t';
  }

  int count() {
    return count;
  }

  byte[] line() {
    return line;
  }

  int begin(int column) {
    return begins[column];
  }

  int end(int column) {
    return ends[column];
  }

  boolean isEmpty(int column) {
    return begins[column] == ends[column];
  }

  /** All cells as text; for headers. */
  List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      texts.add(new String(line, begins[i], ends[i] - begins[i], StandardCharsets.UTF_8));
    }
    return texts;
  }
}
