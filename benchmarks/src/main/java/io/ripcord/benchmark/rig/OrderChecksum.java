package io.ripcord.benchmark.rig;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/** Count and CRC32C over all fields of orders, in order. One thread. */
final class OrderChecksum {
  private final CRC32C crc = new CRC32C();
  private final ByteBuffer bytes = ByteBuffer.allocate(256);
  private long orders;

  void add(
      long timeNs,
      long positionId,
      int instrumentId,
      long clOrdIdHigh,
      long clOrdIdLow,
      int side,
      long quantityE8,
      String reason,
      String source,
      long levelE8,
      long triggerPriceE8) {
    bytes.clear();
    bytes.putLong(timeNs).putLong(positionId).putInt(instrumentId);
    bytes.putLong(clOrdIdHigh).putLong(clOrdIdLow).putInt(side).putLong(quantityE8);
    bytes.put(reason.getBytes(StandardCharsets.US_ASCII));
    bytes.put(source.getBytes(StandardCharsets.US_ASCII));
    bytes.putLong(levelE8).putLong(triggerPriceE8).flip();
    crc.update(bytes);
    orders++;
  }

  long orders() {
    return orders;
  }

  long value() {
    return crc.getValue();
  }
}
