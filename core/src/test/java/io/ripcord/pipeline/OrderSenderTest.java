package io.ripcord.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.ClOrdId;
import io.ripcord.event.DecisionEncoder;
import io.ripcord.event.EventDispatcher;
import io.ripcord.event.EventObserver;
import io.ripcord.event.ExitReason;
import io.ripcord.event.ExitSource;
import io.ripcord.event.OrderType;
import io.ripcord.event.ReportPublisher;
import io.ripcord.event.Side;
import io.ripcord.event.Sources;
import io.ripcord.money.E8;
import io.ripcord.testing.ArraySink;
import io.ripcord.testing.RecordedDecisions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is released reaches the venue as it was decided, and orders are said to be sent. */
class OrderSenderTest {
  private static final long HIGH = ClOrdId.high(0, 1, 1);
  private static final long EXIT = ClOrdId.low(1, 1, 0, ClOrdId.KIND_EXIT);
  private static final long ENTRY = ClOrdId.low(1, 1, 0, ClOrdId.KIND_ENTRY);

  private final OutboundRing outbound = new OutboundRing(8);
  private final RecordedDecisions venue = new RecordedDecisions();
  private final List<String> sent = new ArrayList<>();
  private final EventDispatcher dispatcher = new EventDispatcher();
  private final OrderSender sender =
      new OrderSender(
          outbound,
          new MemoryJournal(),
          true,
          new StageLatency("sent"),
          venue,
          new ReportPublisher(
              new ArraySink(
                  (byte) 0,
                  (sequence, buffer, length) ->
                      dispatcher.dispatch(sequence, buffer, 0, length, new Sent())),
              Sources.SENDER));

  private final class Sent extends EventObserver {
    @Override
    public void onOrderSent(long clOrdIdHigh, long clOrdIdLow) {
      sent.add(ClOrdId.format(clOrdIdHigh, clOrdIdLow));
    }
  }

  @Test
  void shouldSendEntriesAsItSendsExits() {
    DecisionEncoder decisions =
        new DecisionEncoder(
            (cause, index, buffer, offset, length) -> outbound.offer(1, buffer, offset, length));
    decisions.onEntryOrder(
        5, 7, 0, HIGH, ENTRY, Side.LONG, OrderType.MARKET, E8.ONE, 1, 102 * E8.ONE, 103 * E8.ONE);
    decisions.onPositionsQuery(5, 1, 7, 0);
    decisions.onExitOrder(
        5,
        7,
        0,
        HIGH,
        EXIT,
        Side.LONG,
        OrderType.MARKET,
        2 * E8.ONE,
        1,
        ExitReason.TIME,
        ExitSource.TIME,
        E8.NULL,
        99 * E8.ONE,
        5);

    assertThat(sender.doWork(9)).isEqualTo(3);

    assertThat(venue.lines())
        .containsExactly(
            "entry 7 LONG 1 level=102 trigger=103 attempt=1",
            "query 7",
            "order 7 LONG 2 TIME level=null trigger=99 attempt=1");
    assertThat(sent).containsExactly("0000010000001000100A", "0000010000001000100E");
    assertThat(sender.doWork(10)).isZero();
  }
}
