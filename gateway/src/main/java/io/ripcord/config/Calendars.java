package io.ripcord.config;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The calendars of a configuration and of the files that it names, each name once. One thread. */
final class Calendars {
  static final String KEY = "calendars";
  static final String FILES_KEY = "calendar-files";

  private static final Vocabulary CALENDARS_FILE = Vocabulary.of(KEY);
  private static final int MAX_CALENDARS = 256;

  private final Problems problems;
  private final Map<String, Origin> origins;
  private final SortedMap<String, CalendarConfig> good = new TreeMap<>();
  private final SortedMap<String, Boolean> bad = new TreeMap<>();

  /** Puts on record in {@code origins} where values stand. */
  Calendars(Problems problems, Map<String, Origin> origins) {
    this.problems = problems;
    this.origins = origins;
  }

  /** Binds what stands under {@code calendars}, and in the files under {@code calendar-files}. */
  void bind(Block root) {
    bindBlock(root);
    FileList files = root.value(FILES_KEY, NodeScalars.FILES, FileList.NONE);
    files.names().forEach(this::bindFile);
  }

  /** Binds a file that holds calendars and nothing else. */
  void bindFile(String file) {
    try {
      Block root = Block.of(ConfigTree.read(Path.of(file)), problems);
      root.allow(CALENDARS_FILE);
      root.requireKey(KEY, "a mapping of names to calendars");
      bindBlock(root);
    } catch (ConfigException e) {
      problems.addAll(e.problems());
    }
  }

  private void bindBlock(Block root) {
    Block block = root.block(KEY);
    if (block == null) {
      return;
    }
    int count = block.node().children().size();
    if (count > MAX_CALENDARS) {
      block.error("found " + count + " calendars, expected at most " + MAX_CALENDARS);
      return;
    }
    block.node().children().forEach(this::bindOne);
  }

  private void bindOne(String name, ConfigNode node) {
    if (!Scalars.isName(name)) {
      problems.errorAtKey(node, node.path(), Scalars.NAME.mismatch(name));
      return;
    }
    CalendarConfig earlier = good.get(name);
    if (earlier != null) {
      problems.errorAtKey(
          node,
          node.path(),
          "found calendar '"
              + name
              + "' again, expected it once; first at "
              + earlier.file()
              + ":"
              + earlier.line());
      return;
    }
    for (String key : new String[] {"version", "zone", "until", "square-off-cutoff"}) {
      ConfigNode value = node.child(key);
      if (value != null) {
        origins.put(value.path(), Origin.of(value));
      }
    }
    Optional<CalendarConfig> calendar = CalendarBinder.bind(name, node, origins, problems);
    calendar.ifPresentOrElse(bound -> good.put(name, bound), () -> bad.put(name, true));
  }

  /** The name of the calendar of an instrument; empty after saying that there is none. */
  String named(Block instrument) {
    String name = instrument.value("calendar", Scalars.NAME, "");
    if (name.isEmpty() || good.containsKey(name)) {
      return name;
    }
    if (!bad.containsKey(name)) {
      String known =
          good.isEmpty()
              ? "expected one under calendars or in calendar-files"
              : Wording.suggestion(name, good.keySet());
      instrument.error("calendar", "unknown calendar " + Wording.quote(name) + ", " + known);
    }
    return "";
  }

  SortedMap<String, CalendarConfig> byName() {
    return Collections.unmodifiableSortedMap(new TreeMap<>(good));
  }
}
