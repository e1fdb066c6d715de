package io.ripcord.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ripcord.config.LogLevel;
import io.ripcord.config.Secret;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.message.Message;
import org.apache.logging.log4j.message.SimpleMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class NodeLogTest {
  private static final String FORGED = "x\n12:00:00.000 INFO forged\r\u0085\u2028\u001b[2J\"}";

  @TempDir private Path directory;

  @Test
  void shouldWriteOneJsonObjectALine() throws IOException {
    Path file = directory.resolve("deep/ripcord.log");
    try (NodeLog log = NodeLog.open(file, LogLevel.INFO)) {
      log.debug("unseen");
      log.info("exit", "position", 7, "net", null);
      log.warn("alert", "text", FORGED);
      LoggerFactory.getLogger("net.openhft.chronicle.Any").info("chatter of a library");
      LoggerFactory.getLogger("net.openhft.chronicle.Any").warn("its worry");
      // Written by another thread: the end of a log is waited for, but not for ever.
      for (int i = 0; i < 500 && Files.readAllLines(file).size() < 3; i++) {
        LockSupport.parkNanos(10_000_000);
      }
    }

    // Of a library's lines and ours only the order within each is promised.
    List<JsonNode> all = Files.readAllLines(file).stream().map(NodeLogTest::json).toList();
    List<JsonNode> lines =
        all.stream().filter(line -> !line.path("event").asText().equals("library")).toList();
    assertThat(lines).as("%s", all).hasSize(2);
    assertThat(lines.get(0).get("event").textValue()).isEqualTo("exit");
    assertThat(lines.get(0).get("position").textValue()).isEqualTo("7");
    assertThat(lines.get(0).get("net").textValue()).isEqualTo("null");
    assertThat(lines.get(0).get("time").textValue()).matches("[0-9-]{10}T[0-9:]{8}\\.[0-9]{3}Z");
    assertThat(lines.get(1).get("text").textValue()).isEqualTo(FORGED);
    assertThat(all.stream().map(line -> line.path("message").asText()))
        .contains("its worry")
        .doesNotContain("chatter of a library");
  }

  private static JsonNode json(String line) {
    try {
      return new ObjectMapper().readTree(line);
    } catch (IOException e) {
      throw new AssertionError(line, e);
    }
  }

  @Test
  void shouldKeepAForgedTextInItsLine() {
    String shown = new TextLines().toSerializable(event(new LogLine("alert", "text", FORGED)));
    String ofLibrary = new TextLines().toSerializable(event(new SimpleMessage(FORGED)));

    assertThat(shown.strip()).doesNotContainPattern("\\p{Cntrl}|\u2028");
    assertThat(shown).endsWith("\n").contains("\\u000a12:00:00.000 INFO forged\\u000d\\u0085");
    assertThat(ofLibrary.strip()).doesNotContainPattern("\\p{Cntrl}|\u2028");
  }

  @Test
  void shouldReadAsShortText() {
    LogLine line = new LogLine("exit", "position", 7, "text", "a \"b\"", "none", "");

    assertThat(new TextLines().toSerializable(event(line)))
        .matches("[0-9:.]{12} WARN  exit position=7 text=\"a \\\\\"b\\\\\"\" none=\"\"\n");
  }

  @Test
  void shouldShowNoSecret() {
    LogLine line = new LogLine("start", "token", new Secret("canary"));

    assertThat(new JsonLines().toSerializable(event(line)))
        .contains("***")
        .doesNotContain("canary");
  }

  @Test
  void shouldRefuseANameWithoutAValue() {
    assertThatThrownBy(() -> new LogLine("exit", "position"))
        .hasMessage("event=exit has a name without a value, expected pairs");
  }

  @Test
  void shouldRefuseAPlaceThatIsNoFile() {
    assertThatThrownBy(() -> NodeLog.open(directory, LogLevel.INFO))
        .isInstanceOf(FileSystemException.class)
        .hasMessageContaining("expected the name of a log file");
  }

  private static LogEvent event(Message message) {
    return Log4jLogEvent.newBuilder()
        .setLevel(Level.WARN)
        .setThreadName("t")
        .setLoggerName("l")
        .setMessage(message)
        .build();
  }
}
