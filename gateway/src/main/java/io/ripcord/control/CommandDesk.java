package io.ripcord.control;

import io.ripcord.calendar.SessionCalendar;
import io.ripcord.config.Wording;
import io.ripcord.console.InstrumentRow;
import io.ripcord.console.Levels;
import io.ripcord.console.LiveState;
import io.ripcord.console.PositionRow;
import io.ripcord.console.Refused;
import io.ripcord.engine.AdoptedLevels;
import io.ripcord.event.CommandPublisher;
import io.ripcord.event.PositionStatus;
import io.ripcord.event.SignalAction;
import io.ripcord.event.Sources;
import io.ripcord.event.TradingState;
import io.ripcord.money.E8;
import io.ripcord.pipeline.Pipeline;
import io.ripcord.pipeline.PipelineHaltedException;
import io.ripcord.pipeline.RingSink;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Turns commands into events and reads the answer from the journal's tail. A command is checked
 * against the {@link LiveState}, becomes an input, and is answered when that state has taken it in.
 * Thread-safe: one command at a time, commands are rare.
 *
 * <p>A holding is booked before it is registered, so that no exit can meet a venue that does not
 * know the position.
 */
public final class CommandDesk implements CommandPort {
  private static final long ANSWER_NS = TimeUnit.SECONDS.toNanos(3);

  private final Pipeline pipeline;
  private final RingSink sink;
  private final CommandPublisher publisher;
  private final LiveState live;
  private final HoldingBook book;
  private final LongSupplier clock;
  private final Function<String, Optional<SessionCalendar>> calendars;
  private final CommandChecks checks;
  private final long answerNs;

  /**
   * A desk with a sink of its own.
   *
   * @param live somebody else steps it
   * @param clock nanoseconds since the epoch
   * @param calendars the sessions of a symbol, nothing if it always trades
   */
  public CommandDesk(
      Pipeline pipeline,
      LiveState live,
      HoldingBook book,
      LongSupplier clock,
      Function<String, Optional<SessionCalendar>> calendars) {
    this(pipeline, live, book, clock, calendars, ANSWER_NS);
  }

  CommandDesk(
      Pipeline pipeline,
      LiveState live,
      HoldingBook book,
      LongSupplier clock,
      Function<String, Optional<SessionCalendar>> calendars,
      long answerNs) {
    this.pipeline = pipeline;
    this.live = live;
    this.book = book;
    this.clock = clock;
    this.calendars = calendars;
    this.answerNs = answerNs;
    sink = pipeline.newSink();
    publisher = new CommandPublisher(sink, Sources.COMMAND);
    checks = new CommandChecks(live);
  }

  /**
   * {@inheritDoc}
   *
   * @throws CommandInDoubtException when it was published and no answer came in time
   */
  @Override
  public synchronized CommandResult submit(Command command) {
    try {
      // Not a switch over types: that is for Java 21.
      if (command instanceof Command.Register register) {
        return register(register);
      } else if (command instanceof Command.Amend amend) {
        return amend(amend);
      } else if (command instanceof Command.Adopt adopt) {
        return adopt(adopt);
      } else if (command instanceof Command.Unregister unregister) {
        return unregister(unregister.positionId());
      } else if (command instanceof Command.CloseNow close) {
        return close(close.positionId(), close.quantityE8());
      } else if (command instanceof Command.Join join) {
        return join(join);
      } else if (command instanceof Command.Signal signal) {
        return signal(signal);
      } else if (command instanceof Command.Halt) {
        return halt();
      }
      return resume();
    } catch (RefusedCommandException e) {
      return new CommandResult(false, 0, e.getMessage());
    } catch (PipelineHaltedException e) {
      // Thrown by the claim of a slot, so nothing was published.
      return new CommandResult(false, 0, "the engine has halted and takes no commands");
    }
  }

