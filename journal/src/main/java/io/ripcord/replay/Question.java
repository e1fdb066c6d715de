package io.ripcord.replay;

import io.ripcord.event.ClOrdId;
import io.ripcord.money.E8;
import java.nio.charset.StandardCharsets;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * What is to be explained: a position, by its number or by one of its orders, over a span of time.
 *
 * @param positionId the trader's number, {@link E8#NULL} if an order is given
 * @param clOrdId the order, {@code null} if a position is given
 * @param fromNs changes before this time are not listed
 * @param toNs inputs after this time do not count: the explanation is for this moment
 */
public record Question(long positionId, String clOrdId, long fromNs, long toNs) {
  /** About a position, over the whole journal. */
  public static Question ofPosition(long positionId) {
    return new Question(positionId, null, Long.MIN_VALUE, Long.MAX_VALUE);
  }

  /** About the exit of an order, over the whole journal. */
  public static Question ofOrder(String clOrdId) {
    return new Question(E8.NULL, clOrdId, Long.MIN_VALUE, Long.MAX_VALUE);
  }

  /** The same over a span of time, both ends included. */
  public Question between(long newFromNs, long newToNs) {
    return new Question(positionId, clOrdId, newFromNs, newToNs);
  }

  /** Whether a text has the form of an order id. */
  public static boolean isOrderId(String text) {
    return text.length() == ClOrdId.LENGTH && text.matches("[0-9A-Z]+");
  }

  /** Which registration the order belongs to. */
  int ordinal() {
    UnsafeBuffer text = new UnsafeBuffer(clOrdId.getBytes(StandardCharsets.US_ASCII));
    long high = ClOrdId.getHalf(text, 0);
    long low = ClOrdId.getHalf(text, ClOrdId.LENGTH / 2);
    return ClOrdId.positionOrdinal(high, low);
  }
}
