package io.ripcord.execution;

import static io.ripcord.testing.EngineHarness.SECOND_NS;
import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.ExecType;
import io.ripcord.event.PositionStatus;
import io.ripcord.event.RejectKind;
import io.ripcord.event.ReportPublisher;
import io.ripcord.event.Side;
import io.ripcord.money.E8;
import io.ripcord.position.Deadlines;
import io.ripcord.testing.EngineHarness;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nothing but a complete answer to a question asked after the last fill closes a position. */
class ProofTest {
  private final EngineHarness engine =
      new EngineHarness()
          .instrument("W")
          .instrument("X")
          .policy(p -> p.stopPercent("2"))
          .open(1, Side.LONG, "1", "100")
          .open(2, Side.LONG, "1", "50")
          .tick("98")
          .fill("97");

  private final ReportPublisher venue = engine.venue().publisher();

  private long query() {
    return engine.decisions().queries().get(engine.decisions().queries().size() - 1).queryId();
  }

  private PositionStatus status() {
    return engine.position(1).status();
  }

  private void begin(int rows) {
    venue.venuePositionsBegin(engine.nowNs(), query(), rows);
  }

  private void row(long positionId, int instrumentId, String net) {
    venue.venuePosition(engine.nowNs(), query(), positionId, instrumentId, E8.parse(net));
  }

  private void end(int rows) {
    venue.venuePositionsEnd(engine.nowNs(), query(), rows);
  }

  private void assertStillAsked() {
    assertThat(status()).isEqualTo(PositionStatus.CLOSING);
    assertThat(engine.engine().nextDeadlineNs()).isNotEqualTo(Deadlines.NONE);
    engine.timer();
    assertThat(engine.decisions().queries()).hasSize(2);
    engine.flat();
    assertThat(status()).isEqualTo(PositionStatus.CLOSED);
  }

  @Test
  void shouldCloseOnACompleteAnswerWithoutTheRow() {
    begin(0);
    assertThat(status()).isEqualTo(PositionStatus.CLOSING);
    end(0);

    assertThat(status()).isEqualTo(PositionStatus.CLOSED);
    assertThat(engine.engine().exitsInFlight()).isZero();
    assertThat(engine.engine().view().openPositions()).isEqualTo(1);
    assertThat(engine.engine().nextDeadlineNs()).isEqualTo(Deadlines.NONE);
  }

  @Test
  void shouldCloseOnARowOfZeroAmongOthers() {
    begin(3);
    row(2, 1, "1");
    row(1, 1, "0");
    row(E8.NULL, 0, "7");
    end(3);

    assertThat(status()).isEqualTo(PositionStatus.CLOSED);
  }

  @Test
  void shouldNotCloseWithoutTheBegin() {
    end(0);

    assertStillAsked();
  }

  @Test
  void shouldNotCloseWithoutTheEnd() {
    begin(0);

    assertStillAsked();
  }

  @ParameterizedTest
  @CsvSource({"2, 1, 2", "2, 1, 1", "1, 2, 1", "1, 1, 2", "1, 0, 1", "0, 1, 0", "0, 0, 1"})
  void shouldNotCloseOnAnAnswerWhoseRowsDoNotAddUp(int announced, int sent, int ended) {
    begin(announced);
    for (int i = 0; i < sent; i++) {
      row(2, 1, "1");
    }
    end(ended);

    assertStillAsked();
  }

  @Test
  void shouldVoidAnAnswerThatEndedIncomplete() {
    begin(2);
    row(2, 1, "1");
    end(2);
    row(2, 1, "1");
    end(2);

    assertStillAsked();
  }

  @Test
  void shouldCountFromTheLastBegin() {
    begin(2);
    row(1, 1, "1");
    begin(1);
    row(2, 1, "1");
    end(1);

    assertThat(status()).isEqualTo(PositionStatus.CLOSED);
  }

  @ParameterizedTest
  @CsvSource({"1", "0.00000001", "-1", "-0.00000001"})
  void shouldNotCloseWhileTheVenueShowsThePosition(String net) {
    engine.holds(net);

    assertStillAsked();
  }

  @ParameterizedTest
  @CsvSource({"1", "-1"})
  void shouldNotCloseWhileAVenueWithoutALedgerShowsTheInstrument(String net) {
    begin(1);
    row(E8.NULL, 1, net);
    end(1);

    assertStillAsked();
  }

