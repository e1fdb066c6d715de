package io.ripcord.console;

import io.ripcord.event.TextFieldSink;

/** A sink of an export; it can be told to look away while it still sees the definitions. */
abstract class ExportSink extends TextFieldSink {
  private boolean muted;

  void mute(boolean newMuted) {
    muted = newMuted;
  }

  boolean isMuted() {
    return muted;
  }
}
