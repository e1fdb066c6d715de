package io.ripcord.venue.tape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SplitMix64Test {
  /** The first values of the reference implementation in C for this seed. */
  @Test
  void shouldGiveTheReferenceSequence() {
    SplitMix64 random = new SplitMix64(1234567);

    assertThat(random.next()).isEqualTo(6457827717110365317L);
    assertThat(random.next()).isEqualTo(3203168211198807973L);
    assertThat(Long.toUnsignedString(random.next())).isEqualTo("9817491932198370423");
    assertThat(random.next()).isEqualTo(4593380528125082431L);
    assertThat(Long.toUnsignedString(random.next())).isEqualTo("16408922859458223821");
  }

  @Test
  void shouldStayInBounds() {
    SplitMix64 random = new SplitMix64(1);
    int[] seen = new int[7];
    for (int i = 0; i < 7000; i++) {
      seen[random.below(7)]++;
      assertThat(random.next16()).isBetween(0, 65_535);
    }

    for (int count : seen) {
      assertThat(count).isBetween(850, 1150);
    }
    assertThat(random.isHit(0)).isFalse();
    assertThat(random.isHit(1000)).isTrue();
  }
}