  @Test
  void shouldNotLetALaterRowHideAnEarlierOne() {
    begin(2);
    row(1, 1, "1");
    row(1, 1, "0");
    end(2);

    assertStillAsked();
  }

  @Test
  void shouldIgnoreAnswersToOtherQuestions() {
    long first = query();
    engine.timer();
    long second = query();
    assertThat(second).isNotEqualTo(first);

    engine.venue().flat(engine.nowNs(), first);
    engine.venue().flat(engine.nowNs(), 0);
    engine.venue().flat(engine.nowNs(), -1);
    engine.venue().flat(engine.nowNs(), Long.MAX_VALUE);
    engine.venue().flat(engine.nowNs(), QueryId.of(1, 2, 1));
    engine.venue().flat(engine.nowNs(), QueryId.of(1, 999, 1));
    assertThat(status()).isEqualTo(PositionStatus.CLOSING);

    engine.venue().flat(engine.nowNs(), second);
    assertThat(status()).isEqualTo(PositionStatus.CLOSED);
  }

  @Test
  void shouldNotMixTheRowsOfAnOldAnswerIntoANewOne() {
    long first = query();
    engine.timer();

    begin(0);
    venue.venuePosition(engine.nowNs(), first, 1, 1, E8.ONE);
    end(0);

    assertThat(status()).isEqualTo(PositionStatus.CLOSED);
  }

  @Test
  void shouldAskAgainWhenAFillComesAfterTheQuestion() {
    long before = query();
    engine
        .venue()
        .report(
            engine.nowNs(),
            engine.decisions().lastOrder(),
            ExecType.TRADE,
            99,
            E8.ONE,
            97 * E8.ONE,
            2 * E8.ONE,
            0,
            RejectKind.NONE);

    engine.venue().flat(engine.nowNs(), before);

    assertThat(status()).isEqualTo(PositionStatus.CLOSING);
    assertThat(query()).isNotEqualTo(before);
    engine.flat();
    assertThat(status()).isEqualTo(PositionStatus.CLOSED);
  }

  @Test
  void shouldVoidTheQuestionsOfAnEarlierStart() {
    long before = query();
    begin(0);
    engine.restart(2);

    venue.venuePositionsEnd(engine.nowNs(), before, 0);
    engine.venue().flat(engine.nowNs(), before);
    assertThat(status()).isEqualTo(PositionStatus.CLOSING);

    engine.timer();
    assertThat(query()).isNotEqualTo(before);
    engine.flat();
    assertThat(status()).isEqualTo(PositionStatus.CLOSED);
  }

  @Test
  void shouldAskFiveTimesInQuickSuccessionThenSlowlyAndSaySo() {
    List<Long> waits = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      engine.holds("1");
      waits.add(engine.engine().nextDeadlineNs() - engine.nowNs());
      engine.timer();
    }

    long fast = SECOND_NS / 2;
    long slow = 5 * SECOND_NS;
    assertThat(waits).containsExactly(fast, fast, fast, fast, slow, slow, slow, slow);
    assertThat(engine.decisions().alerts())
        .extracting(Object::toString)
        .containsExactly(
            "alert NOT_FLAT position=1 first=100000000 second=5",
            "alert NOT_FLAT position=1 first=100000000 second=6",
            "alert NOT_FLAT position=1 first=100000000 second=7",
            "alert NOT_FLAT position=1 first=100000000 second=8");
    assertThat(engine.decisions().queries()).hasSize(9);
    assertThat(engine.decisions().orders()).hasSize(1);
  }

  @Test
  void shouldTellPositionAndInstrumentInItsQuestion() {
    assertThat(engine.decisions().queries().get(0).positionId()).isEqualTo(1);
    assertThat(engine.decisions().queries().get(0).instrumentId()).isEqualTo(1);
    assertThat(engine.decisions().queries().get(0).timeNs()).isEqualTo(engine.nowNs());
  }

  @Test
  void shouldNumberEveryQuestionDifferently() {
    List<Long> ids = new ArrayList<>();
    for (int epoch : new int[] {1, 2, 0x7FFF}) {
      for (int ordinal : new int[] {1, 2, 1 << 20}) {
        for (int count : new int[] {1, 2, (1 << 20) - 1}) {
          ids.add(QueryId.of(epoch, ordinal, count));
          assertThat(QueryId.ordinal(QueryId.of(epoch, ordinal, count))).isEqualTo(ordinal);
        }
      }
    }

    assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id > 0);
  }
}
