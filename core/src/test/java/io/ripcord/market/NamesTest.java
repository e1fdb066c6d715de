package io.ripcord.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ripcord.testing.StateNumbers;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
  private static final int MANY = 100;

  private final Names names = new Names();

  @Test
  void shouldNumberNamesFromOne() {
    assertThat(names.last()).isZero();
    for (int id = 1; id <= MANY; id++) {
      names.define(id, "N" + id);
    }

    assertThat(names.last()).isEqualTo(MANY);
    for (int id = 1; id <= MANY; id++) {
      assertThat(names.name(id)).isEqualTo("N" + id);
      assertThat(names.id("N" + id)).isEqualTo(id);
    }
  }

  @Test
  void shouldSayThatItDoesNotKnow() {
    names.define(1, "A");

    assertThat(names.name(0)).isEqualTo("?");
    assertThat(names.name(2)).isEqualTo("?");
    assertThat(names.name(-1)).isEqualTo("?");
    assertThat(names.name(Integer.MAX_VALUE)).isEqualTo("?");
    assertThat(names.id("B")).isZero();
  }

  @Test
  void shouldFindTheNewestOfOneName() {
    names.define(1, "A");
    names.define(2, "B");
    names.define(3, "A");

    assertThat(names.id("A")).isEqualTo(3);
    assertThat(names.id("B")).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1, 3, Integer.MAX_VALUE})
  void shouldRefuseANumberThatIsNotTheNext(int id) {
    names.define(1, "A");

    assertThatThrownBy(() -> names.define(id, "B"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("nameId=%d, expected 2", id);
    assertThat(names.last()).isEqualTo(1);
    assertThat(names.name(1)).isEqualTo("A");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 15, 16, 17, MANY})
  void shouldBeReadAsTheyWereWritten(int count) {
    for (int id = 1; id <= count; id++) {
      names.define(id, id == 1 ? "" : "x".repeat(id % 65) + id);
    }
    Names copy = new Names();
    StateNumbers state = StateNumbers.of(names::write);

    copy.read(state.in());

    assertThat(state.left()).isZero();
    assertThat(copy.last()).isEqualTo(count);
    for (int id = 1; id <= count; id++) {
      assertThat(copy.name(id)).isEqualTo(names.name(id));
    }
    copy.define(count + 1, "next");
    assertThat(copy.id("next")).isEqualTo(count + 1);
  }

  @Test
  void shouldNotBeReadFromHalfAName() {
    names.define(1, "ABC");
    StateNumbers state = StateNumbers.of(names::write);

    assertThatThrownBy(() -> new Names().read(state.cutTo(state.size() - 1).in()))
        .isInstanceOf(NoSuchElementException.class);
  }
}
