package io.ripcord.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalFollowTest {
  @TempDir Path temporary;
  private JournalFixture fixture;

  @BeforeEach
  void setUp() {
    fixture = new JournalFixture(temporary.resolve("journal"));
  }

  @AfterEach
  void tearDown() {
    fixture.end();
  }

  private JournalReader follow(JournalTail from) {
    return JournalReader.follow(fixture.path, JournalFixture.STOP_RECORD, from);
  }

  @Test
  void shouldSeeEveryFrameAsSoonAsItIsAppended() {
    try (JournalReader reader = follow(JournalTail.EMPTY)) {
      assertThat(reader.poll()).as("before the directory exists").isFalse();
      fixture.start();
      assertThat(reader.poll()).as("before the first frame").isFalse();
      for (int i = 0; i < 2000; i++) {
        long sequence = fixture.input(8 * (1 + i % 16));
        fixture.decision(sequence, 0, 40);
        assertThat(reader.poll()).isTrue();
        assertThat(reader.sequence()).isEqualTo(sequence);
        assertThat(reader.kind()).isEqualTo(FrameDescriptor.KIND_INPUT);
        assertThat(reader.poll()).isTrue();
        assertThat(reader.kind()).isEqualTo(FrameDescriptor.KIND_DECISION);
        assertThat(reader.poll()).isFalse();
      }
      fixture.stop();
      assertThat(reader.poll()).isTrue();
      assertThat(reader.isStopped()).isTrue();
      assertThat(reader.problem()).isNull();
    }
  }

  @Test
  void shouldFollowIntoTheNextCycleAndTheNextEpoch() {
    fixture.start();
    fixture.appendSome(5, 1);
    try (JournalReader reader = follow(JournalTail.EMPTY)) {
      int frames = drain(reader);
      fixture.journal.roll();
      assertThat(drain(reader)).isZero();
      fixture.appendSome(5, 2);
      frames += drain(reader);
      fixture.end();
      fixture.start();
      fixture.appendSome(5, 3);
      frames += drain(reader);

      assertThat(reader.problem()).isNull();
      assertThat(reader.tail()).isEqualTo(fixture.tail());
      assertThat(reader.tail().frames()).isEqualTo(frames);
      assertThat(reader.tail().cycle()).isEqualTo(1);
    }
  }

  private static int drain(JournalReader reader) {
    int frames = 0;
    while (reader.poll()) {
      frames++;
    }
    return frames;
  }

  @Test
  void shouldReadOnFromATail() {
    fixture.start();
    fixture.appendSome(50, 1);
    JournalTail middle = fixture.tail();
    fixture.appendSome(50, 2);
    fixture.end();

    try (JournalReader whole = fixture.read();
        JournalReader rest =
            JournalReader.openFrom(fixture.path, JournalFixture.STOP_RECORD, middle)) {
      int frames = drain(rest);
      assertThat(drain(whole)).isEqualTo(frames + middle.frames());
      assertThat(rest.tail()).isEqualTo(whole.tail());
      assertThat(rest.problem()).isNull();
    }
  }

  @Test
  void shouldFollowAWriterOnAnotherThread() throws Exception {
    int inputs = 300_000;
    AtomicReference<Throwable> failure = new AtomicReference<>();
    JournalDirectory.open(fixture.path).close();
    Thread writer =
        new Thread(
            () -> {
              try {
                fixture.start(context -> context.blockSizeBytes(1 << 18));
                for (int i = 0; i < inputs; i++) {
                  fixture.input(8 * (1 + i % 16));
                }
              } catch (RuntimeException | Error e) {
                failure.set(e);
              }
            });
    writer.start();
    try (JournalReader reader = follow(JournalTail.EMPTY)) {
      long next = 0;
      while (next < inputs && reader.problem() == null && failure.get() == null) {
        if (reader.poll()) {
          assertThat(reader.sequence()).isEqualTo(next);
          next++;
        } else {
          Thread.onSpinWait();
        }
      }
      assertThat(reader.problem()).isNull();
      assertThat(failure.get()).isNull();
      assertThat(next).isEqualTo(inputs);
    } finally {
      writer.join();
    }
  }

  @Test
  void shouldNoticeAHeaderThatIsWipedOutBeforeItsEyes() {
    fixture.start();
    fixture.appendSome(20, 1);
    try (JournalReader reader = follow(JournalTail.EMPTY)) {
      drain(reader);
      long offset = reader.tail().endOffset();
      fixture.appendSome(20, 2);
      JournalFixture.write(fixture.cycleFile(), offset, new byte[4]);

      assertThat(reader.poll()).isFalse();

      assertThat(reader.problem().kind()).isEqualTo(JournalProblem.Kind.DAMAGED);
      assertThat(reader.problem().offset()).isEqualTo(offset);
      assertThat(reader.poll()).isFalse();
    }
  }

  @Test
  void shouldNoticeAFlippedBitBehindALiveWriter() {
    fixture.start();
    fixture.appendSome(20, 1);
    try (JournalReader reader = follow(JournalTail.EMPTY)) {
      drain(reader);
      long offset = reader.tail().endOffset();
      fixture.appendSome(20, 2);
      JournalFixture.flip(fixture.cycleFile(), offset + 12, 3);

      assertThat(reader.poll()).isFalse();
      assertThat(reader.problem().kind()).isEqualTo(JournalProblem.Kind.DAMAGED);
    }
  }
}
