package io.ripcord.venue.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergedTapesTest {
  private static final String HEADER = "time,symbol,last\n";

  @TempDir private Path directory;

  private Tape tape(String name, String rows) {
    return Tapes.open(TapeFiles.write(directory, name, HEADER + rows));
  }

  @Test
  void shouldOrderByTimeThenTapeThenFile() {
    Tape first = tape("a.csv", "1,A,1\n5,A,2\n5,B,3\n9,A,4\n");
    Tape second = tape("b.csv", "1,B,5\n1,C,6\n5,B,7\n");
    Tape third = tape("c.csv", "0,C,8\n5,A,9\n12,A,10\n");
    MergedTapes merged = new MergedTapes(List.of(first, second, third));

    assertThat(merged.scan()).extracting(TapeSummary::records).containsExactly(4L, 3L, 3L);
    assertThat(merged.symbols()).containsExactly("A", "B", "C");
    try (TapeCursor cursor = merged.open()) {
      assertThat(TapeFiles.rows(cursor))
          .extracting(
              TapeFiles.Row::ingressNs,
              TapeFiles.Row::last,
              TapeFiles.Row::tape,
              TapeFiles.Row::number,
              TapeFiles.Row::symbol,
              TapeFiles.Row::symbolIndex)
          .containsExactly(
              tuple(0L, "8", 2, 1L, "C", 2),
              tuple(1L, "1", 0, 1L, "A", 0),
              tuple(1L, "5", 1, 1L, "B", 1),
              tuple(1L, "6", 1, 2L, "C", 2),
              tuple(5L, "2", 0, 2L, "A", 0),
              tuple(5L, "3", 0, 3L, "B", 1),
              tuple(5L, "7", 1, 3L, "B", 1),
              tuple(5L, "9", 2, 2L, "A", 0),
              tuple(9L, "4", 0, 4L, "A", 0),
              tuple(12L, "10", 2, 3L, "A", 0));
      assertThat(cursor.next()).isFalse();
      assertThat(cursor.next()).isFalse();
    }
  }

  @Test
  void shouldMergeRandomTapesAsAStableSortWould() {
    SplitMix64 random = new SplitMix64(20240808);
    for (int round = 0; round < 50; round++) {
      List<Tape> tapes = new ArrayList<>();
      List<TapeFiles.Row> all = new ArrayList<>();
      for (int t = 0; t < 1 + random.below(5); t++) {
        StringBuilder rows = new StringBuilder();
        int time = 0;
        for (int i = 0; i < random.below(30); i++) {
          time += random.below(3);
          rows.append(time).append(",S").append(random.below(9)).append(",").append(i).append('\n');
        }
        Tape tape = tape(round + "-" + t + ".csv", rows.toString());
        tapes.add(tape);
        all.addAll(TapeFiles.rows(tape));
      }
      all.sort(Comparator.comparingLong(TapeFiles.Row::ingressNs));

      MergedTapes merged = new MergedTapes(tapes);
      try (TapeCursor cursor = merged.open()) {
        List<TapeFiles.Row> rows = TapeFiles.rows(cursor);

        assertThat(rows)
            .extracting(TapeFiles.Row::ingressNs, TapeFiles.Row::symbol, TapeFiles.Row::last)
            .containsExactlyElementsOf(
                all.stream().map(r -> tuple(r.ingressNs(), r.symbol(), r.last())).toList());
        rows.forEach(
            row -> assertThat(merged.symbols().get(row.symbolIndex())).isEqualTo(row.symbol()));
      }
    }
  }

  @Test
  void shouldPassOnTheErrorOfATape() {
    Tape good = tape("a.csv", "1,A,1\n");
    Tape bad = tape("b.csv", "1,A,x\n");
    MergedTapes merged = new MergedTapes(List.of(good, bad));

    assertThatThrownBy(merged::scan)
        .isInstanceOf(TapeException.class)
        .hasMessageContaining("b.csv:2: last \"x\"");
    assertThatThrownBy(() -> new MergedTapes(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
