package io.ripcord.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ripcord.testing.StateNumbers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceSequencesTest {
  private static final int LAST_SOURCE = (1 << 16) - 1;

  private final SourceSequences sources = new SourceSequences();

  private static SourceSequences copy(SourceSequences sources) {
    SourceSequences copy = new SourceSequences();
    StateNumbers numbers = StateNumbers.of(sources::write);
    copy.read(numbers.in());
    assertThat(numbers.left()).isZero();
    return copy;
  }

  @Test
  void shouldKnowNothingOfASourceThatWasNeverSeen() {
    assertThat(sources.last(0)).isZero();
    assertThat(sources.last(LAST_SOURCE)).isZero();
    assertThat(sources.last(Integer.MAX_VALUE)).isZero();
  }

  @Test
  void shouldKeepTheLastOfEverySource() {
    sources.add(0, 5);
    sources.add(3, 1);
    sources.add(3, 2);

    assertThat(sources.last(0)).isEqualTo(5);
    assertThat(sources.last(3)).isEqualTo(2);
    assertThat(sources.last(2)).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {63, 64, 65, 127, 128, 1_000, LAST_SOURCE})
  void shouldGrowAndForgetNothing(int source) {
    sources.add(7, 70);
    sources.add(source, 9);

    for (SourceSequences each : new SourceSequences[] {sources, copy(sources)}) {
      assertThat(each.last(7)).isEqualTo(70);
      assertThat(each.last(source)).isEqualTo(9);
      assertThat(each.last(source + 1)).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, LAST_SOURCE + 1, Integer.MIN_VALUE, Integer.MAX_VALUE})
  void shouldRefuseASourceOutOfBounds(int source) {
    assertThatThrownBy(() -> sources.add(source, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("source=%d, expected 0 to %d", source, LAST_SOURCE);
  }

  @Test
  void shouldStillBeReadAfterItHasGrownTwice() {
    sources.add(40_000, 1);
    sources.add(50_000, 2);

    assertThat(copy(sources).last(50_000)).isEqualTo(2);
  }
}
