package io.ripcord.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.Side;
import io.ripcord.money.E8;
import io.ripcord.position.Position;
import io.ripcord.position.Positions;
import io.ripcord.position.PriceStream;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A position wakes at the prices of its own stream, and at those of no other. */
class CorridorStreamsTest {
  private static final int INSTRUMENTS = 3;
  private static final long MIDDLE = 1_000;

  private final Positions positions = new Positions(INSTRUMENTS * PriceStream.COUNT);
  private final Corridor corridor = new Corridor(positions, false);

  CorridorStreamsTest() {
    for (int i = 0; i < INSTRUMENTS; i++) {
      corridor.addInstrument();
    }
  }

  /** A position at 1000 with a stop ten away. */
  private Position add(long id, int instrument, Side side, PriceStream stream) {
    Position position = positions.add(id, instrument, side, 1, MIDDLE, 1, 0, 0);
    position.stream(stream);
    position.see(MIDDLE);
    position.stop().set(MIDDLE - side.sign() * 10L);
    corridor.place(position, E8.NULL);
    return position;
  }

  private List<Long> found(int count) {
    return IntStream.range(0, count).mapToObj(i -> corridor.woken(i).id()).toList();
  }

  private List<Long> wokenBy(int instrument, PriceStream stream, long price) {
    corridor.begin();
    corridor.find(instrument, stream, price, price);
    return found(corridor.inOrder());
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldWakeByItsInstrumentAndStreamAlone(Side side) {
    long touched = MIDDLE - side.sign() * 10L;
    for (int instrument = 0; instrument < INSTRUMENTS; instrument++) {
      for (PriceStream stream : PriceStream.values()) {
        add(10L * instrument + stream.index(), instrument, side, stream);
      }
    }

    for (int instrument = 0; instrument < INSTRUMENTS; instrument++) {
      for (PriceStream stream : PriceStream.values()) {
        long id = 10L * instrument + stream.index();
        assertThat(wokenBy(instrument, stream, touched)).containsExactly(id);
        assertThat(wokenBy(instrument, stream, MIDDLE)).isEmpty();
      }
    }
  }

  @Test
  void shouldGatherTheStreamsOfOneEventInOrderOfId() {
    add(4, 0, Side.LONG, PriceStream.BID);
    add(1, 0, Side.SHORT, PriceStream.ASK);
    add(3, 0, Side.LONG, PriceStream.LAST);
    add(2, 1, Side.LONG, PriceStream.LAST);

    corridor.begin();
    corridor.find(0, PriceStream.BID, 990, 990);
    corridor.find(0, PriceStream.ASK, 1_010, 1_010);
    corridor.find(0, PriceStream.LAST, 990, 990);

    assertThat(found(corridor.inOrder())).containsExactly(1L, 3L, 4L);
  }

  @Test
  void shouldFindAPositionInsideItsCorridorOnceWhenItIsNamed() {
    Position inside = add(2, 0, Side.LONG, PriceStream.LAST);
    add(1, 0, Side.SHORT, PriceStream.LAST);
    Position other = add(3, 1, Side.LONG, PriceStream.MARK);

    corridor.begin();
    corridor.find(other);
    corridor.find(inside);
    corridor.find(0, PriceStream.LAST, 1_010, 1_010);

    assertThat(found(corridor.inOrder())).containsExactly(1L, 2L, 3L);
    assertThat(wokenBy(0, PriceStream.LAST, MIDDLE)).isEmpty();
  }

  @Test
  void shouldForgetAPositionThatIsRemovedWhateverItsStream() {
    for (PriceStream stream : PriceStream.values()) {
      Position position = add(stream.index(), 2, Side.LONG, stream);
      assertThat(wokenBy(2, stream, 990)).hasSize(1);

      corridor.remove(position);

      assertThat(wokenBy(2, stream, 990)).isEmpty();
    }
  }
}
