package io.ripcord.config;

import io.ripcord.calendar.DayPlan;
import io.ripcord.calendar.PhaseTime;
import io.ripcord.calendar.SessionCalendar;
import io.ripcord.calendar.WallClock;
import io.ripcord.event.SessionPhase;
import io.ripcord.money.E8;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Turns one entry under {@code calendars} into a {@link CalendarConfig}. One use, one thread. */
final class CalendarBinder {
  /** Most dates that a list of holidays, or the special days, may have. */
  static final int MAX_DATES = 2_000;

  private static final Vocabulary KEYS =
      Vocabulary.of("version", "zone", "until", "square-off-cutoff", "week", "holidays", "special");
  private static final Vocabulary PHASES =
      Vocabulary.of(
          Arrays.stream(SessionPhase.values()).map(PhaseTime::word).toArray(String[]::new));
  private static final List<String> DAYS =
      Arrays.stream(DayOfWeek.values()).map(CalendarScalars::word).toList();
  private static final int MAX_PHASES = 32;

  private final String name;
  private final Block block;
  private final Map<String, Origin> origins;
  private final Map<DayOfWeek, DayPlan> week = new EnumMap<>(DayOfWeek.class);
  private final SortedSet<LocalDate> holidays = new TreeSet<>();
  private final TreeMap<LocalDate, DayPlan> special = new TreeMap<>();

  private CalendarBinder(String name, Block block, Map<String, Origin> origins) {
    this.name = name;
    this.block = block;
    this.origins = origins;
  }

  /** The calendar, nothing after saying what is wrong; where its values stand is put on record. */
  static Optional<CalendarConfig> bind(
      String name, ConfigNode node, Map<String, Origin> origins, Problems problems) {
    Block block = Block.of(node, problems);
    return block == null ? Optional.empty() : new CalendarBinder(name, block, origins).bind();
  }

  private Optional<CalendarConfig> bind() {
    int before = block.errorCount();
    block.allow(KEYS);
    String version = block.required("version", Scalars.NAME);
    String zone = block.required("zone", TimeScalars.ZONE);
    LocalDate until = block.value("until", CalendarScalars.DATE, null);
    Long cutoff = block.value("square-off-cutoff", TimeScalars.TIME_OF_DAY, E8.NULL);
    bindWeek();
    bindHolidays();
    bindSpecial();
    if (block.errorCount() == before && week.isEmpty() && special.isEmpty()) {
      block.error("found no session, expected phases under week or special");
    }
    checkDates(until);
    if (block.errorCount() > before) {
      return Optional.empty();
    }
    SessionCalendar sessions =
        new SessionCalendar(
            name,
            version,
            ZoneId.of(zone),
            Optional.ofNullable(until),
            cutoff,
            week,
            holidays,
            special);
    checkOverlaps(sessions);
    return block.errorCount() > before
        ? Optional.empty()
        : Optional.of(new CalendarConfig(sessions, block.node().file(), block.node().keyLine()));
  }

  private void bindWeek() {
    Block days = block.block("week");
    if (days == null) {
      return;
    }
    days.node()
        .children()
        .forEach(
            (key, node) -> {
              List<DayOfWeek> covered = CalendarScalars.days(key);
              if (covered.isEmpty()) {
                unknownDay(key, node);
              }
              DayPlan plan = plan(days, key);
              for (DayOfWeek day : covered) {
                origins.put(path("week", CalendarScalars.word(day)), Origin.of(node));
                if (plan != null && week.put(day, plan) != null) {
                  days.error(
                      key, "found " + CalendarScalars.word(day) + " again, expected it once");
                }
              }
            });
  }

  private void unknownDay(String key, ConfigNode node) {
    block
        .problems()
        .errorAtKey(
            node,
            node.path(),
            "unknown day "
                + Wording.quote(key)
                + ", "
                + Wording.nearest(key, DAYS)
                    .map(near -> "did you mean '" + near + "'?")
                    .orElse("expected days such as monday or monday-friday"));
  }

