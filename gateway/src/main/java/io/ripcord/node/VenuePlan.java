package io.ripcord.node;

import io.ripcord.config.FeedFacts;
import io.ripcord.config.InstrumentConfig;
import io.ripcord.config.NodeConfig;
import io.ripcord.config.RipcordConfig;
import io.ripcord.config.VenueKind;
import io.ripcord.event.MarketDataPublisher;
import io.ripcord.event.ReportPublisher;
import io.ripcord.event.Sources;
import io.ripcord.pipeline.RingSink;
import io.ripcord.venue.VenueAdapter;
import io.ripcord.venue.paper.LiveTape;
import io.ripcord.venue.paper.LocalPaperVenue;
import io.ripcord.venue.paper.PaperInstrument;
import io.ripcord.venue.paper.PaperLedger;
import io.ripcord.venue.paper.PaperSettings;
import io.ripcord.venue.paper.RemotePaperVenue;
import io.ripcord.venue.tape.Tapes;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The venue of a node, chosen by its configuration: what can be wrong with it is found before the
 * journal is opened, what needs the ring is built after that. One thread.
 */
final class VenuePlan implements AutoCloseable {
  private static final String LEDGER = "paper-ledger.jsonl";

  private final RipcordConfig config;
  private final LiveTape tape;
  private final InetSocketAddress address;
  private final String description;
  private boolean opened;

  private VenuePlan(
      RipcordConfig config, LiveTape tape, InetSocketAddress address, String description) {
    this.config = config;
    this.tape = tape;
    this.address = address;
    this.description = description;
  }

  /**
   * Scans the tapes, or finds the address.
   *
   * @throws io.ripcord.venue.tape.TapeException at a bad line of a tape
   * @throws UnknownHostException when nobody knows the host
   */
  static VenuePlan of(RipcordConfig config) throws UnknownHostException {
    NodeConfig node = config.node();
    if (node.venue().kind() == VenueKind.REMOTE_PAPER) {
      return new VenuePlan(
          config, null, resolved(node.venue().address()), "remote-paper " + node.venue().address());
    }
    NodeConfig.Feed feed = node.feed();
    String speed = feed.speedMilli() == LiveTape.REAL_TIME_MILLI ? "" : ", not in real time";
    if (feed.tapes().isEmpty()) {
      String generated = "local-paper, generated market (seed " + feed.generatedSeed() + ")";
      return new VenuePlan(
          config,
          LiveTape.generated(DemoMarket.year(feed.generatedSeed()), feed.speedMilli()),
          null,
          generated + speed);
    }
    LiveTape recorded =
        LiveTape.recorded(
            feed.tapes().paths().stream().map(Tapes::open).toList(), feed.speedMilli());
    String names = String.join(", ", feed.tapes().names());
    return new VenuePlan(config, recorded, null, "local-paper, recorded market " + names + speed);
  }

  private static InetSocketAddress resolved(String address) throws UnknownHostException {
    int end = address.lastIndexOf(':');
    String host = address.substring(0, end).replaceAll("[\\[\\]]", "");
    InetSocketAddress resolved =
        new InetSocketAddress(host, Integer.parseInt(address.substring(end + 1)));
    if (resolved.isUnresolved()) {
      throw new UnknownHostException(
          "venue.address: nobody knows the host '" + host + "', expected one that is known");
    }
    return resolved;
  }

  /** In words. */
  String description() {
    return description;
  }

  /** What its market data of a symbol has, empty as long as nobody can tell. */
  Optional<FeedFacts> feedOf(String symbol) {
    if (tape == null || tape.summaries().isEmpty() || !tape.symbols().contains(symbol)) {
      return Optional.empty();
    }
    boolean hasBook = tape.summaries().stream().anyMatch(t -> t.withBook().contains(symbol));
    boolean hasVolume = tape.summaries().stream().anyMatch(t -> t.withVolume().contains(symbol));
    // Marks and calendars are those of the venue: the configuration has been checked for them.
    return Optional.of(new FeedFacts("the tape of " + symbol, true, hasBook, hasVolume, true));
  }

  /** The symbols that it has prices of, as far as it can tell before it is reached. */
  List<String> symbols() {
    return tape == null ? List.of() : tape.symbols();
  }

  /**
   * Opens the venue; once.
   *
   * @param instruments in the order of their ids, from 0
   * @throws IOException when its ledger cannot be used
   */
  VenueAdapter open(List<InstrumentConfig> instruments, RingSink sink, long nowNs)
      throws IOException {
    opened = true;
    ReportPublisher reports = new ReportPublisher(sink, Sources.PAPER_VENUE);
    MarketDataPublisher market = new MarketDataPublisher(sink, Sources.FIRST_FEED);
    long seed = config.node().feed().generatedSeed();
    if (tape == null) {
      Map<String, Integer> ids = new HashMap<>();
      for (int id = 0; id < instruments.size(); id++) {
        ids.put(instruments.get(id).symbol(), id);
      }
      String client = "ripcord-" + config.node().instance();
      return new RemotePaperVenue(address, client, ids, reports, market, seed);
    }
    Path ledger = config.node().dataPath().resolve(LEDGER);
    return new LocalPaperVenue(
        PaperSettings.of(config.paper(), seed),
        instruments.stream()
            .map(i -> new PaperInstrument(i.symbol(), i.priceIncrementE8(), i.lotE8()))
            .toList(),
        tape,
        PaperLedger.open(ledger),
        reports,
        market,
        nowNs);
  }

  /** Frees what an adapter has not taken over. */
  @Override
  public void close() {
    if (!opened && tape != null) {
      tape.close();
    }
  }
}
