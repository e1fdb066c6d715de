package io.ripcord.position;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.Side;
import io.ripcord.testing.Seeds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DeadlinesTest {
  private static final int CAPACITY = 64;

  private final Positions positions = new Positions(CAPACITY);
  private final Deadlines deadlines = new Deadlines(positions);

  private Position position(long id) {
    return positions.add(id, 0, Side.LONG, 1, 1, 1, 0, 0);
  }

  @Test
  void shouldHaveNoneAtFirst() {
    assertThat(deadlines.earliestNs()).isEqualTo(Deadlines.NONE);
  }

  @Test
  void shouldComeInOrderOfTimeThenId() {
    Random random = Seeds.random(this);
    List<Long> ids = new ArrayList<>();
    for (long id = 1; id <= CAPACITY; id++) {
      ids.add(id * 10);
    }
    Collections.shuffle(ids, random);
    record Due(long timeNs, long id) {}
    List<Due> expected = new ArrayList<>();
    for (long id : ids) {
      long timeNs = random.nextInt(8);
      deadlines.set(position(id), timeNs);
      expected.add(new Due(timeNs, id));
    }
    expected.sort(
        (a, b) ->
            a.timeNs != b.timeNs ? Long.compare(a.timeNs, b.timeNs) : Long.compare(a.id, b.id));

    List<Due> polled = new ArrayList<>();
    while (deadlines.earliestNs() != Deadlines.NONE) {
      long timeNs = deadlines.earliestNs();
      polled.add(new Due(timeNs, deadlines.poll().id()));
    }

    assertThat(polled).isEqualTo(expected);
  }

  @Test
  void shouldKeepOnePerPosition() {
    Position first = position(1);
    Position second = position(2);
    deadlines.set(first, 10);
    deadlines.set(second, 20);

    deadlines.set(first, 30);
    assertThat(deadlines.earliestNs()).isEqualTo(20);

    deadlines.set(second, Deadlines.NONE);
    assertThat(deadlines.earliestNs()).isEqualTo(30);
    assertThat(deadlines.poll()).isSameAs(first);
    assertThat(deadlines.earliestNs()).isEqualTo(Deadlines.NONE);

    deadlines.set(second, Deadlines.NONE);
    assertThat(deadlines.earliestNs()).isEqualTo(Deadlines.NONE);
  }

  @Test
  void shouldTakeTimesBeforeTheEpoch() {
    deadlines.set(position(1), 0);
    deadlines.set(position(2), Long.MIN_VALUE);

    assertThat(deadlines.poll().id()).isEqualTo(2);
  }
}
