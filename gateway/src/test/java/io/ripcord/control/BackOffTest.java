package io.ripcord.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BackOffTest {
  private static final long SECOND_NS = 1_000_000_000;

  private final BackOff backOff = new BackOff();

  private void fail(int times, long nowNs) {
    for (int i = 0; i < times; i++) {
      backOff.failed("a", nowNs);
    }
  }

  @Test
  void shouldForgiveTheFirstMistakes() {
    fail(4, 0);
    assertThat(backOff.failed("a", 0)).isZero();
    assertThat(backOff.failed("a", 0)).isEqualTo(SECOND_NS);
    assertThat(backOff.failed("b", 0)).isZero();
  }

  @Test
  void shouldWaitLongerEachTime() {
    fail(5, 0);
    assertThat(backOff.failed("a", SECOND_NS)).isZero();
    assertThat(backOff.failed("a", SECOND_NS)).isEqualTo(2 * SECOND_NS);
    long nowNs = 0;
    for (int i = 0; i < 20; i++) {
      nowNs += 100 * SECOND_NS;
      backOff.failed("a", nowNs);
    }
    assertThat(backOff.failed("a", nowNs)).isEqualTo(64 * SECOND_NS);
  }

  @Test
  void shouldForgetOnSuccess() {
    fail(9, 0);
    backOff.succeeded("a");
    assertThat(backOff.failed("a", 0)).isZero();
  }
}
