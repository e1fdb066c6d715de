package io.ripcord.replay;

import io.ripcord.event.EventDispatcher;
import io.ripcord.journal.StopRecord;

/** Tells the journal's readers which input is the record of an orderly stop. */
public final class StopEvents {
  /** Knows {@code EngineStopped}. */
  public static final StopRecord STOP = EventDispatcher::isEngineStopped;

  private StopEvents() {}
}
