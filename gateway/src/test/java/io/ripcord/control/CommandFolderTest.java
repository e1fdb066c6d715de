package io.ripcord.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ripcord.console.LiveState;
import io.ripcord.console.ReportFold;
import io.ripcord.journal.JournalTail;
import io.ripcord.money.E8;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands as files: answered, and carried out at most once. */
class CommandFolderTest {
  private static final long STEP_NS = 200_000_000;

  private final List<Command> submitted = new ArrayList<>();
  private Path folder;
  private LiveState live;
  private long nowNs;

  @BeforeEach
  void place(@TempDir Path place) {
    folder = place.resolve("commands");
    live = new LiveState(place, JournalTail.EMPTY, null, new ReportFold(row -> {}));
  }

  private CommandFolder open() throws IOException {
    return open(
        command -> {
          submitted.add(command);
          return new CommandResult(true, 42, "done");
        });
  }

  private CommandFolder open(CommandPort port) throws IOException {
    return new CommandFolder(folder, port, live);
  }

  private void put(String name, String text) throws IOException {
    Path aside = Files.writeString(folder.resolve("." + name), text);
    Files.move(aside, folder.resolve(name));
  }

  private void step(CommandFolder commands) {
    nowNs += STEP_NS;
    commands.doWork(nowNs);
  }

  private JsonNode result(String name) throws IOException {
    return new ObjectMapper().readTree(folder.resolve(name + ".result.json").toFile());
  }

  private String message(String name) throws IOException {
    assertThat(result(name).get("accepted").asBoolean()).isFalse();
    return result(name).get("message").asText();
  }

  @Test
  void shouldAnswerACommandAndPutItAway() throws IOException {
    CommandFolder commands = open();
    put("a.json", "{\"command\":\"close-now\",\"id\":7}");
    step(commands);
    step(commands);

    assertThat(submitted).containsExactly(new Command.CloseNow(7));
    assertThat(Files.readString(folder.resolve("a.result.json")))
        .isEqualTo(
            """
            {
              "accepted" : true,
              "sequence" : 42,
              "message" : "done"
            }
            """);
    assertThat(folder.resolve("a.json")).doesNotExist();
    assertThat(folder.resolve("done/a.json")).exists();
    assertThat(folder.resolve("taken")).isEmptyDirectory();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("a.result.json"))))
        .isEqualTo("rw-------");
  }

  @Test
  void shouldTakeFilesInOrderOfName() throws IOException {
    CommandFolder commands = open();
    put("2.json", "{\"command\":\"close\",\"id\":2,\"quantity\":\"0.5\"}");
    put("1.json", "{\"command\":\"halt\"}");
    step(commands);
    assertThat(submitted).containsExactly(new Command.Halt(), new Command.CloseNow(2, E8.ONE / 2));
  }

  @Test
  void shouldLookOnlyEvery200Milliseconds() throws IOException {
    CommandFolder commands = open();
    commands.doWork(0);
    put("a.json", "{\"command\":\"halt\"}");
    assertThat(commands.doWork(STEP_NS - 1)).isZero();
    assertThat(commands.doWork(STEP_NS)).isEqualTo(1);
  }

  @Test
  void shouldAnswerAQuestion() throws IOException {
    CommandFolder commands = open();
    put("q.json", "{\"command\":\"status\"}");
    step(commands);
    assertThat(result("q").get("status").get("tradingState").asText()).isEqualTo("ACTIVE");
    assertThat(submitted).isEmpty();
  }

  @Test
  void shouldNeverCarryOutAgainWhatADeadNodeHadTaken() throws IOException {
    CommandFolder dying =
        open(
            command -> {
              submitted.add(command);
              throw new ThreadDeath();
            });
    put("a.json", "{\"command\":\"close-now\",\"id\":7}");
    assertThatThrownBy(() -> step(dying)).isInstanceOf(ThreadDeath.class);
    assertThat(folder.resolve("taken/a.json")).exists();
    assertThat(folder.resolve("a.result.json")).doesNotExist();

    step(open());

    assertThat(submitted).hasSize(1);
    assertThat(result("a").get("accepted").isNull()).isTrue();
    assertThat(result("a").get("message").asText())
        .startsWith("unknown: the node stopped while it was carried out; see positions");
    assertThat(folder.resolve("done/a.json")).exists();
  }

  @Test
  void shouldKeepTheResultThatADeadNodeHadWritten() throws IOException {
    open();
    Files.writeString(folder.resolve("taken/a.json"), "{\"command\":\"halt\"}");
    Files.writeString(folder.resolve("a.result.json"), "{\"accepted\":true,\"sequence\":9}");
    open();
    assertThat(result("a").get("sequence").asLong()).isEqualTo(9);
    assertThat(folder.resolve("done/a.json")).exists();
  }

  @Test
  void shouldNotLetAnOldResultSpeakForANewCommand() throws IOException {
    CommandFolder commands =
        open(
            command -> {
              assertThat(folder.resolve("a.result.json")).doesNotExist();
              return new CommandResult(false, 0, "no");
            });
    Files.writeString(folder.resolve("a.result.json"), "{\"accepted\":true}");
    put("a.json", "{\"command\":\"halt\"}");
    step(commands);
    assertThat(message("a")).isEqualTo("no");
  }

  @Test
  void shouldSayThatNobodyKnows() throws IOException {
    CommandFolder commands =
        open(
            command -> {
              throw new CommandInDoubtException(5, "not known");
            });
    put("a.json", "{\"command\":\"halt\"}");
    step(commands);
    assertThat(result("a").get("accepted").isNull()).isTrue();
    assertThat(result("a").get("sequence").asLong()).isEqualTo(5);
  }

  @Test
  void shouldRefuseFilesThatAreNoCommands() throws IOException {
    CommandFolder commands = open();
    put("word.json", "{\"command\":\"clsoe\"}");
    put("none.json", "{\"id\":1}");
    put("long.json", " ".repeat((64 << 10) + 1));
    Files.createSymbolicLink(folder.resolve("link.json"), folder.resolve("none.json"));
    Files.createDirectory(folder.resolve("folder.json"));
    step(commands);

    assertThat(message("word")).isEqualTo("command: found 'clsoe', did you mean 'close'?");
    assertThat(message("none")).startsWith("command: found nothing, expected one of: register, ");
    assertThat(message("long")).isEqualTo("found 65537 bytes, expected at most 65536");
    assertThat(message("link")).isEqualTo("link.json: is no regular file, expected one");
    assertThat(message("folder")).isEqualTo("folder.json: is no regular file, expected one");
    assertThat(submitted).isEmpty();
    assertThat(commands.problem()).isNull();
  }

  @Test
  void shouldLeaveHalfWrittenFilesAlone() throws IOException {
    CommandFolder commands = open();
    Files.writeString(folder.resolve(".a.json"), "{");
    Files.writeString(folder.resolve("a.json.tmp"), "{");
    step(commands);
    assertThat(Files.exists(folder.resolve(".a.json"))).isTrue();
    assertThat(Files.exists(folder.resolve("a.json.tmp"))).isTrue();
  }

  @Test
  void shouldRefuseAFolderThatOthersMayUse() throws IOException {
    Files.createDirectory(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    assertThatThrownBy(this::open)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("others may use it (rwxrwxrwx), expected mode 0700");
  }
}
