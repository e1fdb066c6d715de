package io.ripcord.benchmark.rig;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MediansTest {
  @Test
  void shouldTakeTheMiddle() {
    assertThat(Medians.median(new double[] {})).isZero();
    assertThat(Medians.median(new double[] {7})).isEqualTo(7);
    assertThat(Medians.median(new double[] {9_000_000, 3, 1})).isEqualTo(3);
    assertThat(Medians.median(new double[] {4, 1, 2, 9_000_000})).isEqualTo(3);
  }

  @Test
  void shouldTakeTheBestDecile() {
    double[] values = new double[20];
    for (int i = 0; i < values.length; i++) {
      values[i] = 100 - i;
    }

    assertThat(Medians.bestDecile(values)).as("second best of twenty").isEqualTo(82);
    assertThat(Medians.bestDecile(new double[] {5, 4, 6})).isEqualTo(4);
    assertThat(Medians.bestDecile(new double[] {})).isZero();
  }
}
