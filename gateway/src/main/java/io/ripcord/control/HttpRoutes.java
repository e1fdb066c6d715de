package io.ripcord.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ripcord.config.PositionScalars;
import io.ripcord.config.Wording;
import io.ripcord.console.LiveJson;
import io.ripcord.console.LiveState;
import io.ripcord.event.TradingState;
import java.util.List;
import java.util.Map;

/**
 * What each method and path means. Reading has no side effects; everything else becomes a command.
 * Any thread.
 */
final class HttpRoutes {
  private static final String POSITIONS = "positions";
  private static final String GROUPS = "groups";
  private static final String GROUP = "group";
  private static final int EXITS_SHOWN = 1000;

  /** What may stand behind a position, and the command that it is. */
  private static final Map<String, String> ON_ONE_POSITION =
      Map.of(
          "close",
          CommandReader.CLOSE_NOW,
          "adopt",
          CommandReader.ADOPT,
          GROUP,
          CommandReader.JOIN);

  private final CommandPort port;
  private final LiveState live;
  private final LiveJson json;

  HttpRoutes(CommandPort port, LiveState live) {
    this.port = port;
    this.live = live;
    json = new LiveJson(live);
  }

  /** The health check, which needs no token and tells nothing else. */
  HttpAnswer health() {
    boolean halted = live.tradingState() == TradingState.HALTED || live.status().problem() != null;
    return new HttpAnswer(HttpAnswer.OK, halted ? "halted\n" : "ok\n", null, null);
  }

  /** Whether the request only reads. */
  static boolean isReading(String method) {
    return method.equals("GET");
  }

  /** Answers; {@code path} has no empty segments. */
  HttpAnswer answer(String method, List<String> path, String query, byte[] body) {
    try {
      String allowed = allowed(path);
      if (allowed == null) {
        return HttpAnswer.problem(
            HttpAnswer.NOT_FOUND,
            "no such path, expected /status, /positions, /positions/ID, /positions/ID/close,"
                + " /positions/ID/adopt, /positions/ID/group, /groups, /exits, /signals, /halt or /resume");
      }
      if (!List.of(allowed.split(", ", -1)).contains(method)) {
        return HttpAnswer.problem(
            HttpAnswer.WRONG_METHOD,
            "found method " + Wording.quote(method) + ", expected " + allowed,
            "Allow",
            allowed);
      }
      return isReading(method) ? read(path, query) : command(method, path, body);
    } catch (MalformedCommandException e) {
      return HttpAnswer.problem(HttpAnswer.MALFORMED, e.getMessage());
    } catch (CommandInDoubtException e) {
      return new HttpAnswer(
          HttpAnswer.IN_DOUBT,
          CommandJson.inDoubt(e.sequence(), e.getMessage()).toPrettyString() + "\n",
          null,
          null);
    }
  }

  /** Methods of a path, null if there is no such path. */
  private static String allowed(List<String> path) {
    String first = path.isEmpty() ? "" : path.get(0);
    return switch (path.size()) {
      case 1 ->
          switch (first) {
            case "status", "exits", GROUPS -> "GET";
            case POSITIONS -> "GET, POST";
            case "signals", "halt", "resume" -> "POST";
            default -> null;
          };
      case 2 -> first.equals(POSITIONS) ? "GET, POST, PATCH, DELETE" : null;
      case 3 -> first.equals(POSITIONS) && ON_ONE_POSITION.containsKey(path.get(2)) ? "POST" : null;
      default -> null;
    };
  }

  private HttpAnswer read(List<String> path, String query) {
    if (path.equals(List.of(POSITIONS))) {
      if (query != null && !query.equals("status=all")) {
        throw new MalformedCommandException(
            "found query " + Wording.quote(query) + ", expected status=all or none");
      }
      return HttpAnswer.json(json.positions(query != null));
    }
    noQuery(query);
    if (path.size() == 2) {
      long id = id(path.get(1));
      ObjectNode position = json.position(id);
      return position == null
          ? HttpAnswer.problem(HttpAnswer.NOT_FOUND, "unknown position " + id)
          : HttpAnswer.json(position);
    }
    return HttpAnswer.json(
        switch (path.get(0)) {
          case "exits" -> json.exits(EXITS_SHOWN);
          case GROUPS -> json.groups();
          default -> json.status();
        });
  }

  private static void noQuery(String query) {
    if (query != null) {
      throw new MalformedCommandException(
          "found query " + Wording.quote(query) + ", expected none");
    }
  }

  private HttpAnswer command(String method, List<String> path, byte[] body) {
    CommandFields fields = CommandFields.parse(body);
    if (path.size() > 1) {
      fields.put("id", Long.toString(id(path.get(1))));
    }
    return HttpAnswer.of(port.submit(CommandReader.read(word(method, path), fields)));
  }

  private static String word(String method, List<String> path) {
    if (path.size() == 3) {
      return ON_ONE_POSITION.get(path.get(2));
    }
    if (path.size() == 2) {
      return method.equals("DELETE") ? CommandReader.UNREGISTER : CommandReader.AMEND;
    }
    return switch (path.get(0)) {
      case POSITIONS -> CommandReader.REGISTER;
      case "signals" -> CommandReader.SIGNAL;
      case "halt" -> CommandReader.HALT;
      default -> CommandReader.RESUME;
    };
  }

  private static long id(String text) {
    try {
      return PositionScalars.id(text);
    } catch (IllegalArgumentException e) {
      throw new MalformedCommandException("id: " + e.getMessage());
    }
  }
}
