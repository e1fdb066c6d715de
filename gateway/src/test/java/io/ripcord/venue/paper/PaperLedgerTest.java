package io.ripcord.venue.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ripcord.event.Side;
import io.ripcord.money.E8;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The venue's file of facts: what is read back, and what is refused. */
class PaperLedgerTest {
  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("ledger.jsonl");
  }

  private static PaperOrder order(long position, int attempt) {
    return order(position, attempt, false);
  }

  private static PaperOrder order(long position, int attempt, boolean isEntry) {
    PaperOrder.Id id = new PaperOrder.Id(WireRig.high(position), WireRig.low(position, attempt));
    return new PaperOrder(id, position, 0, Side.LONG, isEntry, 2 * E8.ONE, 0);
  }

  private void writeSome() throws IOException {
    try (PaperLedger ledger = PaperLedger.open(file())) {
      ledger.held(1, "a", 1, "X\"\\Y", Side.LONG, 2 * E8.ONE);
      ledger.held(2, "a", 2, "BETA", Side.SHORT, E8.ONE);
      ledger.ordered(3, "a", "X\"\\Y", order(1, 1), 1, true);
      PaperOrder order = order(1, 2);
      ledger.ordered(4, "a", "X\"\\Y", order, 2, false);
      ledger.executed(5, "a", order, new PaperOrder.Execution(3, E8.ONE, 5 * E8.ONE, E8.ONE));
    }
  }

  @Test
  void shouldReadBackWhatItWrote() throws IOException {
    writeSome();

    assertThat(PaperLedger.read(file()).rows())
        .containsExactly(
            new LedgerBook.Row("a", 1, "X\"\\Y", Side.LONG, 2 * E8.ONE, 1, 0, 1, 1, 0, E8.ONE, 1),
            new LedgerBook.Row("a", 2, "BETA", Side.SHORT, E8.ONE, 0, 0, 0, 0, 0, 0, 0));
    LedgerBook.Account account = PaperLedger.read(file()).account("a");
    assertThat(account.lastExecId).isEqualTo(3);
  }

  @Test
  void shouldAddWhatEntriesBrought() throws IOException {
    try (PaperLedger ledger = PaperLedger.open(file())) {
      ledger.held(1, "a", 1, "BETA", Side.LONG, 2 * E8.ONE);
      ledger.ordered(2, "a", "BETA", order(1, 1, true), 1, true);
      PaperOrder entry = order(1, 2, true);
      ledger.ordered(3, "a", "BETA", entry, 2, false);
      ledger.executed(4, "a", entry, new PaperOrder.Execution(3, E8.ONE, 5 * E8.ONE, E8.ONE));
      PaperOrder exit = order(1, 3);
      ledger.ordered(5, "a", "BETA", exit, 4, false);
      ledger.executed(
          6, "a", exit, new PaperOrder.Execution(5, 2 * E8.ONE, 5 * E8.ONE, 2 * E8.ONE));
    }

    LedgerBook.Row row =
        new LedgerBook.Row(
            "a", 1, "BETA", Side.LONG, 2 * E8.ONE, 1, 1, 1, 2, E8.ONE, 2 * E8.ONE, 1);
    assertThat(PaperLedger.read(file()).rows()).containsExactly(row);
    assertThat(row.netE8()).isEqualTo(E8.ONE);
    assertThat(row.isDoubled()).isFalse();
  }

  @Test
  void shouldDropATornEndWhereverItIsTorn() throws IOException {
    writeSome();
    byte[] whole = Files.readAllBytes(file());
    for (int length = 0; length < whole.length; length++) {
      Files.write(file(), java.util.Arrays.copyOf(whole, length));
      try (PaperLedger ledger = PaperLedger.open(file())) {
        ledger.held(9, "b", 1, "BETA", Side.LONG, E8.ONE);
      }
      assertThat(PaperLedger.read(file()).account("b").holdings).as("length " + length).hasSize(1);
      assertThat(Files.readString(file())).startsWith("{\"fact\":\"LEDGER\",\"version\":1}\n");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1 | LEDGER    | HOLD      | :1: fact: found 'HOLD', expected LEDGER",
        "1 | :1}       | :2}       | :1: version: found 2, expected 1",
        "2 | HOLD      | HELD      | :2: fact: found 'HELD', expected HOLD, ORDER, REJECT, ENTRY",
        "2 | LONG      | LANG      | :2: side: found 'LANG', expected LONG or SHORT",
        "2 | \"2\"     | \"-2\"    | :2: quantity: found '-2', expected a number above 0",
        "2 | \"2\"     | 2         | :2: quantity: found 2, expected a text",
        "2 | client    | clint     | :2: found fields [clint, ",
        "2 | {         | [         | :2: found '[\"fact\":\"HOLD\"",
        "3 | n\":2     | n\":1     | :3: position: found 1 again, expected each to be held once",
        "5 | Id\":2    | Id\":1    | :5: execId: found 1, expected above 1",
        "5 | 10002     | 10001     | :5: clOrdId: found 0000010000001000100E again, expected each",
        "5 | rdId\":\"0 | rdId\":\"- | :5: clOrdId: found '-",
        "6 | cum\":\"1 | cum\":\"2 | :6: cum: found 2, expected 1 and at most 2",
      })
  void shouldNameTheLineOfDamage(int line, String from, String to, String says) throws IOException {
    writeSome();
    List<String> lines = new ArrayList<>(Files.readAllLines(file()));
    assertThat(lines.get(line - 1)).contains(from);
    lines.set(line - 1, lines.get(line - 1).replace(from, to));
    Files.write(file(), lines);

    assertThatThrownBy(() -> PaperLedger.open(file()))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining(file() + says);
    // Refused, not touched, and free for others.
    assertThat(Files.readAllLines(file())).isEqualTo(lines);
    assertThatThrownBy(() -> PaperLedger.read(file())).isInstanceOf(LedgerException.class);
  }

  @Test
  void shouldRefuseASecondWriter() throws IOException {
    try (PaperLedger first = PaperLedger.open(file())) {
      assertThatThrownBy(() -> PaperLedger.open(file()))
          .isInstanceOf(LedgerException.class)
          .hasMessageContaining("another paper venue writes to it");
      first.held(1, "a", 1, "BETA", Side.LONG, E8.ONE);
    }
    PaperLedger.open(file()).close();
  }

  @Test
  void shouldRefuseWhatIsNoLedger() throws IOException {
    assertThatThrownBy(() -> PaperLedger.read(file())).isInstanceOf(NoSuchFileException.class);
    Files.writeString(file(), "");
    assertThatThrownBy(() -> PaperLedger.read(file())).hasMessageContaining("is empty");
    Files.writeString(file(), "hello\n", StandardOpenOption.APPEND);
    assertThatThrownBy(() -> PaperLedger.open(file()))
        .hasMessageContaining(":1: found 'hello', expected one JSON object");
  }

  @Test
  void shouldSayWhatTheVenueNoLongerLists() throws IOException {
    writeSome();
    assertThatThrownBy(() -> new WireRig(folder, PaperSettings.immediate()))
        .hasMessageContaining("ledger.jsonl:2: symbol: found 'X\"\\Y', expected one that")
        .hasMessageContaining("ACME, BETA");
    PaperLedger.open(file()).close();
  }
}
