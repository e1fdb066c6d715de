package io.ripcord.config;

import io.ripcord.config.ConfigNode.Kind;
import io.ripcord.config.ScalarType.Form;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;

/**
 * The groups that a position says it belongs to. Immutable.
 *
 * @param names in the order in which the user wrote them
 */
record GroupNames(List<String> names) {
  static final GroupNames NONE = new GroupNames(List.of());

  /** A name or a list of names; separated by commas in a command. */
  static final ScalarType<GroupNames> TYPE =
      ScalarType.of(
          GroupNames.class,
          "the name of a group or a list of different names",
          EnumSet.of(Kind.TEXT, Kind.NUMBER, Kind.BOOLEAN, Kind.LIST),
          Form.TEXT,
          GroupNames::parse,
          GroupNames::text);

  GroupNames {
    names = List.copyOf(names);
  }

  private static GroupNames parse(String text) {
    List<String> names = List.of(text.split(",", -1));
    boolean isFine =
        names.stream().allMatch(Scalars::isName) && new HashSet<>(names).size() == names.size();
    return isFine ? new GroupNames(names) : null;
  }

  String text() {
    return String.join(",", names);
  }
}
