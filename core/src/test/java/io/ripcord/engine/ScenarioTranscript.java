package io.ripcord.engine;

import io.ripcord.event.EventPrinter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;

/** What a scenario said to the engine and what the engine said to it, in readable lines. */
final class ScenarioTranscript {
  private ScenarioTranscript() {}

  /** Every input and the decisions that it caused, one line each. */
  static List<String> of(List<byte[]> inputs, List<String> decisions) {
    List<String> lines = new ArrayList<>();
    EventPrinter printer = new EventPrinter();
    int frame = 0;
    for (int sequence = 1; sequence <= inputs.size(); sequence++) {
      byte[] input = inputs.get(sequence - 1);
      lines.add(printer.input(sequence, new UnsafeBuffer(input), 0, input.length));
      String cause = sequence + "/";
      for (int index = 0;
          frame < decisions.size() && decisions.get(frame).startsWith(cause);
          index++, frame++) {
        String hex = decisions.get(frame);
        byte[] bytes = HexFormat.of().parseHex(hex.substring(hex.indexOf(' ') + 1));
        lines.add(
            "  -> " + printer.decision(sequence, index, new UnsafeBuffer(bytes), 0, bytes.length));
      }
    }
    return lines;
  }
}
