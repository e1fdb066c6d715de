package io.ripcord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.journal.JournalDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a user got wrong is said in one line: place, value, expectation; nothing stays behind. */
class BadInputTest {
  @TempDir private Path folder;

  private SmallFiles files;

  @BeforeEach
  void writeGoodFiles() {
    files = new SmallFiles(folder);
    files.tape();
    files.positions();
    files.config();
  }

  /** A spoiled positions file, and what the complaint must contain. */
  record BadYaml(String name, String from, String to, List<String> says) {
    static BadYaml of(String name, String from, String to, String... says) {
      return new BadYaml(name, from, to, List.of(says));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<BadYaml> badPositions() {
    return Stream.of(
        BadYaml.of(
            "malformed YAML", "quantity: 3,", "quantity: [3,", "positions.yaml:6:", "expected"),
        BadYaml.of(
            "unknown key",
            "{percent: 1}",
            "{percnt: 1}",
            "positions.yaml:2:",
            "percnt",
            "did you mean 'percent'?"),
        BadYaml.of(
            "stop that locks in more than the profit that moves it",
            "narrow: {evaluate: {gap-percent: 0}, stop-loss: {percent: 1}}",
            "narrow: {evaluate: {gap-percent: 0}, stop-loss: {percent: 1}, break-even: {at: 10, lock: 12}}",
            "positions.yaml:2:",
            "break-even",
            "lock",
            "12"),
        BadYaml.of(
            "quantity that is no multiple of the lot",
            "quantity: 3,",
            "quantity: 3.5,",
            "positions.yaml:6:",
            "position 2: quantity",
            "3.5",
            "expected a multiple of the lot 1"),
        BadYaml.of(
            "symbol that is not on the tape",
            "- {symbol: ACME, side: SHORT",
            "- {symbol: ACNE, side: SHORT",
            "positions.yaml:6",
            "'ACNE' is not on the tape, which has: ACME",
            "did you mean 'ACME'?"),
        BadYaml.of(
            "unknown policy",
            "policy: wide",
            "policy: wid",
            "positions.yaml:6:",
            "unknown policy 'wid'",
            "did you mean 'wide'?"),
        BadYaml.of(
            "no protective stop",
            "narrow: {evaluate: {gap-percent: 0}, stop-loss: {percent: 1}}",
            "narrow: {take-profit: {percent: 1}}",
            "positions.yaml:2:",
            "found no protective stop, expected"),
        BadYaml.of(
            "price off the increment",
            "quantity: 3,",
            "quantity: 3, entry-price: 100.25,",
            "positions.yaml:6:",
            "100.25",
            "expected a multiple of the price-increment 0.5"));
  }

  @ParameterizedTest
  @MethodSource("badPositions")
  void shouldRefuseABadPositionsFile(BadYaml bad) {
    assertThat(SmallFiles.POSITIONS).contains(bad.from());
    files.write("positions.yaml", SmallFiles.POSITIONS.replace(bad.from(), bad.to()));

    shouldRefuse(3, simulate(), bad.says().toArray(String[]::new));
    assertThat(files.journal()).doesNotExist();
  }

  /** A spoiled tape. */
  record BadTape(String name, String row, String says) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<BadTape> badTapes() {
    return Stream.of(
        new BadTape("price that is no number", "2026-01-05T10:00:03Z,ACME,1o1,,,", "\"1o1\""),
        new BadTape("time that is none", "yesterday,ACME,101,,,", "\"yesterday\""),
        new BadTape("too few columns", "2026-01-05T10:00:03Z,ACME", "2 columns"));
  }

  @ParameterizedTest
  @MethodSource("badTapes")
  void shouldRefuseABadTapeLine(BadTape bad) {
    files.write(
        "tape.csv", SmallFiles.TAPE + bad.row() + "\n" + "2026-01-05T10:00:09Z,ACME,1,,,\n");

    shouldRefuse(3, simulate(), "tape.csv:5: ", "expected", bad.says());
    assertThat(files.journal()).doesNotExist();
  }

  @Test
  void shouldRefuseATruncatedGzip() {
    files.writeTruncatedGzip("tape.csv", SmallFiles.TAPE);

    shouldRefuse(3, simulate(), "tape.csv:", "gzip is truncated", "expected a complete file");
    assertThat(files.journal()).doesNotExist();
  }

  @Test
  void shouldRefuseATapeWithoutPrices() {
    files.write("tape.csv", "time,symbol,last,quantity,bid,ask\n");
    shouldRefuse(3, simulate(), "tape.csv: ", "expected at least one");

    files.write("tape.csv", "");
    shouldRefuse(3, simulate(), "tape.csv: is empty, expected a tape");
  }

  static Stream<List<String>> missingFiles() {
    return Stream.of(
        List.of("--tape", "nope.csv: no such file"),
        List.of("--positions", "nope.csv: no such file"),
        List.of("--policies", "nope.csv: no such file"),
        List.of("--config", "nope.csv: no such file"));
  }

  @ParameterizedTest
  @MethodSource("missingFiles")
  void shouldRefuseAMissingFile(List<String> row) {
    List<Object> arguments = new ArrayList<>(List.of(simulate()));
    int at = arguments.indexOf(row.get(0));
    if (at < 0) {
      arguments.add(row.get(0));
      arguments.add(folder.resolve("nope.csv"));
    } else {
      arguments.set(at + 1, folder.resolve("nope.csv"));
    }

    shouldRefuse(3, arguments.toArray(), row.get(1));
    assertThat(files.journal()).doesNotExist();
  }

  @Test
  void shouldRefuseAMissingJournal() {
    Path nope = folder.resolve("nope");

    shouldRefuse(3, new Object[] {"replay", nope}, "nope: holds no journal, expected");
    shouldRefuse(3, new Object[] {"replay", nope, "--verify"}, "nope: holds no journal, expected");
    shouldRefuse(3, new Object[] {"journal", "verify", nope}, "nope: holds no journal, expected");
    shouldRefuse(3, new Object[] {"journal", "print", nope}, "nope: holds no journal, expected");
    shouldRefuse(3, new Object[] {"journal", "export", nope}, "nope: holds no journal, expected");
    assertThat(nope).doesNotExist();
  }

  @Test
  void shouldRefuseAJournalOfAnotherVersion() throws IOException {
    Path journal = files.journalled();
    Files.writeString(journal.resolve("format"), "ripcord-journal 9\n");

    for (Object[] command :
        List.of(
            new Object[] {"replay", journal},
            new Object[] {"journal", "verify", journal},
            new Object[] {"journal", "print", journal},
            new Object[] {"journal", "export", journal},
            simulate())) {
      shouldRefuse(3, command, "format: says 'ripcord-journal 9', expected 'ripcord-journal 1'");
    }
  }

  @Test
  void shouldRefuseADirectoryInUseByAnotherEngine() {
    try (JournalDirectory held = JournalDirectory.open(files.journal())) {
      assertThat(held.hasJournal()).isFalse();
      shouldRefuse(
          3, simulate(), files.journal() + ": another engine uses this directory", "journal/lock");
    }
    assertThat(Cli.run(simulate()).code()).as("free again").isZero();
  }

  @Test
  void shouldRefuseAnExistingJournalAndLeaveItAsItIs() {
    String before = Cli.run("replay", files.journalled(), "--verify").ok().after("input sha256");

    shouldRefuse(3, simulate(), "journal: holds a journal already, expected an empty directory");
    assertThat(Cli.run("replay", files.journal(), "--verify").ok().after("input sha256"))
        .isEqualTo(before);
  }

  @Test
  void shouldRefuseAPlaceWhereNoDirectoryCanBe() {
    shouldRefuse(
        3, simulateInto(folder.resolve("tape.csv")), "tape.csv: is a file, expected a directory");
    shouldRefuse(
        3,
        simulateInto(folder.resolve("tape.csv/journal")),
        "tape.csv/journal: cannot be created: Not a directory, expected a place");
    Assumptions.assumeTrue(Files.isDirectory(Path.of("/proc")), "no /proc here");
    shouldRefuse(
        3, simulateInto(Path.of("/proc/journal")), "/proc/journal: cannot be created", "expected");
  }

  @Test
  void shouldRefuseAReadOnlyDirectoryAndAFullDisk() throws Exception {
    Path mount = Files.createDirectory(folder.resolve("mount"));
    TmpFs.mount(mount, "size=1m");
    try {
      shouldRefuse(
          3, simulateInto(mount.resolve("journal")), "mount/journal", "disk", "expected", "bytes");
    } finally {
      TmpFs.unmount(mount);
    }
    TmpFs.mount(mount, "size=4m,ro");
    try {
      shouldRefuse(
          3, simulateInto(mount.resolve("journal")), "mount/journal", "Read-only", "expected");
      shouldRefuse(
          3,
          new Object[] {
            "simulate",
            "--tape",
            files.tape(),
            "--positions",
            files.positions(),
            "--report",
            mount.resolve("report.json")
          },
          "mount/report.json: cannot be written: Read-only file system, expected");
    } finally {
      TmpFs.unmount(mount);
    }
  }

  /** A run that fills the disk on the way ends like one that found it full. */
  @Test
  void shouldRefuseADiskThatGetsFull() throws Exception {
    Path mount = Files.createDirectory(folder.resolve("mount"));
    TmpFs.mount(mount, "size=2m");
    try {
      StringBuilder tape = new StringBuilder("time,symbol,last,quantity,bid,ask\n");
      for (int i = 0; i < 25_000; i++) {
        tape.append(1_767_607_200_000_000_000L + i * 1_000_000L).append(",ACME,100,,,\n");
      }
      files.write("tape.csv", tape.toString());
      shouldRefuse(
          3,
          simulateInto(mount.resolve("journal")),
          "mount/journal/g1: the disk is full, expected");

      Cli.Outcome replay = Cli.run("replay", mount.resolve("journal"), "--verify");
      assertThat(replay.after("replay:")).as("%s", replay).isEqualTo("identical");
    } finally {
      TmpFs.unmount(mount);
    }
  }

  @Test
  void shouldRefuseAReportThatCannotBeWrittenBeforeTheRun() {
    List<Object> arguments = new ArrayList<>(List.of(simulate()));
    arguments.addAll(List.of("--report", folder.resolve("nope/report.json")));
    shouldRefuse(
        3, arguments.toArray(), "nope/report.json: there is no directory", "expected it to exist");

    arguments.set(arguments.size() - 1, folder);
    shouldRefuse(3, arguments.toArray(), folder + ": is a directory, expected a file");
    assertThat(files.journal()).as("nothing was run").doesNotExist();
  }

  static Stream<List<String>> badUsages() {
    return Stream.of(
        List.of("flatten", "unknown command 'flatten', expected adopt, amend, bench, calendar, "),
        List.of("simulat", "unknown command 'simulat'", "did you mean 'simulate'?"),
        List.of("journal", "no command, expected export, print, verify"),
        List.of("journal verfy x", "unknown command 'verfy'", "did you mean 'verify'?"),
        List.of("simulate", "'--tape=FILE'", "'--positions=FILE'"),
        List.of("simulate --tape t --positions p --speed -1", "--speed: found '-1', expected max"),
        List.of("simulate --tape t --positions p --speed fast", "found 'fast', expected max"),
        List.of("simulate --tape t --positions p --topology ring", "'ring'", "FUSED, SPLIT"),
        List.of("simulate --tape t --positions p --seed x", "found 'x', expected a whole number"),
        List.of("simulate --tape t --positions p --sed 1", "unknown option '--sed'", "--seed"),
        List.of("replay", "'DIR'"),
        List.of("replay a b", "unexpected argument 'b'"),
        List.of("replay a --from x", "found 'x', expected a whole number"),
        List.of("journal export a --to xml", "'xml'", "CSV"),
        List.of("config check", "expected at least one of --config, --policies, --positions"),
        List.of("config schema foo", "'foo'", "POSITIONS"));
  }

  @ParameterizedTest
  @MethodSource("badUsages")
  void shouldRefuseAWrongCommandLineInTwoLines(List<String> row) {
    Cli.Outcome outcome =
        shouldRefuse(
            2,
            (Object[]) row.get(0).split(" ", -1),
            row.subList(1, row.size()).toArray(String[]::new));

    assertThat(outcome.errLines()).hasSize(2);
    assertThat(outcome.errLines().get(1)).matches("Try 'ripcord.* --help'\\.");
  }

  @Test
  void shouldShowTheUsageWithoutArguments() {
    Cli.Outcome outcome = Cli.run();

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).startsWith("Usage: ripcord").contains("demo", "3   invalid");
  }

