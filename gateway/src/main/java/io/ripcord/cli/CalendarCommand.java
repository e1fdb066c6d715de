package io.ripcord.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ripcord.calendar.PhaseChange;
import io.ripcord.calendar.PhaseTime;
import io.ripcord.calendar.Session;
import io.ripcord.calendar.SessionCalendar;
import io.ripcord.calendar.WallClock;
import io.ripcord.config.CalendarConfig;
import io.ripcord.config.ConfigException;
import io.ripcord.config.ConfigLoader;
import io.ripcord.config.Overrides;
import io.ripcord.config.Problem;
import io.ripcord.config.Wording;
import io.ripcord.money.E8;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what a calendar makes of dates, so that its user can check the data. */
@Command(
    name = "calendar",
    description = "Shows the sessions of a calendar, in local time and UTC.",
    mixinStandardHelpOptions = true)
final class CalendarCommand implements Callable<Integer> {
  private static final int DEFAULT_DAYS = 7;
  private static final int MOST_DAYS = 1_000;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "NAME", description = "Calendar.")
  private String name;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Configuration with calendars or calendar-files (YAML).")
  private Path config;

  @Option(names = "--calendars", paramLabel = "FILE", description = "Calendars (YAML).")
  private Path calendars;

  @Option(names = "--on", paramLabel = "DATE", description = "One date.")
  private LocalDate on;

  @Option(names = "--from", paramLabel = "DATE", description = "First date (default: today).")
  private LocalDate from;

  @Option(names = "--to", paramLabel = "DATE", description = "Last date (default: a week).")
  private LocalDate to;

  @Option(names = "--json", description = "Prints one JSON object.")
  private boolean json;

  @Override
  public Integer call() {
    if ((config == null) == (calendars == null)) {
      throw new ParameterException(
          spec.commandLine(), "calendar: expected one of --config and --calendars");
    }
    SessionCalendar calendar = calendar();
    LocalDate today = LocalDate.now(calendar.zone());
    LocalDate first = on != null ? on : from != null ? from : to != null ? to : today;
    LocalDate last = on != null ? on : to != null ? to : first.plusDays(DEFAULT_DAYS - 1);
    boolean twice = on != null && (from != null || to != null);
    if (twice || last.isBefore(first) || last.isAfter(first.plusDays(MOST_DAYS))) {
      throw new ParameterException(
          spec.commandLine(),
          "calendar: found "
              + (twice ? "--on with --from or --to" : first + " to " + last)
              + ", expected one date or at most "
              + MOST_DAYS
              + " in order");
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(tree(calendar, first, last).toPrettyString());
    } else {
      print(calendar, first, last, out);
    }
    return ExitCodes.OK;
  }

  private SessionCalendar calendar() {
    SortedMap<String, CalendarConfig> known =
        config == null
            ? ConfigLoader.loadCalendars(calendars)
            : ConfigLoader.load(config, Overrides.of(System.getenv())).config().calendars();
    if (!known.containsKey(name)) {
      String file = (config == null ? calendars : config).toString();
      String expected = known.isEmpty() ? "it has none" : Wording.suggestion(name, known.keySet());
      throw new ConfigException(
          List.of(
              new Problem(
                  Problem.Severity.ERROR,
                  file,
                  0,
                  0,
                  "unknown calendar " + Wording.quote(name) + ", " + expected)));
    }
    return known.get(name).sessions();
  }

  private static void print(
      SessionCalendar calendar, LocalDate first, LocalDate last, PrintWriter out) {
    out.printf(
        "%s, version %s, %s, %s%n",
        calendar.name(),
        calendar.version(),
        calendar.zone(),
        calendar.until().map(date -> "known until " + date).orElse("without a last date"));
    for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
      String day = date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
      out.printf(
          "%s %s%s%s%n",
          date,
          day,
          kind(calendar, date).equals("session") ? "" : ", " + kind(calendar, date),
          calendar.isKnown(date) ? "" : ", after the last date that is known");
      for (Session session : calendar.sessions(date)) {
        for (PhaseChange change : session.changes()) {
          ZonedDateTime local = WallClock.instant(change.atNs()).atZone(calendar.zone());
          out.printf(
              "  %-10s  %s %s %s  %s%n",
              PhaseTime.word(change.phase()),
              local.toLocalDate(),
              local.toLocalTime(),
              local.getOffset(),
              local.toInstant());
        }
        if (session.cutoffNs() != E8.NULL) {
          String cutoff = WallClock.format(session.cutoffNs(), calendar.zone());
          out.printf("  broker's own square-off %s%n", cutoff);
        }
      }
    }
  }

  private static String kind(SessionCalendar calendar, LocalDate date) {
    if (calendar.special().containsKey(date)) {
      return "special";
    }
    if (calendar.holidays().contains(date)) {
      return "holiday";
    }
    return calendar.plan(date).isPresent() ? "session" : "no session";
  }

  private static ObjectNode tree(SessionCalendar calendar, LocalDate first, LocalDate last) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.put("calendar", calendar.name());
    tree.put("version", calendar.version());
    tree.put("zone", calendar.zone().getId());
    tree.put("until", calendar.until().map(LocalDate::toString).orElse(null));
    ArrayNode days = tree.putArray("days");
    for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
      ObjectNode day = days.addObject();
      day.put("date", date.toString());
      day.put("kind", kind(calendar, date));
      day.put("known", calendar.isKnown(date));
      ArrayNode sessions = day.putArray("sessions");
      for (Session session : calendar.sessions(date)) {
        ObjectNode row = sessions.addObject();
        row.put("opens", WallClock.instant(session.opensNs()).toString());
        row.put("closes", WallClock.instant(session.closesNs()).toString());
        if (session.cutoffNs() == E8.NULL) {
          row.putNull("squareOffCutoff");
        } else {
          row.put("squareOffCutoff", WallClock.instant(session.cutoffNs()).toString());
        }
        ArrayNode phases = row.putArray("phases");
        for (PhaseChange change : session.changes()) {
          ZonedDateTime local = WallClock.instant(change.atNs()).atZone(calendar.zone());
          ObjectNode phase = phases.addObject();
          phase.put("phase", change.phase().name());
          phase.put("local", local.toOffsetDateTime().toString());
          phase.put("utc", local.toInstant().toString());
        }
      }
    }
    return tree;
  }
}
