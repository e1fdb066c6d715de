package io.ripcord.console;

import io.ripcord.event.DecisionDispatcher;
import io.ripcord.event.DecisionFields;
import io.ripcord.event.EventDispatcher;
import io.ripcord.event.EventFields;
import io.ripcord.event.EventPrinter;
import io.ripcord.journal.FrameDescriptor;
import io.ripcord.journal.JournalProblem;
import io.ripcord.journal.JournalReader;
import io.ripcord.journal.JournalStart;
import io.ripcord.replay.StopEvents;
import java.io.PrintWriter;
import java.nio.file.Path;

/**
 * Writes the events and decisions of a journal out, one a line. It reads frames only; nothing is
 * decided again. One thread.
 */
public final class JournalExport {
  private final Path directory;
  private final ExportFormat format;
  private final PrintWriter out;

  /** Writes the journal in {@code directory} to {@code out}. */
  public JournalExport(Path directory, ExportFormat format, PrintWriter out) {
    this.directory = directory;
    this.format = format;
    this.out = out;
  }

  /**
   * Writes inputs {@code from} to {@code to} and their decisions.
   *
   * @return why it ended early, {@code null} if it did not
   */
  public JournalProblem run(long from, long to) {
    Line line = format == ExportFormat.TEXT ? new TextLine() : new FieldLine(sink());
    try (JournalReader reader = JournalStart.of(directory).open(directory, StopEvents.STOP)) {
      while (reader.next()) {
        boolean shown = reader.sequence() >= from && reader.sequence() <= to;
        line.frame(reader, shown);
      }
      out.flush();
      return reader.problem();
    }
  }

  private ExportSink sink() {
    return format == ExportFormat.CSV ? new CsvSink(out) : new JsonLinesSink(out);
  }

  /** Renders one frame; sees hidden ones too, because names are defined there. */
  private interface Line {
    void frame(JournalReader reader, boolean shown);
  }

  private final class TextLine implements Line {
    private final EventPrinter printer = new EventPrinter();

    @Override
    public void frame(JournalReader reader, boolean shown) {
      boolean input = reader.kind() == FrameDescriptor.KIND_INPUT;
      if (!shown && !input) {
        return;
      }
      String text =
          input
              ? printer.input(
                  reader.sequence(),
                  reader.buffer(),
                  reader.payloadOffset(),
                  reader.payloadLength())
              : "  "
                  + printer.decision(
                      reader.sequence(),
                      reader.index(),
                      reader.buffer(),
                      reader.payloadOffset(),
                      reader.payloadLength());
      if (shown) {
        out.println(text);
      }
    }
  }

  private static final class FieldLine implements Line {
    private final EventDispatcher inputDispatcher = new EventDispatcher();
    private final DecisionDispatcher decisionDispatcher = new DecisionDispatcher();
    private final ExportSink sink;
    private final EventFields inputs;
    private final DecisionFields decisions;

    FieldLine(ExportSink sink) {
      this.sink = sink;
      inputs = new EventFields(sink);
      decisions = new DecisionFields(sink, inputs);
    }

    @Override
    public void frame(JournalReader reader, boolean shown) {
      sink.mute(!shown);
      if (reader.kind() == FrameDescriptor.KIND_INPUT) {
        inputDispatcher.dispatch(
            reader.sequence(),
            reader.buffer(),
            reader.payloadOffset(),
            reader.payloadLength(),
            inputs);
      } else {
        decisions.cause(reader.sequence(), reader.index());
        decisionDispatcher.dispatch(
            reader.buffer(), reader.payloadOffset(), reader.payloadLength(), decisions);
      }
    }
  }
}
