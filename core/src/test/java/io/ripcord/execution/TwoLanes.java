package io.ripcord.execution;

import org.junit.jupiter.api.AfterEach;

/** Tests of another lane and the full exit at once: wherever one stops, an engine can take over. */
abstract class TwoLanes {
  static final String CLOSING = "position 1 CLOSING open=";

  Lanes lanes;

  @AfterEach
  void shouldGoOnFromAnywhere() {
    lanes.goesOnFromAnywhere();
  }
}
