package io.ripcord.position;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.Side;
import io.ripcord.testing.Seeds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OpenPositionsTest {
  private static final int CAPACITY = 200;
  private static final int INSTRUMENTS = 20;

  private final Positions positions = new Positions(CAPACITY);
  private final OpenPositions open = new OpenPositions(positions);
  private final int[] out = new int[CAPACITY];

  private List<Long> ids(int instrument) {
    int count = open.copy(instrument, out);
    assertThat(count).isEqualTo(open.count(instrument));
    return IntStream.range(0, count).mapToObj(i -> positions.bySlot(out[i]).id()).toList();
  }

  @Test
  void shouldGiveThePositionsOfEachInstrumentInOrderOfId() {
    Random random = Seeds.random(this);
    List<Position> expected = new ArrayList<>();
    for (int i = 0; i < INSTRUMENTS; i++) {
      open.addInstrument();
    }
    for (int i = 0; i < CAPACITY; i++) {
      long id = (i * 7919L) % 10_007;
      Position position = positions.add(id, random.nextInt(INSTRUMENTS), Side.LONG, 1, 1, 1, 0, 0);
      open.add(position);
      expected.add(position);
      if (random.nextInt(3) == 0) {
        Position gone = expected.remove(random.nextInt(expected.size()));
        open.remove(gone);
        open.remove(gone);
      }
    }

    for (int i = 0; i < INSTRUMENTS; i++) {
      int instrument = i;
      assertThat(ids(instrument))
          .isEqualTo(
              expected.stream()
                  .filter(position -> position.instrumentId() == instrument)
                  .sorted(Comparator.comparingLong(Position::id))
                  .map(Position::id)
                  .toList());
    }
  }
}
