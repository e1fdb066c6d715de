package io.ripcord.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A slice of the sweep: {@code -Dripcord.chaos.seeds=N} runs more of it. */
class ChaosSweepTest {
  private static final long SEEDS = Long.getLong("ripcord.chaos.seeds", 60);

  @Test
  void shouldHoldEveryInvariantAndMeetEveryFault() {
    ChaosSweep sweep = new ChaosSweep();
    List<ChaosFailure> failures = new ArrayList<>();
    for (long seed = 1; seed <= SEEDS; seed++) {
      ChaosFailure failure = sweep.run(seed);
      if (failure != null) {
        failures.add(failure);
      }
    }

    System.out.printf(
        "%d seeds, %d events, %d violations%n", sweep.seeds(), sweep.events(), failures.size());
    assertThat(failures).isEmpty();
    assertThat(sweep.faults()).allSatisfy((fault, hits) -> assertThat(hits).isPositive());
  }

  @Test
  void shouldRunTheSameWayTwice() {
    ChaosSweep one = new ChaosSweep();
    ChaosSweep other = new ChaosSweep();

    for (long seed = 101; seed < 106; seed++) {
      one.run(seed);
      other.run(seed);
    }

    assertThat(one.events()).isEqualTo(other.events());
    assertThat(one.faults()).isEqualTo(other.faults());
    assertThat(one.rarities()).isEqualTo(other.rarities());
  }
}
