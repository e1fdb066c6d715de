package io.ripcord.journal;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** What a {@link ChildJvm} does: one mode per question. Lines for the parent begin with "> ". */
final class ChildMain {
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private ChildMain() {}

  public static void main(String[] args) throws Exception {
    Path directory = Path.of(args[1]);
    switch (args[0]) {
      case "open" -> open(directory);
      case "hold" -> hold(directory);
      case "append" -> append(directory);
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  /** Tries to open the directory and says how it went. */
  private static void open(Path path) {
    try (JournalDirectory directory = JournalDirectory.open(path)) {
      say("opened " + directory.path());
    } catch (JournalDirectoryException e) {
      say(e.getMessage());
    }
  }

  /** Opens the directory and waits to be killed. */
  private static void hold(Path path) throws Exception {
    try (JournalDirectory directory = JournalDirectory.open(path)) {
      say("opened " + directory.path());
      System.in.read();
    }
  }

  /** Continues the journal and says now and then what it has appended, until it is killed. */
  private static void append(Path path) throws Exception {
    try (JournalFixture fixture = new JournalFixture(path)) {
      JournalDirectory directory = JournalDirectory.open(path);
      mend(directory);
      directory.close();
      fixture.start(context -> context.blockSizeBytes(1 << 18));
      say("started");
      // Rarely, so that a kill falls into an append and not into the talking about it.
      for (long sequence = fixture.input(72); ; sequence = fixture.input(72)) {
        if (sequence % 500 == 0) {
          say(Long.toString(sequence));
        }
      }
    }
  }

  private static void mend(JournalDirectory directory) {
    JournalProblem problem = null;
    JournalTail tail = JournalTail.EMPTY;
    if (JournalDirectory.hasJournal(directory.path())) {
      try (JournalReader reader = JournalReader.open(directory.path(), StopRecord.NONE)) {
        while (reader.next()) {
          tail = reader.tail();
        }
        problem = reader.problem();
        tail = reader.tail();
      }
    }
    if (problem != null) {
      String mended = TornTail.mend(directory, problem, tail);
      say("mended " + mended);
    }
  }

  private static void say(String line) {
    OUT.println("> " + line);
    if (OUT.checkError()) {
      // Nobody listens any more: do not fill the disk.
      System.exit(1);
    }
  }
}
