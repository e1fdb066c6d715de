package io.ripcord.console;

import io.ripcord.engine.AdoptedLevels;
import io.ripcord.engine.Engine;
import io.ripcord.engine.EngineView;
import io.ripcord.engine.Refusal;
import io.ripcord.event.AlertKind;
import io.ripcord.event.DecisionObserver;
import io.ripcord.event.EngineStarts;
import io.ripcord.event.EventDispatcher;
import io.ripcord.event.EventObserver;
import io.ripcord.event.ExitReason;
import io.ripcord.event.SessionState;
import io.ripcord.event.Side;
import io.ripcord.event.TradingState;
import io.ripcord.journal.FrameDescriptor;
import io.ripcord.journal.JournalReader;
import io.ripcord.journal.JournalTail;
import io.ripcord.market.Instrument;
import io.ripcord.money.E8;
import io.ripcord.position.Position;
import io.ripcord.replay.StopEvents;
import io.ripcord.state.StateIn;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a running node looks like from outside: a replica that follows the tail of its journal with
 * an engine of its own, whose decisions go nowhere. One thread steps {@link #doWork}; any thread
 * asks. A question waits for at most one batch of inputs; the hot path never notices.
 */
public final class LiveState implements AutoCloseable {
  private static final int BATCH = 512;
  private static final int KEPT_REFUSALS = 1024;
  private static final long NANOS_PER_MILLI = TimeUnit.MILLISECONDS.toNanos(1);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private final EventDispatcher dispatcher = new EventDispatcher();
  private final Deque<Refused> refusals = new ArrayDeque<>();
  private final Sessions sessions = new Sessions();
  private final Path directory;
  private final JournalReader reader;
  private final ReportFold fold;
  private Engine engine;
  private String problem;
  private long nowNs = E8.NULL;
  private long lastInputNs = E8.NULL;

  /**
   * Follows the journal in {@code directory} from a known place on.
   *
   * @param from where to begin; {@link JournalTail#EMPTY} for a journal that begins
   * @param recovered an engine that has seen all inputs before {@code from}; it is copied now, so
   *     its pipeline must not run yet; null when there are none
   * @param fold that has seen all frames before {@code from}; from now on this object's own
   */
  public LiveState(Path directory, JournalTail from, Engine recovered, ReportFold fold) {
    this.directory = directory;
    this.fold = fold;
    engine = recovered == null ? null : copy(recovered);
    reader = JournalReader.follow(directory, StopEvents.STOP, from);
  }

  private Engine copy(Engine recovered) {
    EngineCopy numbers = new EngineCopy();
    recovered.write(numbers);
    Engine copy = newEngine(recovered.view().positions().capacity());
    copy.read(new StateIn(numbers::next));
    return copy;
  }

  private Engine newEngine(int capacity) {
    return new Engine(new Refusals(), capacity, false);
  }

  /**
   * Takes in what is new, at most one batch.
   *
   * @param stepNs time on any clock that does not go backwards; ages are measured on it
   * @return how many frames were taken
   */
  public int doWork(long stepNs) {
    lock.lock();
    try {
      nowNs = stepNs;
      int frames = 0;
      while (problem == null && frames < BATCH && reader.poll()) {
        take();
        frames++;
      }
      if (problem == null && reader.problem() != null) {
        problem = reader.problem().message();
      }
      if (frames > 0) {
        moved.signalAll();
      }
      return frames;
    } finally {
      lock.unlock();
    }
  }

  private void take() {
    try {
      if (reader.kind() == FrameDescriptor.KIND_INPUT) {
        input();
      } else {
        fold.onDecision(
            reader.sequence(),
            reader.index(),
            reader.buffer(),
            reader.payloadOffset(),
            reader.payloadLength());
      }
    } catch (RuntimeException e) {
      // The engine that is followed has halted at the same input.
      problem = "input " + reader.sequence() + " cannot be processed: " + e.getMessage();
    }
  }

  private void input() {
    int offset = reader.payloadOffset();
    int length = reader.payloadLength();
    long sequence = reader.sequence();
    if (engine == null) {
      engine = newEngine(EngineStarts.maxPositions(reader.buffer(), offset, length));
    }
    fold.onInput(sequence, reader.buffer(), offset, length);
    dispatcher.dispatch(sequence, reader.buffer(), offset, length, sessions);
    dispatcher.dispatch(sequence, reader.buffer(), offset, length, engine);
    lastInputNs = nowNs;
  }

  /** Remembers which command was refused; the alert carries no sequence, the engine has it. */
  private final class Refusals extends DecisionObserver {
    @Override
    public void onAlert(
        long alertNs, AlertKind kind, long positionId, int instrumentId, long first, long second) {
      if (kind != AlertKind.COMMAND_REFUSED && kind != AlertKind.REGISTRATION_REFUSED) {
        return;
      }
      if (refusals.size() == KEPT_REFUSALS) {
        refusals.removeFirst();
      }
      refusals.addLast(new Refused(engine.sequence(), Refusal.of(first), second));
    }
  }

  private static final class Sessions extends EventObserver {
    private String state = "UNKNOWN";

    @Override
    public void onSessionStatus(SessionState sessionState) {
      state = sessionState.name();
    }
  }

  /**
   * Waits until an input is taken in. Not for the thread that steps {@link #doWork}.
   *
   * @return false if it was not within the time, or the wait was interrupted
   */
  public boolean awaitSequence(long sequence, long timeoutNs) {
    lock.lock();
    try {
      long leftNs = timeoutNs;
      while (sequence() < sequence) {
        if (leftNs <= 0 || problem != null) {
          return false;
        }
        leftNs = moved.awaitNanos(leftNs);
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  /** The engine's no to the command that became this input; null if it was carried out. */
  public Refused refusal(long sequence) {
    return locked(
        () -> {
          for (Refused refused : refusals) {
            if (refused.sequence() == sequence) {
              return refused;
            }
          }
          return null;
        });
  }

  /** Number of the last input that was taken in. */
  public long sequence() {
    return locked(() -> engine == null ? 0 : engine.sequence());
  }

  /** Cycle file of the journal that it reads: retention must leave it. */
  public int cycle() {
    return locked(() -> reader.tail().cycle());
  }

  /** What may leave the engine. */
  public TradingState tradingState() {
    return locked(() -> engine == null ? TradingState.ACTIVE : engine.tradingState());
  }

  /** How everything is. */
  public StatusRow status() {
    return locked(
        () -> {
          boolean started = engine != null && engine.sequence() > 0;
          return new StatusRow(
              tradingState(),
              sessions.state,
              engine == null ? 0 : engine.view().openPositions(),
              engine == null ? 0 : engine.exitsInFlight(),
              fold.alerts().size(),
              engine == null ? 0 : engine.epoch(),
              sequence(),
              started ? engine.nowNs() : E8.NULL,
              lastInputNs == E8.NULL ? -1 : (nowNs - lastInputNs) / NANOS_PER_MILLI,
              directory.toString(),
              problem);
        });
  }

  /** The positions in order of id. */
  public List<PositionRow> positions() {
    return ask(
        List.of(),
        view -> {
          List<PositionRow> rows = new ArrayList<>();
          for (Position position : view.positions().sortedById()) {
            rows.add(PositionRow.of(view, position));
          }
          return rows;
        });
  }

  /** One position, null if there is none with this id. */
  public PositionRow position(long id) {
    return ask(
        null,
        view -> {
          Position position = view.positions().byId(id);
          return position == null ? null : PositionRow.of(view, position);
        });
  }

  /** The groups in order of their numbers. */
  public List<GroupRow> groups() {
    return ask(List.of(), GroupRow::all);
  }

  /** Whether a signal has reached a position, now or earlier. */
  public boolean isSignalled(long id) {
    return ask(
        false,
        view -> {
          Position position = view.positions().byId(id);
          return position != null && position.isPending(ExitReason.SIGNAL);
        });
  }

  /** The id after the highest that was ever registered. */
  public long nextPositionId() {
    return ask(
        1L,
        view -> {
          long highest = 0;
          for (int slot = 0; slot < view.positions().count(); slot++) {
            highest = Math.max(highest, view.positions().bySlot(slot).id());
          }
          return highest + 1;
        });
  }

  /** Whether no further registration fits. */
  public boolean isFull() {
    return ask(false, view -> view.positions().isFull());
  }

  /** The instruments in order of their numbers. */
  public List<InstrumentRow> instruments() {
    return ask(
        List.of(),
        view -> {
          List<InstrumentRow> rows = new ArrayList<>();
          for (int id = 0; id < view.instruments().count(); id++) {
            Instrument instrument = view.instruments().get(id);
            rows.add(
                new InstrumentRow(
                    id,
                    view.symbol(id),
                    instrument.priceIncrementE8(),
                    instrument.lotE8(),
                    view.lastPrices().lastE8(id),
                    instrument.inverse()));
          }
          return rows;
        });
  }

  /** Names of the policies in force, in order of their numbers. */
  public List<String> policies() {
    return ask(
        List.of(),
        view -> {
          List<String> names = new ArrayList<>();
          for (int id = 0; id < view.policies().capacity(); id++) {
            if (view.policies().contains(id)) {
              names.add(view.policyName(id));
            }
          }
          return names;
        });
  }

  /** Number of the newest policy of this name, -1 if there is none. */
  public int policyId(String name) {
    return ask(
        -1,
        view -> {
          int id = view.policies().capacity() - 1;
          while (id >= 0 && !(view.policies().contains(id) && view.policyName(id).equals(name))) {
            id--;
          }
          return id;
        });
  }

  /** What a policy would set for a position of the given entry. */
  public Levels levels(int policyId, int instrumentId, Side side, long entryPriceE8) {
    return ask(Levels.NONE, view -> Levels.of(view, policyId, instrumentId, side, entryPriceE8));
  }

  /** What another policy would set for an open position now; null if it cannot have it at all. */
  public AdoptedLevels adopted(long id, int policyId, long squareOffNs, long atNs) {
    return locked(() -> engine == null ? null : engine.adopted(id, policyId, squareOffNs, atNs));
  }

  /** Reads the rows of the fold, which are valid during the call only. */
  <T> T fold(Function<ReportFold, T> question) {
    return locked(() -> question.apply(fold));
  }

  private <T> T ask(T beforeTheFirst, Function<EngineView, T> question) {
    return locked(() -> engine == null ? beforeTheFirst : question.apply(engine.view()));
  }

  private <T> T locked(Supplier<T> question) {
    lock.lock();
    try {
      return question.get();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      problem = problem == null ? "closed" : problem;
      reader.close();
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
