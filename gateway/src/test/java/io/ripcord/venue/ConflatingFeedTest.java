package io.ripcord.venue;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.EventPrinter;
import io.ripcord.event.MarketDataPublisher;
import io.ripcord.event.Sources;
import io.ripcord.money.E8;
import io.ripcord.testing.ArraySink;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConflatingFeedTest {
  private final EventPrinter printer = new EventPrinter();
  private final List<String> published = new ArrayList<>();
  private final ArraySink sink =
      new ArraySink(
          (byte) 0xA5,
          (sequence, buffer, length) ->
              published.add(
                  printer
                      .input(sequence, buffer, 0, length)
                      .replaceAll(" (sequence|time|source|symbol)=[^ ]*", "")
                      .replace("venueTime=1970-01-01T00:00:00.", "")
                      .replaceAll("([0-9]{9})Z", "$1")));
  private final ConflatingFeed feed =
      new ConflatingFeed(new MarketDataPublisher(sink, Sources.FIRST_FEED));

  private void tick(int instrument, int at, String last, String bid, String ask) {
    feed.onTick(at, instrument, at, price(last), E8.NULL, price(bid), price(ask));
  }

  private void last(int instrument, int at, String... prices) {
    for (String price : prices) {
      tick(instrument, at, price, null, null);
    }
  }

  private static long price(String text) {
    return text == null ? E8.NULL : E8.parse(text);
  }

  private List<String> published() {
    List<String> lines = List.copyOf(published);
    published.clear();
    return lines;
  }

  @Test
  void shouldPassTicksOnWhileThereIsRoom() {
    tick(0, 1, "100", "99", "101");
    feed.onTick(2, 0, 2, E8.parse("100.5"), E8.parse("7"), E8.NULL, E8.NULL);

    assertThat(published())
        .containsExactly(
            "Tick 000000001 last=100 bid=99 ask=101", "Tick 000000002 last=100.5 quantity=7");
    assertThat(feed.conflatedTicks()).isZero();
    assertThat(feed.flush()).isZero();
  }

  @Test
  void shouldKeepTheExtremesAndWhichCameFirst() {
    sink.full(true);
    last(0, 1, "100", "105", "98", "99");
    assertThat(feed.flush()).isEqualTo(1);
    assertThat(published()).isEmpty();

    sink.full(false);
    assertThat(feed.flush()).isZero();
    assertThat(published())
        .containsExactly("ConflatedTick 000000001 last=99 high=105 low=98 highFirst=true ticks=4");
    assertThat(feed.conflatedTicks()).isEqualTo(4);
  }

  @Test
  void shouldKeepThatTheLowCameFirst() {
    sink.full(true);
    last(0, 1, "100", "98", "105", "99");
    sink.full(false);
    feed.flush();

    assertThat(published())
        .containsExactly("ConflatedTick 000000001 last=99 high=105 low=98 highFirst=false ticks=4");
  }

  @Test
  void shouldMergeASinglePriceIntoEqualExtremes() {
    sink.full(true);
    last(0, 1, "100");
    sink.full(false);
    feed.flush();

    assertThat(published())
        .containsExactly(
            "ConflatedTick 000000001 last=100 high=100 low=100 highFirst=false ticks=1");
  }

  @Test
  void shouldSendWhatWaitsBeforeAnythingNewerOfItsInstrument() {
    sink.full(true);
    last(0, 1, "100", "90");
    last(1, 2, "5", "6");
    sink.full(false);
    last(0, 3, "95");

    assertThat(published())
        .containsExactly(
            "ConflatedTick 000000001 last=90 high=100 low=90 highFirst=true ticks=2",
            "Tick 000000003 last=95");
    assertThat(feed.flush()).isZero();
    assertThat(published())
        .containsExactly("ConflatedTick 000000002 last=6 high=6 low=5 highFirst=false ticks=2");
  }

  @Test
  void shouldMergeANewTickThatFindsNoRoomBehindTheMergedOne() {
    sink.full(true);
    last(0, 1, "100");
    last(0, 2, "101");
    sink.full(false);
    feed.flush();
    sink.full(true);
    last(0, 3, "50");
    sink.full(false);
    feed.flush();

    assertThat(published())
        .containsExactly(
            "ConflatedTick 000000002 last=101 high=101 low=100 highFirst=false ticks=2",
            // Nothing of the first merge is left in the second.
            "ConflatedTick 000000003 last=50 high=50 low=50 highFirst=false ticks=1");
  }

  @Test
  void shouldKeepTheNewestQuoteOfEachSide() {
    sink.full(true);
    tick(0, 1, null, "99", "101");
    tick(0, 2, null, "99.5", null);
    tick(0, 3, "100", null, null);
    tick(0, 4, null, null, "100.5");
    sink.full(false);
    feed.flush();

    assertThat(published())
        .containsExactly(
            "ConflatedTick 000000004 last=100 high=100 low=100 highFirst=false bid=99.5 ask=100.5"
                + " ticks=4");
  }

  @Test
  void shouldMergeQuotesAloneWithoutAPrice() {
    sink.full(true);
    tick(0, 1, null, "99", "101");
    tick(0, 2, null, "98", "100");
    sink.full(false);
    feed.flush();

    assertThat(published())
        .containsExactly("ConflatedTick 000000002 highFirst=false bid=98 ask=100 ticks=2");
  }

  @Test
  void shouldPassBadPricesOnOrCountThemButNeverMergeThem() {
    last(0, 1, "0", "-5");
    assertThat(published()).containsExactly("Tick 000000001 last=0", "Tick 000000001 last=-5");

    sink.full(true);
    last(0, 2, "100", "0", "-1", "101");
    assertThat(feed.droppedBadTicks()).isEqualTo(2);
    sink.full(false);
    feed.flush();
    assertThat(published())
        .containsExactly(
            "ConflatedTick 000000002 last=101 high=101 low=100 highFirst=false ticks=2");
  }

  @Test
  void shouldFlushAsManyInstrumentsAsFindRoom() {
    sink.full(true);
    for (int instrument = 0; instrument < 40; instrument++) {
      last(instrument, 1, "7");
    }
    assertThat(feed.flush()).isEqualTo(40);
    sink.full(false);

    assertThat(feed.flush()).isZero();
    assertThat(published()).hasSize(40);
    assertThat(feed.flush()).isZero();
    assertThat(published()).isEmpty();
    assertThat(sink.isClaimed()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void shouldNeverLoseAnExtremeOrTheNewestPrice(long seed) {
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    List<Long> merged = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      sink.full(random.nextInt(4) > 0);
      long price = 1L + random.nextInt(1_000);
      published.clear();
      feed.onTick(i, 0, i, price * E8.ONE, E8.NULL, E8.NULL, E8.NULL);
      if (published.isEmpty()) {
        merged.add(price);
        continue;
      }
      int sent = 0;
      if (!merged.isEmpty()) {
        long high = merged.stream().max(Long::compare).orElseThrow();
        long low = merged.stream().min(Long::compare).orElseThrow();
        assertThat(published.get(sent++))
            .as("seed %d tick %d", seed, i)
            .contains(
                " last=" + merged.get(merged.size() - 1) + " high=" + high + " low=" + low + " ",
                " highFirst=" + (merged.indexOf(high) < merged.indexOf(low)),
                " ticks=" + merged.size());
      }
      assertThat(published.get(sent)).contains("Tick ", " last=" + price);
      merged.clear();
    }
  }
}
