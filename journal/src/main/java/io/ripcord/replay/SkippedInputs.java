package io.ripcord.replay;

import io.ripcord.event.EventDispatcher;
import io.ripcord.journal.FrameDescriptor;
import io.ripcord.journal.JournalReader;
import java.nio.file.Path;

/** Finds out whether the journal says, later on, that an input is to be left out. Stateless. */
final class SkippedInputs {
  private SkippedInputs() {}

  static boolean isSkippedLater(Path directory, long sequence) {
    try (JournalReader reader =
        JournalReader.openFrom(directory, StopEvents.STOP, JournalStart.of(directory).tail())) {
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
