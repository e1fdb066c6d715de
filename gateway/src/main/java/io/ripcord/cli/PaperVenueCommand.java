package io.ripcord.cli;

import io.ripcord.config.ConfigLoader;
import io.ripcord.config.InstrumentConfig;
import io.ripcord.config.Overrides;
import io.ripcord.config.RipcordConfig;
import io.ripcord.node.DemoMarket;
import io.ripcord.venue.paper.LiveTape;
import io.ripcord.venue.paper.PaperInstrument;
import io.ripcord.venue.paper.PaperLedger;
import io.ripcord.venue.paper.PaperSettings;
import io.ripcord.venue.paper.server.PaperServer;
import io.ripcord.venue.paper.server.WallClock;
import io.ripcord.venue.tape.Tape;
import io.ripcord.venue.tape.Tapes;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The paper venue as a process of its own, until it is told to stop. */
@Command(
    name = "paper",
    description = "Serves the paper venue over TCP until it is stopped.",
    mixinStandardHelpOptions = true)
final class PaperVenueCommand implements Callable<Integer> {
  private static final long IDLE_MILLIS = 1;
  private static final long STOP_SECONDS = 10;

  @Spec private CommandSpec spec;

  @Option(
      names = "--listen",
      required = true,
      paramLabel = "HOST:PORT",
      description = "Where to listen; port 0 takes a free one. The first line says which.")
  private String listen;

  @Option(
      names = "--allow-remote",
      description = "Allows an address that other machines can reach; there is no authentication.")
  private boolean allowRemote;

  @Option(
      names = "--tape",
      paramLabel = "FILE",
      description = "Recorded market data, plain or gzip; may be given several times.")
  private List<Path> tapes;

  @Option(names = "--generated", description = "A generated market instead of a tape.")
  private boolean generated;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "42",
      description = "Seed of the generated market and of the venue's draws.")
  private long seed;

  @Option(
      names = "--speed",
      paramLabel = "N",
      defaultValue = "1",
      description = "N times real time, from 0.001 to 1000.")
  private String speed;

  @Option(
      names = "--ledger",
      paramLabel = "FILE",
      description = "Keeps the venue's facts here and goes on with them after a restart.")
  private Path ledger;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Configuration: instruments and paper venue (YAML).")
  private Path config;

  @Override
  public Integer call() throws IOException {
    InetSocketAddress address = address();
    long speedMilli = speedMilli();
    if (generated == (tapes != null)) {
      throw usage("--tape, --generated: expected one of the two");
    }
    RipcordConfig effective = effectiveConfig();
    PrintWriter err = spec.commandLine().getErr();
    if (!address.getAddress().isLoopbackAddress()) {
      err.println(
          "warning: "
              + ListenAddress.format(address)
              + " can be reached from other machines, and anybody there can trade on this paper"
              + " venue");
    }
    WallClock clock = new WallClock();
    LiveTape tape = tape(speedMilli);
    List<PaperInstrument> instruments = new ArrayList<>();
    for (String symbol : tape.symbols()) {
      InstrumentConfig instrument = effective.instrument(symbol);
      instruments.add(
          new PaperInstrument(symbol, instrument.priceIncrementE8(), instrument.lotE8()));
    }
    try (PaperServer server =
        new PaperServer(
            address,
            PaperSettings.of(effective.paper(), seed),
            instruments,
            tape,
            ledger == null ? null : PaperLedger.open(ledger),
            err::println,
            clock.nowNs())) {
      serve(server, clock);
    } catch (BindException e) {
      throw new IOException(
          "--listen: cannot listen on "
              + ListenAddress.format(address)
              + ": "
              + e.getMessage()
              + ", expected an address of this machine that is free",
          e);
    }
    return ExitCodes.OK;
  }

  private void serve(PaperServer server, WallClock clock) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    out.println("listening on " + ListenAddress.format(server.address()));
    out.flush();
    AtomicBoolean stop = new AtomicBoolean();
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stop, stopped), "venue-stop"));
    try {
      while (!stop.get()) {
        if (server.doWork(clock.nowNs()) == 0) {
          server.await(IDLE_MILLIS);
        }
      }
      server.close();
    } finally {
      stopped.countDown();
    }
  }

  /** The process ends when the hooks have: the loop gets time to say goodbye. */
  private static void stop(AtomicBoolean stop, CountDownLatch stopped) {
    stop.set(true);
    try {
      if (!stopped.await(STOP_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("ripcord: the venue did not stop in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private LiveTape tape(long speedMilli) {
    if (generated) {
      return LiveTape.generated(DemoMarket.week(seed), speedMilli);
    }
    List<Tape> opened = new ArrayList<>();
    for (Path tape : tapes) {
      opened.add(Tapes.open(tape));
    }
    return LiveTape.recorded(opened, speedMilli);
  }

  private InetSocketAddress address() {
    InetSocketAddress address;
    try {
      address = ListenAddress.parse("--listen", listen);
    } catch (IllegalArgumentException e) {
      throw usage(e.getMessage());
    }
    if (!allowRemote && !address.getAddress().isLoopbackAddress()) {
      throw usage(
          "--listen: found '"
              + listen
              + "', expected an address of this machine only such as 127.0.0.1:0, or --allow-remote"
              + " as well");
    }
    return address;
  }

  private long speedMilli() {
    try {
      long milli = new BigDecimal(speed).movePointRight(3).longValueExact();
      if (milli > 0 && milli <= LiveTape.MAX_SPEED_MILLI) {
        return milli;
      }
    } catch (ArithmeticException | NumberFormatException e) {
      // Falls through to the one message for all of these.
    }
    throw usage("--speed: found '" + speed + "', expected a factor from 0.001 to 1000");
  }

  private RipcordConfig effectiveConfig() {
    Overrides overrides = Overrides.of(System.getenv());
    return (config == null
            ? ConfigLoader.defaults(overrides)
            : ConfigLoader.load(config, overrides))
        .config();
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
