package io.ripcord.venue.paper;

import io.ripcord.event.ClOrdId;
import io.ripcord.event.Side;
import io.ripcord.money.E8;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The paper venue's own truth: a file to which every fact is appended, one JSON object a line,
 * before anybody is told of it. It is handed to the operating system at once, so it survives the
 * kill of the process (not the loss of power). Opening reads it back. One thread, one process: the
 * file is locked.
 *
 * <pre>
 *   {"fact":"LEDGER","version":1}
 *   {"fact":"HOLD","time":ns,"client":"..","position":1,"symbol":"..","side":"LONG","quantity":"0.5"}
 *   {"fact":"ORDER","time":ns,"client":"..","position":1,"symbol":"..","side":"LONG",
 *    "clOrdId":"..","quantity":"0.5","execId":1}         REJECT, ENTRY, ENTRY_REJECT alike
 *   {"fact":"EXECUTION","time":ns,"client":"..","clOrdId":"..","execId":2,
 *    "quantity":"0.5","price":"61800.1","cum":"0.5"}
 * </pre>
 *
 * <p>{@code side} is that of the position; an ORDER closes it, an ENTRY adds to it.
 */
public final class PaperLedger implements AutoCloseable {
  static final int VERSION = 1;

  private final Path file;
  private final FileChannel channel;
  private final LedgerBook book;
  private final StringBuilder line = new StringBuilder();
  private boolean broken;

  private PaperLedger(Path file, FileChannel channel, LedgerBook book) {
    this.file = file;
    this.channel = channel;
    this.book = book;
  }

  /**
   * Opens a ledger, new or existing, for going on with it.
   *
   * @throws LedgerException when it is damaged or another process has it
   * @throws IOException when the file cannot be used
   */
  public static PaperLedger open(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      lock(file, channel);
      LedgerReader.Content content = LedgerReader.read(file, bytes(channel));
      channel.truncate(content.wholeBytes());
      channel.position(content.wholeBytes());
      PaperLedger ledger = new PaperLedger(file, channel, content.book());
      if (content.wholeBytes() == 0) {
        ledger.line.append("{\"fact\":\"LEDGER\",\"version\":").append(VERSION);
        ledger.write();
      }
      return ledger;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static byte[] bytes(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size()));
    int taken = 0;
    while (bytes.hasRemaining() && taken >= 0) {
      taken = channel.read(bytes);
    }
    return bytes.array();
  }

  private static void lock(Path file, FileChannel channel) throws IOException {
    boolean locked;
    try {
      locked = channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      locked = false;
    }
    if (!locked) {
      throw new LedgerException(
          file + ": another paper venue writes to it, expected a ledger of its own for each");
    }
  }

  /**
   * Reads a ledger without touching it, also while a venue writes to it.
   *
   * @throws LedgerException when it is damaged
   * @throws IOException when the file cannot be read
   */
  public static LedgerBook read(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new NoSuchFileException(
          file.toString(), null, "does not exist, expected the ledger of a paper venue");
    }
    LedgerReader.Content content = LedgerReader.read(file, Files.readAllBytes(file));
    if (content.wholeBytes() == 0) {
      throw new LedgerException(file + ": is empty, expected the ledger of a paper venue");
    }
    return content.book();
  }

  Path file() {
    return file;
  }

  /** What it said when it was opened. */
  LedgerBook book() {
    return book;
  }

  void held(
      long timeNs, String client, long positionId, String symbol, Side side, long quantityE8) {
    begin("HOLD", timeNs, client);
    position(positionId, symbol, side);
    decimal("quantity", quantityE8);
    write();
  }

  void ordered(
      long timeNs, String client, String symbol, PaperOrder order, long execId, boolean refused) {
    begin(fact(order, refused), timeNs, client);
    position(order.positionId, symbol, order.side);
    text("clOrdId", ClOrdId.format(order.idHigh, order.idLow));
    decimal("quantity", order.quantityE8);
    number("execId", execId);
    write();
  }

  private static String fact(PaperOrder order, boolean refused) {
    if (order.isEntry) {
      return refused ? "ENTRY_REJECT" : "ENTRY";
    }
    return refused ? "REJECT" : "ORDER";
  }

  void executed(long timeNs, String client, PaperOrder order, PaperOrder.Execution execution) {
    begin("EXECUTION", timeNs, client);
    text("clOrdId", ClOrdId.format(order.idHigh, order.idLow));
    number("execId", execution.execId());
    decimal("quantity", execution.quantityE8());
    decimal("price", execution.priceE8());
    decimal("cum", execution.cumE8());
    write();
  }

  private void begin(String fact, long timeNs, String client) {
    line.append("{\"fact\":\"").append(fact).append('"');
    number("time", timeNs);
    text("client", client);
  }

  private void position(long positionId, String symbol, Side side) {
    number("position", positionId);
    text("symbol", symbol);
    text("side", side.name());
  }

  private void number(String name, long value) {
    line.append(",\"").append(name).append("\":").append(value);
  }

  private void decimal(String name, long valueE8) {
    text(name, E8.format(valueE8));
  }

  private void text(String name, String value) {
    line.append(",\"").append(name).append("\":\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        line.append('\\');
      }
      line.append(c);
    }
    line.append('"');
  }

  private void write() {
    line.append("}\n");
    ByteBuffer bytes = ByteBuffer.wrap(line.toString().getBytes(StandardCharsets.US_ASCII));
    line.setLength(0);
    if (broken) {
      throw new IllegalStateException(file + ": a fact was lost before, nothing more is written");
    }
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException e) {
      // A part of the line may be there: another one after it would be damage.
      broken = true;
      throw new UncheckedIOException(
          new IOException(file + ": cannot be written: " + e.getMessage(), e));
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new LedgerException(file + ": cannot be closed: " + e.getMessage(), e);
    }
  }
}
