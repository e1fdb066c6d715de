package io.ripcord.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ripcord.config.ConfigLoader;
import io.ripcord.config.InstrumentConfig;
import io.ripcord.config.Overrides;
import io.ripcord.config.PolicyText;
import io.ripcord.config.RipcordConfig;
import io.ripcord.config.Wording;
import io.ripcord.event.Texts;
import io.ripcord.indicator.IndicatorKind;
import io.ripcord.indicator.IndicatorSpec;
import io.ripcord.indicator.Indicators;
import io.ripcord.indicator.PositionSize;
import io.ripcord.money.E8;
import io.ripcord.money.MulDiv;
import io.ripcord.money.Percent;
import io.ripcord.venue.tape.Tape;
import io.ripcord.venue.tape.TapeCursor;
import io.ripcord.venue.tape.TapeException;
import io.ripcord.venue.tape.Tapes;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Says how much to hold so that an ATR stop costs no more than what is put at risk. */
@Command(
    name = "size",
    description = "Position size from the average true range at the end of a tape and the risk.",
    mixinStandardHelpOptions = true)
final class SizeCommand implements Callable<Integer> {
  private static final int E6_PER_E8 = 100;

  @Spec private CommandSpec spec;

  @Option(
      names = "--tape",
      paramLabel = "F",
      required = true,
      description = "Recorded market data.")
  private Path tape;

  @Option(names = "--symbol", paramLabel = "S", required = true, description = "Instrument.")
  private String symbol;

  @Option(
      names = "--risk",
      paramLabel = "MONEY",
      required = true,
      description = "What the stop may cost.")
  private String risk;

  @Option(
      names = "--period",
      paramLabel = "N",
      defaultValue = "14",
      description = "Bars of the ATR (default: ${DEFAULT-VALUE}).")
  private String period;

  @Option(
      names = "--multiplier",
      paramLabel = "X",
      defaultValue = "2.0",
      description = "Stop distance in ATRs (default: ${DEFAULT-VALUE}).")
  private String multiplier;

  @Option(
      names = "--bar",
      paramLabel = "DURATION",
      defaultValue = "1m",
      description = "Length of a bar, such as 1s, 1m or 1h (default: ${DEFAULT-VALUE}).")
  private String bar;

  @Option(
      names = "--min-percent",
      paramLabel = "P",
      defaultValue = "1.2",
      description = "Least stop distance, percent of the last price (default: ${DEFAULT-VALUE}).")
  private String minPercent;

  @Option(names = "--config", paramLabel = "FILE", description = "Lots and multipliers (YAML).")
  private Path config;

  @Option(names = "--json", description = "Prints one JSON object.")
  private boolean json;

  private long lastE8 = E8.NULL;

  @Override
  public Integer call() {
    long riskE8 = decimal("--risk", risk, 1, E8.MAX_VALUE);
    long multiplierE6 = value("--multiplier", multiplier, PolicyText::factorE6);
    long minPercentE6 = decimal("--min-percent", minPercent, 0, 50 * E8.ONE) / E6_PER_E8;
    IndicatorSpec atr =
        IndicatorSpec.of(
            IndicatorKind.ATR,
            value("--bar", bar, PolicyText::barNs),
            value("--period", period, PolicyText::period));
    InstrumentConfig instrument = instrument();
    long atrE8 = value(atr);
    long distanceE8 = PositionSize.distanceE8(atrE8, multiplierE6, lastE8, minPercentE6);
    if (distanceE8 == 0) {
      throw new TapeException(tape + ": " + symbol + " never moved, expected a range above 0");
    }
    long quantityE8 =
        PositionSize.quantityE8(riskE8, distanceE8, instrument.multiplierE8(), instrument.lotE8());
    print(atr, atrE8, distanceE8, quantityE8, instrument);
    return ExitCodes.OK;
  }

  private long decimal(String option, String text, long least, long most) {
    try {
      long value = E8.parse(text);
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException refused) {
      // Said below, as for a number out of range.
    }
    throw new ParameterException(
        spec.commandLine(),
        option
            + ": found '"
            + text
            + "', expected a decimal number from "
            + E8.format(least)
            + " to "
            + E8.format(most));
  }

  private InstrumentConfig instrument() {
    Overrides overrides = Overrides.of(System.getenv());
    RipcordConfig loaded =
        (config == null ? ConfigLoader.defaults(overrides) : ConfigLoader.load(config, overrides))
            .config();
    return loaded.instrument(symbol);
  }

  private long value(IndicatorSpec atr) {
    Indicators indicators = new Indicators();
    indicators.addInstrument();
    int id = indicators.require(0, atr);
    Tape source = Tapes.open(tape);
    List<String> symbols = source.scan().symbols();
    try (TapeCursor cursor = source.open()) {
      while (cursor.next()) {
        if (cursor.symbol().equals(symbol) && cursor.lastE8() > 0) {
          lastE8 = cursor.lastE8();
          indicators.onTrade(0, cursor.ingressTimeNs(), lastE8, cursor.lastQuantityE8());
        }
      }
    }
    if (lastE8 == E8.NULL) {
      throw new TapeException(
          tape + ": found no trade of " + symbol + ", " + Wording.suggestion(symbol, symbols));
    }
    if (!indicators.isWarm(id)) {
      throw new TapeException(
          tape
              + ": found "
              + indicators.barsSeen(id)
              + " whole bars of "
              + symbol
              + ", expected at least "
              + atr.period());
    }
    return indicators.value(id);
  }

  /** As policies take it. */
  private <T> T value(String option, String text, Function<String, T> parse) {
    try {
      return parse.apply(text);
    } catch (IllegalArgumentException refused) {
      throw new ParameterException(spec.commandLine(), option + ": " + refused.getMessage());
    }
  }

  private void print(
      IndicatorSpec atr,
      long atrE8,
      long distanceE8,
      long quantityE8,
      InstrumentConfig instrument) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      ObjectNode node = JsonNodeFactory.instance.objectNode();
      node.put("symbol", symbol);
      node.put("last", E8.format(lastE8));
      node.put("atr", E8.format(atrE8));
      node.put("distance", E8.format(distanceE8));
      node.put("quantity", E8.format(quantityE8));
      node.put("lot", E8.format(instrument.lotE8()));
      out.println(node.toPrettyString());
      return;
    }
    out.printf(
        "%s: ATR(%d) of %s bars %s, last %s; a stop %s away (%s percent) risks %s on %s, in lots of %s%n",
        symbol,
        atr.period(),
        Texts.duration(atr.barNs()),
        E8.format(atrE8),
        E8.format(lastE8),
        E8.format(distanceE8),
        Percent.format(percentE6(distanceE8)),
        risk,
        E8.format(quantityE8),
        E8.format(instrument.lotE8()));
  }

  private long percentE6(long distanceE8) {
    return MulDiv.halfEven(distanceE8, 100 * Percent.ONE, lastE8);
  }
}
