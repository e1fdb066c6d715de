package io.ripcord.console;

import io.ripcord.journal.FrameDescriptor;
import io.ripcord.journal.JournalReader;
import io.ripcord.journal.JournalTail;
import io.ripcord.replay.StopEvents;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Tells of exits while a run goes on, from the tail of its journal. One thread, which polls. */
public final class ExitNarrator implements AutoCloseable {
  private final JournalReader reader;
  private final ReportFold fold;

  /** Follows the journal in {@code directory} and tells {@code onProven} of each proved exit. */
  public ExitNarrator(Path directory, Consumer<ExitRow> onProven) {
    reader = JournalReader.follow(directory, StopEvents.STOP, JournalTail.EMPTY);
    fold = new ReportFold(onProven);
  }

  /** Reads what is new. */
  public void poll() {
    while (reader.poll()) {
      if (reader.kind() == FrameDescriptor.KIND_INPUT) {
        fold.onInput(
            reader.sequence(), reader.buffer(), reader.payloadOffset(), reader.payloadLength());
      } else {
        fold.onDecision(
            reader.sequence(),
            reader.index(),
            reader.buffer(),
            reader.payloadOffset(),
            reader.payloadLength());
      }
    }
  }

  @Override
  public void close() {
    reader.close();
  }
}