  private CommandResult register(Command.Register command) {
    checks.active("register a position");
    InstrumentRow instrument = checks.instrument(command.symbol());
    int policyId = checks.policyId(command.policy());
    CommandChecks.onStep(
        "quantity", command.quantityE8(), "lot", instrument.lotE8(), instrument.symbol());
    long entryE8 = command.entryPriceE8();
    if (entryE8 == E8.NULL) {
      entryE8 = instrument.lastPriceE8();
      if (entryE8 == E8.NULL) {
        throw new RefusedCommandException(
            "no price of " + instrument.symbol() + " was seen yet, expected an entryPrice");
      }
    } else {
      CommandChecks.onStep(
          "entryPrice",
          entryE8,
          "price increment",
          instrument.priceIncrementE8(),
          instrument.symbol());
    }
    long id = command.positionId() == E8.NULL ? live.nextPositionId() : command.positionId();
    checks.newId(id);
    checks.accounts(instrument);
    List<Integer> groups = checks.joinable(command.groups(), instrument);
    Levels levels = live.levels(policyId, instrument.id(), command.side(), entryE8);
    checks.firstLevels(command.policy(), instrument, command.side(), entryE8, levels, id);
    long squareOffNs =
        CommandChecks.squareOffNs(levels, calendars.apply(instrument.symbol()), clock);
    if (!book.hold(id, instrument.symbol(), command.side(), command.quantityE8())) {
      throw new RefusedCommandException(
          "the venue cannot be reached, so the holding cannot be booked; expected a connection");
    }
    long nowNs = clock.getAsLong();
    publisher.positionRegistered(
        nowNs,
        id,
        instrument.id(),
        command.side(),
        command.quantityE8(),
        entryE8,
        command.leverageE8() == E8.NULL ? E8.ONE : command.leverageE8(),
        policyId,
        squareOffNs);
    CommandResult registered = registered(id, command, instrument, entryE8, levels);
    return groups.isEmpty() || !registered.accepted()
        ? registered
        : joined(id, groups, registered.message() + inGroups(command.groups()));
  }

  private CommandResult registered(
      long id, Command.Register command, InstrumentRow instrument, long entryE8, Levels levels) {
    return answer(
        id,
        "position "
            + id
            + " registered: "
            + command.side()
            + " "
            + E8.format(command.quantityE8())
            + " "
            + instrument.symbol()
            + " @ "
            + E8.format(entryE8)
            + levels(levels.stopE8(), levels.targetE8()));
  }

  private CommandResult join(Command.Join command) {
    long id = command.positionId();
    InstrumentRow instrument = checks.instrument(checks.open(id).symbol());
    return joined(
        id,
        checks.joinable(command.groups(), instrument),
        "position " + id + inGroups(command.groups()));
  }

  private static String inGroups(List<String> names) {
    return " is in group " + String.join(", ", names);
  }

  private CommandResult joined(long id, List<Integer> groups, String done) {
    CommandResult result = null;
    for (int group : groups) {
      publisher.groupMember(clock.getAsLong(), group, id);
      result = answer(id, done);
      if (!result.accepted()) {
        return result;
      }
    }
    return result;
  }

  private CommandResult amend(Command.Amend command) {
    PositionRow row = checks.open(command.positionId());
    InstrumentRow instrument = checks.instrument(row.symbol());
    if (command.stopE8() == E8.NULL && command.targetE8() == E8.NULL) {
      throw new RefusedCommandException("nothing to amend, expected a stop, a target or both");
    }
    onGrid("stop", command.stopE8(), instrument);
    onGrid("target", command.targetE8(), instrument);
    checks.newLevels(row, command.stopE8(), command.targetE8());
    publisher.positionAmended(
        clock.getAsLong(),
        command.positionId(),
        command.stopE8(),
        command.targetE8(),
        command.loosen());
    return answer(
        command.positionId(),
        "position "
            + command.positionId()
            + " amended"
            + levels(command.stopE8(), command.targetE8()));
  }

  /**
   * Another policy; {@code loosen} is an amendment after it, so that both are on record each by
   * itself.
   */
  private CommandResult adopt(Command.Adopt command) {
    long id = command.positionId();
    PositionRow row = checks.open(id);
    int policyId = checks.policyId(command.policy());
    int instrumentId = checks.instrument(row.symbol()).id();
    Levels first = live.levels(policyId, instrumentId, row.side(), row.entryPriceE8());
    long squareOffNs = CommandChecks.squareOffNs(first, calendars.apply(row.symbol()), clock);
    long nowNs = clock.getAsLong();
    AdoptedLevels levels = live.adopted(id, policyId, squareOffNs, nowNs);
    checks.adopted(row, command.policy(), levels);
    publisher.policyAdopted(nowNs, id, policyId, squareOffNs);
    CommandResult adopted = answer(id, "");
    long ownE8 = levels == null ? E8.NULL : levels.ownStopE8();
    if (!adopted.accepted() || !command.loosen() || !isLooser(id, ownE8)) {
      return adopted.accepted() ? told(adopted, command, levels) : adopted;
    }
    publisher.positionAmended(clock.getAsLong(), id, ownE8, E8.NULL, true);
    return told(answer(id, ""), command, levels);
  }

  private boolean isLooser(long id, long stopE8) {
    PositionRow row = live.position(id);
    return stopE8 != E8.NULL
        && row.stopE8() != E8.NULL
        && row.side().sign() * Long.compare(stopE8, row.stopE8()) < 0;
  }

