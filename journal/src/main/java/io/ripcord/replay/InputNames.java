package io.ripcord.replay;

import io.ripcord.event.EventDispatcher;
import io.ripcord.event.EventFields;
import io.ripcord.event.TextFieldSink;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.agrona.DirectBuffer;

/** Spells out the inputs that matter; must see every definition. Allocates; one thread. */
final class InputNames {
  /** What an {@link InputFact} says by itself, and what all inputs of a position share. */
  private static final Set<String> LEFT_OUT = Set.of("sequence", "time", "source", "venueTime");

  private final EventDispatcher dispatcher = new EventDispatcher();
  private final Values values = new Values();
  private final EventFields fields = new EventFields(values);

  private static final class Values extends TextFieldSink {
    private String kind;
    private Map<String, String> byName = new LinkedHashMap<>();

    @Override
    public void begin(String newKind) {
      kind = newKind;
      byName = new LinkedHashMap<>();
    }

    @Override
    protected void put(String name, String value) {
      if (!LEFT_OUT.contains(name)) {
        byName.put(name, value);
      }
    }

    @Override
    public void end() {}
  }

  InputFact fact(long sequence, long timeNs, DirectBuffer buffer, int offset, int length) {
    dispatcher.dispatch(sequence, buffer, offset, length, fields);
    return new InputFact(sequence, timeNs, values.kind, Collections.unmodifiableMap(values.byName));
  }
}