  private void bindHolidays() {
    List<ConfigNode> dates = block.list("holidays");
    if (dates.size() > MAX_DATES) {
      block.error("holidays", "found " + dates.size() + " dates, expected at most " + MAX_DATES);
      return;
    }
    for (ConfigNode node : dates) {
      LocalDate date = CalendarScalars.DATE.read(node, node.path(), block.problems());
      if (date != null && !holidays.add(date)) {
        block.problems().error(node, node.path(), "found " + date + " again, expected it once");
      }
    }
    if (block.has("holidays")) {
      origins.put(path("holidays"), Origin.of(block.get("holidays")));
    }
  }

  private void bindSpecial() {
    Block dates = block.block("special");
    if (dates == null) {
      return;
    }
    if (dates.node().children().size() > MAX_DATES) {
      dates.error("found too many dates, expected at most " + MAX_DATES);
      return;
    }
    dates
        .node()
        .children()
        .forEach(
            (key, node) -> {
              LocalDate date = CalendarScalars.parseDate(key);
              if (date == null) {
                block.problems().errorAtKey(node, node.path(), CalendarScalars.DATE.mismatch(key));
              }
              DayPlan plan = plan(dates, key);
              if (date != null && plan != null) {
                origins.put(path("special", key), Origin.of(node));
                special.put(date, plan);
              }
            });
  }

  /** The phases under a key, null after saying what is wrong with them. */
  private DayPlan plan(Block days, String key) {
    int before = block.errorCount();
    List<PhaseTime> phases = new ArrayList<>();
    for (Block item : days.items(key, "phase", MAX_PHASES)) {
      if (item == null) {
        continue;
      }
      item.allow(PHASES);
      item.exactlyOne(PHASES);
      for (SessionPhase phase : SessionPhase.values()) {
        Long timeNs = item.value(PhaseTime.word(phase), CalendarScalars.PHASE_TIME, null);
        if (timeNs != null) {
          phases.add(new PhaseTime(phase, timeNs));
        }
      }
    }
    if (block.errorCount() > before) {
      return null;
    }
    String problem = DayPlan.problem(phases);
    if (problem != null) {
      days.error(key, problem);
      return null;
    }
    return new DayPlan(phases);
  }

  private void checkDates(LocalDate until) {
    for (LocalDate date : special.keySet()) {
      if (holidays.contains(date)) {
        block.error(
            "special", "found " + date + ", which is a holiday as well, expected one of both");
      }
    }
    SortedSet<LocalDate> dated = new TreeSet<>(holidays);
    dated.addAll(special.keySet());
    if (until != null && !dated.isEmpty() && dated.last().isAfter(until)) {
      block.error(
          "until",
          "found "
              + until
              + ", expected a date no earlier than the last one known, "
              + dated.last());
    }
  }

  /** A session that passes midnight must be over before the next one begins. */
  private void checkOverlaps(SessionCalendar sessions) {
    week.forEach(
        (day, plan) -> {
          DayPlan next = week.get(day.plus(1));
          if (overlap(plan, next)) {
            block.error(
                "week",
                "found that "
                    + CalendarScalars.word(day)
                    + " ends "
                    + PhaseTime.format(plan.lastNs())
                    + ", after "
                    + CalendarScalars.word(day.plus(1))
                    + " begins "
                    + PhaseTime.format(next.firstNs())
                    + ", expected sessions that do not overlap");
          }
        });
    for (LocalDate date : special.keySet()) {
      for (LocalDate first : List.of(date.minusDays(1), date)) {
        DayPlan plan = sessions.plan(first).orElse(null);
        DayPlan next = sessions.plan(first.plusDays(1)).orElse(null);
        if (plan != null && overlap(plan, next)) {
          block.error(
              "special",
              "found that "
                  + first
                  + " ends "
                  + PhaseTime.format(plan.lastNs())
                  + ", after "
                  + first.plusDays(1)
                  + " begins "
                  + PhaseTime.format(next.firstNs())
                  + ", expected sessions that do not overlap");
        }
      }
    }
  }

  private static boolean overlap(DayPlan plan, DayPlan next) {
    return next != null && plan.lastNs() - WallClock.DAY_NS > next.firstNs();
  }

  private String path(String... keys) {
    String path = KeyPath.child("calendars", name);
    for (String key : keys) {
      path = KeyPath.child(path, key);
    }
    return path;
  }
}
