package io.ripcord.config;

import io.ripcord.money.E8;

/** Which of the variants of a record are given. */
final class Variants {
  private Variants() {}

  /** 1 for a value above 0, 0 for none, and more than any record allows for a bad one. */
  static int given(long value) {
    if (value == E8.NULL) {
      return 0;
    }
    return value > 0 ? 1 : 100;
  }
}