  @Test
  void shouldRefuseToReplaceFilesThatNoDemoHasMade() {
    shouldRefuse(
        3,
        new Object[] {"demo", "--data", folder},
        folder + ": holds files that no demo has made, expected");
    assertThat(folder.resolve("tape.csv")).exists();

    shouldRefuse(
        3,
        new Object[] {"demo", "--data", folder.resolve("tape.csv")},
        "tape.csv: is a file, expected a directory");
  }

  @Test
  void shouldListEveryProblemOfAFileOnALineOfItsOwn() {
    files.write(
        "positions.yaml",
        SmallFiles.POSITIONS.replace("quantity: 2", "quantity: 0").replace("SHORT", "SIDEWAYS"));
    Cli.Outcome outcome = Cli.run(simulate());

    assertThat(outcome.code()).isEqualTo(3);
    assertThat(outcome.errLines()).hasSize(2);
    assertThat(outcome.errLines().get(0)).contains("positions.yaml:5:", "quantity", "expected");
    assertThat(outcome.errLines().get(1)).contains("positions.yaml:6:", "SIDEWAYS", "expected");
  }

  private Object[] simulate() {
    return simulateInto(files.journal());
  }

  private Object[] simulateInto(Path journal) {
    return new Object[] {
      "simulate",
      "--tape",
      folder.resolve("tape.csv"),
      "--positions",
      folder.resolve("positions.yaml"),
      "--config",
      folder.resolve("config.yaml"),
      "--journal",
      journal
    };
  }

  private static Cli.Outcome shouldRefuse(int code, Object[] command, String... says) {
    Cli.Outcome outcome = Cli.run(command);
    assertThat(outcome.code()).as("%s", outcome).isEqualTo(code);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).contains(says).startsWith("ripcord: ");
    assertThat(outcome.errLines()).hasSizeLessThanOrEqualTo(code == ExitCodes.USAGE ? 2 : 1);
    assertThat(outcome.err())
        .doesNotContainPattern("java\\.|Exception|\\bat [a-z]+\\.|io\\.ripcord|null");
    return outcome;
  }
}
