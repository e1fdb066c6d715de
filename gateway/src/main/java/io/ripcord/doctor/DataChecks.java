package io.ripcord.doctor;

import io.ripcord.journal.FailureReason;
import io.ripcord.journal.FileSystemTypes;
import io.ripcord.journal.JournalDirectory;
import io.ripcord.journal.JournalProblem;
import io.ripcord.journal.JournalVerifier;
import io.ripcord.journal.VerifyResult;
import io.ripcord.replay.StopEvents;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The data directory: where it lies, how long it lasts, who may look, and whether it is intact. */
final class DataChecks {
  private static final long BYTES_PER_INPUT = 100;
  private static final long INPUTS_PER_SECOND = 50_000;
  private static final long BYTES_PER_DAY = BYTES_PER_INPUT * INPUTS_PER_SECOND * 86_400;
  private static final long LEAST_BYTES = 1L << 30;

  private final Path data;

  DataChecks(Path data) {
    this.data = data.toAbsolutePath().normalize();
  }

  List<Finding> run() {
    List<Finding> findings = new ArrayList<>();
    try {
      FileStore store = Files.getFileStore(existing());
      findings.add(fileSystem(store.type()));
      findings.add(space(store.getUsableSpace()));
      findings.add(permissions());
      findings.add(journal());
    } catch (IOException e) {
      findings.add(
          Finding.fail(
              "data", data + ": " + FailureReason.of(e), "expected a place that can be used"));
    }
    return findings;
  }

  /** The directory, or the nearest one above it that there is. */
  private Path existing() {
    Path path = data;
    while (path.getParent() != null && !Files.exists(path)) {
      path = path.getParent();
    }
    return path;
  }

  private Finding fileSystem(String type) {
    String refusal = FileSystemTypes.refusal(data, type);
    if (refusal != null) {
      return Finding.fail("file system", refusal, "move it with --data");
    }
    String warning = FileSystemTypes.warning(data, type);
    return warning == null
        ? Finding.ok("file system", type)
        : Finding.warn("file system", warning, "use a local disk for positions that matter");
  }

  private static Finding space(long bytes) {
    String found =
        String.format(
            Locale.ROOT,
            "%.1f GiB free, %.1f days at %d bytes an input and %d inputs a second",
            bytes / (double) LEAST_BYTES,
            bytes / (double) BYTES_PER_DAY,
            BYTES_PER_INPUT,
            INPUTS_PER_SECOND);
    if (bytes < LEAST_BYTES) {
      return Finding.fail("space", found, "a full disk halts the engine; free some");
    }
    return Finding.warnIf(bytes < BYTES_PER_DAY, "space", found, "expected a day at full rate");
  }

  private Finding permissions() throws IOException {
    if (!Files.exists(data)) {
      return Files.isWritable(existing())
          ? Finding.ok("permissions", data + " will be created with mode 0700")
          : Finding.fail(
              "permissions", existing() + " cannot be written to", "expected a writable place");
    }
    if (!Files.isDirectory(data) || !Files.isWritable(data)) {
      return Finding.fail(
          "permissions", data + " is no writable directory", "expected one of this user");
    }
    if (!data.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return Finding.ok("permissions", "not known here");
    }
    Set<PosixFilePermission> found = Files.getPosixFilePermissions(data);
    String text = PosixFilePermissions.toString(found);
    return Finding.warnIf(
        !text.endsWith("------"), "permissions", text, "others may look; chmod 0700 " + data);
  }

  private Finding journal() {
    if (isInUse()) {
      return Finding.ok("journal", "a node is at work on it; verified when it starts");
    }
    if (!Files.isDirectory(data) || !JournalDirectory.hasJournal(data)) {
      return Finding.ok("journal", "none yet");
    }
    VerifyResult result = JournalVerifier.verify(data, StopEvents.STOP);
    JournalProblem problem = result.problem();
    if (problem == null) {
      return Finding.ok(
          "journal",
          result.frames()
              + " frames intact, "
              + (result.isStopped() ? "stopped in order" : "without a stop record"));
    }
    return problem.kind() == JournalProblem.Kind.TORN_TAIL
        ? Finding.warn("journal", problem.message(), "a crash left it; the next start drops it")
        : Finding.fail("journal", problem.message(), "keep a copy of " + data + " and look closer");
  }

  private boolean isInUse() {
    Path lockFile = data.resolve("lock");
    if (!Files.isRegularFile(lockFile)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      return lock == null;
    } catch (IOException | OverlappingFileLockException e) {
      return e instanceof OverlappingFileLockException;
    }
  }
}
