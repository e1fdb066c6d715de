package io.ripcord.replay;

import io.ripcord.event.EventDispatcher;
import io.ripcord.journal.FrameDescriptor;
import io.ripcord.journal.JournalReader;
import io.ripcord.journal.JournalStart;
import java.nio.file.Path;

/** Finds out whether the journal says, later on, that an input is to be left out. Stateless. */
final class SkippedInputs {
  private SkippedInputs() {}

  static boolean isSkippedLater(Path directory, long sequence) {
    try (JournalReader reader = JournalStart.of(directory).open(directory, StopEvents.STOP)) {
      while (reader.next()) {
        if (reader.kind() == FrameDescriptor.KIND_INPUT
            && reader.sequence() > sequence
            && EventDispatcher.skippedSequence(
                    reader.buffer(), reader.payloadOffset(), reader.payloadLength())
                == sequence) {
          return true;
        }
      }
      return false;
    }
  }
}
