package io.ripcord.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ripcord.config.Wording;
import io.ripcord.console.LiveJson;
import io.ripcord.console.LiveState;
import io.ripcord.journal.FailureReason;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Commands as files, for whoever has no HTTP client: {@code NAME.json} is written elsewhere and
 * renamed into the folder, {@code NAME.result.json} answers, the command ends in {@code done/}.
 *
 * <pre>
 *   NAME.json --> taken/NAME.json --> carried out --> NAME.result.json --> done/NAME.json
 * </pre>
 *
 * <p>A file is carried out at most once: it is taken, durably, before anything is done, and what a
 * dead node left in {@code taken/} without a result is answered with "unknown". One thread steps
 * {@link #doWork}; not the one that steps the live state, for whose answer it waits.
 */
public final class CommandFolder {
  private static final long POLL_NS = TimeUnit.MILLISECONDS.toNanos(200);
  private static final int BATCH = 16;
  private static final String COMMAND = ".json";
  private static final String RESULT = ".result.json";

  private final Path folder;
  private final Path taken;
  private final Path done;
  private final CommandPort port;
  private final LiveState live;
  private final LiveJson json;
  private long nextPollNs;
  private boolean polled;
  private volatile String problem;

  /**
   * Opens the folder, creating it if need be, and answers what a dead node has left.
   *
   * @throws IOException when it is not the process user's own, with mode 0700
   */
  public CommandFolder(Path folder, CommandPort port, LiveState live) throws IOException {
    this.folder = folder;
    this.port = port;
    this.live = live;
    json = new LiveJson(live);
    taken = folder.resolve("taken");
    done = folder.resolve("done");
    OwnerOnly.directory(folder);
    OwnerOnly.directory(taken);
    OwnerOnly.directory(done);
    for (Path left : commands(taken)) {
      if (!Files.exists(result(left), LinkOption.NOFOLLOW_LINKS)) {
        write(
            left,
            CommandJson.inDoubt(
                0,
                "unknown: the node stopped while it was carried out; see positions before"
                    + " repeating"));
      }
      Files.move(left, done.resolve(left.getFileName()), ATOMIC_MOVE);
    }
  }

  /**
   * Carries out what has come, at most one batch, and looks again after 200 ms.
   *
   * @param nowNs time on any clock that does not go backwards
   * @return how many files were carried out
   */
  public int doWork(long nowNs) {
    if (polled && nowNs - nextPollNs < 0) {
      return 0;
    }
    polled = true;
    nextPollNs = nowNs + POLL_NS;
    int count = 0;
    try {
      for (Path file : commands(folder)) {
        if (count == BATCH) {
          break;
        }
        carryOut(file);
        count++;
      }
      problem = null;
    } catch (IOException e) {
      // A full disk must not end a node that holds positions.
      problem = folder + ": " + FailureReason.of(e);
    }
    return count;
  }

  /** Why files are not carried out at the moment, null if they are; any thread. */
  public String problem() {
    return problem;
  }

  private static List<Path> commands(Path directory) throws IOException {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        if (name.endsWith(COMMAND) && !name.endsWith(RESULT) && !name.startsWith(".")) {
          found.add(file);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    Collections.sort(found);
    return found;
  }

  private void carryOut(Path file) throws IOException {
    // An old result under this name would speak for a command that nobody has carried out.
    Files.deleteIfExists(result(file));
    Path mine = taken.resolve(file.getFileName());
    Files.move(file, mine, ATOMIC_MOVE);
    sync(taken);
    sync(folder);
    write(mine, answer(mine));
    Files.move(mine, done.resolve(file.getFileName()), ATOMIC_MOVE);
  }

  private ObjectNode answer(Path file) {
    try {
      OwnerOnly.checkRegular(file);
      OwnerOnly.checkOwner(file);
      long size = Files.size(file);
      if (size > CommandFields.MAX_BYTES) {
        return CommandJson.malformed(
            "found " + size + " bytes, expected at most " + CommandFields.MAX_BYTES);
      }
      return answer(CommandFields.parse(Files.readAllBytes(file)));
    } catch (MalformedCommandException e) {
      return CommandJson.malformed(e.getMessage());
    } catch (CommandInDoubtException e) {
      return CommandJson.inDoubt(e.sequence(), e.getMessage());
    } catch (IOException e) {
      return CommandJson.malformed(
          Wording.oneLine(file.getFileName().toString()) + ": " + FailureReason.of(e));
    }
  }

  private ObjectNode answer(CommandFields fields) {
    String word = fields.takeText("command", CommandReader.WORDS);
    if (word.equals(CommandReader.STATUS)) {
      fields.allow();
      CommandResult asOf = new CommandResult(true, live.sequence(), "status");
      ObjectNode node = CommandJson.of(asOf);
      node.set("status", json.status());
      return node;
    }
    return CommandJson.of(port.submit(CommandReader.read(word, fields)));
  }

  private Path result(Path file) {
    String name = file.getFileName().toString();
    return folder.resolve(name.substring(0, name.length() - COMMAND.length()) + RESULT);
  }

  private void write(Path file, ObjectNode answer) throws IOException {
    Path result = result(file);
    Path temporary = folder.resolve("." + result.getFileName() + ".tmp");
    Files.deleteIfExists(temporary);
    Files.createFile(temporary, OwnerOnly.file(folder));
    Files.writeString(
        temporary, answer.toPrettyString() + "\n", UTF_8, StandardOpenOption.TRUNCATE_EXISTING);
    Files.move(temporary, result, ATOMIC_MOVE);
  }

  private static void sync(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
