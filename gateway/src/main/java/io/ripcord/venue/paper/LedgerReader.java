package io.ripcord.venue.paper;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ripcord.event.ClOrdId;
import io.ripcord.event.Side;
import io.ripcord.event.Texts;
import io.ripcord.money.E8;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Reads a ledger back. A last line without its end is what a kill leaves behind and is left out:
 * nobody was told of it. Everything else that is not a ledger is refused, with its line.
 */
final class LedgerReader {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private static final List<String> FACTS =
      List.of("LEDGER", "HOLD", "ORDER", "REJECT", "ENTRY", "ENTRY_REJECT", "EXECUTION");

  private final Path file;
  private final LedgerBook book = new LedgerBook();
  private int line;
  private JsonNode fact;

  private LedgerReader(Path file) {
    this.file = file;
  }

  /**
   * What a ledger says.
   *
   * @param book its facts
   * @param wholeBytes length of the whole lines; what follows is torn
   */
  record Content(LedgerBook book, long wholeBytes) {}

  /**
   * Reads the bytes of a ledger. They are handed in because a second opening of a locked file would
   * end the lock when it is closed.
   */
  static Content read(Path file, byte[] bytes) {
    return new LedgerReader(file).readAll(bytes);
  }

  private Content readAll(byte[] bytes) {
    int begin = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        line++;
        readLine(Arrays.copyOfRange(bytes, begin, i));
        begin = i + 1;
      }
    }
    return new Content(book, begin);
  }

  private void readLine(byte[] text) {
    try {
      fact = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw problem(
          "found '"
              + abbreviated(new String(text, StandardCharsets.UTF_8))
              + "', expected one JSON object");
    } catch (IOException e) {
      throw problem(e.getMessage());
    }
    if (fact == null || !fact.isObject()) {
      throw problem("found no JSON object, expected one");
    }
    String kind = text("fact");
    if ((line == 1) != kind.equals("LEDGER") || !FACTS.contains(kind)) {
      throw problem(
          "fact: found '"
              + abbreviated(kind)
              + "', expected "
              + (line == 1 ? "LEDGER" : "HOLD, ORDER, REJECT, ENTRY, ENTRY_REJECT or EXECUTION"));
    }
    switch (kind) {
      case "LEDGER" -> header();
      case "HOLD" -> hold();
      case "EXECUTION" -> execution();
      default -> order(kind.startsWith("ENTRY"), kind.endsWith("REJECT"));
    }
  }

  private void header() {
    fields("fact", "version");
    if (number("version") != PaperLedger.VERSION) {
      throw problem("version: found " + number("version") + ", expected " + PaperLedger.VERSION);
    }
  }

  private void hold() {
    fields("fact", "time", "client", "position", "symbol", "side", "quantity");
    long positionId = number("position");
    LedgerBook.Account account = account();
    LedgerBook.Holding holding =
        new LedgerBook.Holding(positionId, text("symbol"), side(), quantity("quantity"), line);
    if (account.holdings.putIfAbsent(positionId, holding) != null) {
      throw problem("position: found " + positionId + " again, expected each to be held once");
    }
  }

  private void order(boolean isEntry, boolean refused) {
    fields("fact", "time", "client", "position", "symbol", "side", "clOrdId", "quantity", "execId");
    LedgerBook.Account account = account();
    PaperOrder.Id id = id();
    LedgerBook.Order order =
        new LedgerBook.Order(
            id,
            number("position"),
            text("symbol"),
            side(),
            isEntry,
            quantity("quantity"),
            refused,
            line);
    execId(account);
    if (account.orders.putIfAbsent(id, order) != null) {
      throw problem("clOrdId: found " + text("clOrdId") + " again, expected each order once");
    }
  }

  private void execution() {
    fields("fact", "time", "client", "clOrdId", "execId", "quantity", "price", "cum");
    LedgerBook.Account account = account();
    LedgerBook.Order order = account.orders.get(id());
    if (order == null || order.refused) {
      throw problem(
          "clOrdId: found " + text("clOrdId") + ", expected an order accepted on a line before");
    }
    PaperOrder.Execution execution =
        new PaperOrder.Execution(
            execId(account), quantity("quantity"), quantity("price"), quantity("cum"));
    long cumE8 = order.cumE8 + execution.quantityE8();
    if (execution.cumE8() != cumE8 || cumE8 > order.quantityE8) {
      throw problem(
          "cum: found "
              + text("cum")
              + ", expected "
              + E8.format(cumE8)
              + " and at most "
              + E8.format(order.quantityE8));
    }
    order.cumE8 = cumE8;
    order.executions.add(execution);
  }

  private LedgerBook.Account account() {
    number("time");
    String client = text("client");
    if (!Texts.isName(client)) {
      throw problem(
          "client: found '"
              + abbreviated(client)
              + "', expected 1 to 64 printable ASCII characters, no space");
    }
    return book.account(client);
  }

  private long execId(LedgerBook.Account account) {
    long execId = number("execId");
    if (execId <= account.lastExecId) {
      throw problem("execId: found " + execId + ", expected above " + account.lastExecId);
    }
    account.lastExecId = execId;
    return execId;
  }

  private PaperOrder.Id id() {
    String text = text("clOrdId");
    UnsafeBuffer bytes = new UnsafeBuffer(text.getBytes(StandardCharsets.US_ASCII));
    try {
      if (bytes.capacity() == ClOrdId.LENGTH) {
        return new PaperOrder.Id(
            ClOrdId.getHalf(bytes, 0), ClOrdId.getHalf(bytes, ClOrdId.LENGTH / 2));
      }
    } catch (IllegalArgumentException e) {
      // Falls through to the one message for both.
    }
    throw problem("clOrdId: found '" + abbreviated(text) + "', expected 20 characters of [0-9A-Z]");
  }

  private Side side() {
    String text = text("side");
    for (Side side : Side.values()) {
      if (side.name().equals(text)) {
        return side;
      }
    }
    throw problem("side: found '" + abbreviated(text) + "', expected LONG or SHORT");
  }

  private long quantity(String name) {
    String text = text(name);
    try {
      long value = E8.parse(text);
      if (value > 0) {
        return value;
      }
    } catch (IllegalArgumentException e) {
      // Falls through to the one message for both.
    }
    throw problem(name + ": found '" + abbreviated(text) + "', expected a number above 0");
  }

  private long number(String name) {
    JsonNode node = fact.get(name);
    if (node == null || !node.canConvertToLong() || !node.isIntegralNumber()) {
      throw problem(name + ": found " + node + ", expected a whole number");
    }
    return node.longValue();
  }

  private String text(String name) {
    JsonNode node = fact.get(name);
    if (node == null || !node.isTextual()) {
      throw problem(name + ": found " + node + ", expected a text");
    }
    return node.textValue();
  }

  private void fields(String... names) {
    TreeSet<String> found = new TreeSet<>();
    fact.fieldNames().forEachRemaining(found::add);
    TreeSet<String> expected = new TreeSet<>(List.of(names));
    if (!found.equals(expected)) {
      throw problem("found fields " + found + ", expected " + expected);
    }
  }

  private static String abbreviated(String text) {
    return text.length() > 60 ? text.substring(0, 60) + "..." : text;
  }

  private LedgerException problem(String text) {
    return new LedgerException(file + ":" + line + ": " + text);
  }
}