  private CommandResult told(CommandResult result, Command.Adopt command, AdoptedLevels levels) {
    PositionRow row = live.position(command.positionId());
    boolean leaves = row.status() != PositionStatus.OPEN;
    boolean reached =
        levels != null
            && levels.newestE8() != E8.NULL
            && row.targetE8() != E8.NULL
            && row.side().sign() * Long.compare(levels.newestE8(), row.targetE8()) >= 0;
    String text =
        "position "
            + row.id()
            + " exits by policy "
            + Wording.quote(command.policy())
            + (levels == null ? "" : " version " + levels.version())
            + " from now on"
            + levels(row.stopE8(), row.targetE8())
            + (leaves ? "; its time is up, so it leaves now" : "")
            + (reached && !leaves ? "; the target is reached, so the next price exits" : "");
    return result.accepted() ? new CommandResult(true, result.sequence(), text) : result;
  }

  private static void onGrid(String what, long priceE8, InstrumentRow instrument) {
    if (priceE8 != E8.NULL) {
      CommandChecks.onStep(
          what, priceE8, "price increment", instrument.priceIncrementE8(), instrument.symbol());
    }
  }

  private static String levels(long stopE8, long targetE8) {
    return (stopE8 == E8.NULL ? "" : ", stop " + E8.format(stopE8))
        + (targetE8 == E8.NULL ? "" : ", target " + E8.format(targetE8));
  }

  private CommandResult unregister(long id) {
    PositionRow row = checks.open(id);
    publisher.positionUnregistered(clock.getAsLong(), id);
    return answer(
        id,
        "position "
            + id
            + " is no longer watched; "
            + E8.format(row.openQuantityE8())
            + " "
            + row.symbol()
            + " stay held, without a stop");
  }

  private CommandResult close(long id, long quantityE8) {
    checks.notHalted("close a position");
    PositionRow row = checks.open(id);
    boolean isPart = quantityE8 != E8.NULL;
    if (isPart) {
      checks.part(row, checks.instrument(row.symbol()), quantityE8);
    }
    publisher.closeRequested(clock.getAsLong(), id, quantityE8);
    String done =
        isPart && quantityE8 < row.openQuantityE8()
            ? E8.format(quantityE8) + " of " + E8.format(row.openQuantityE8()) + " of position "
            : "position ";
    return answer(id, done + id + " is closing at the market; the proof follows in exits");
  }

  private CommandResult signal(Command.Signal command) {
    InstrumentRow instrument = checks.instrument(command.symbol());
    long id = command.positionId();
    if (id != E8.NULL && !checks.open(id).symbol().equals(command.symbol())) {
      throw new RefusedCommandException(
          "position " + id + " is not one of " + command.symbol() + ", expected its own symbol");
    }
    List<Long> asked =
        live.positions().stream()
            .filter(row -> row.status() == PositionStatus.OPEN)
            .filter(row -> row.symbol().equals(command.symbol()))
            .map(PositionRow::id)
            .filter(open -> id == E8.NULL || open == id)
            .toList();
    publisher.signal(clock.getAsLong(), instrument.id(), id, SignalAction.EXIT);
    CommandResult published = answer(id, "");
    long obeyed = asked.stream().filter(live::isSignalled).count();
    String whose = obeyed + " of " + asked.size() + " open positions of " + command.symbol();
    return obeyed > 0
        ? new CommandResult(true, published.sequence(), whose + " obey the signal")
        : new CommandResult(
            false,
            published.sequence(),
            whose + " obey the signal, expected a policy with signal-exit enabled");
  }

  private CommandResult halt() {
    publisher.tradingStateChanged(clock.getAsLong(), TradingState.HALTED);
    return answer(
        E8.NULL,
        "HALTED: no order leaves until resume; rules keep watching, "
            + live.status().openPositions()
            + " positions stay open");
  }

  private CommandResult resume() {
    publisher.tradingStateChanged(clock.getAsLong(), TradingState.ACTIVE);
    return answer(E8.NULL, "ACTIVE: what the last price touches exits now");
  }

  /** Waits until the command that was published last is decided, and says how. */
  private CommandResult answer(long positionId, String done) {
    long sequence = pipeline.sequenceOf(sink.lastPublished());
    if (!live.awaitSequence(sequence, answerNs)) {
      throw new CommandInDoubtException(
          sequence,
          "not known whether it was carried out: input "
              + sequence
              + " was published and not answered in time; look at the positions before repeating");
    }
    Refused refused = live.refusal(sequence);
    return refused == null
        ? new CommandResult(true, sequence, done)
        : new CommandResult(false, sequence, RefusalText.of(refused, positionId, live));
  }
}
