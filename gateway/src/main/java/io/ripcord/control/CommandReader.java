package io.ripcord.control;

import io.ripcord.config.PositionScalars;
import java.util.List;

/** Builds commands from their fields, the same for HTTP and for files. Stateless. */
final class CommandReader {
  static final String REGISTER = "register";
  static final String AMEND = "amend";
  static final String ADOPT = "adopt";
  static final String UNREGISTER = "unregister";
  static final String CLOSE = "close";
  static final String CLOSE_NOW = "close-now";
  static final String JOIN = "join";
  static final String SIGNAL = "signal";
  static final String HALT = "halt";
  static final String RESUME = "resume";
  static final String STATUS = "status";

  /** All that a file may ask for. */
  static final List<String> WORDS =
      List.of(
          REGISTER, AMEND, ADOPT, UNREGISTER, CLOSE, CLOSE_NOW, JOIN, SIGNAL, HALT, RESUME, STATUS);

  private CommandReader() {}

  /**
   * The command of a word; not {@link #STATUS}, which is a question.
   *
   * @throws MalformedCommandException naming the field, its value and what was expected
   */
  static Command read(String word, CommandFields fields) {
    return switch (word) {
      case REGISTER -> register(fields);
      case AMEND -> amend(fields);
      case ADOPT -> adopt(fields);
      case UNREGISTER -> {
        fields.allow("id");
        yield new Command.Unregister(id(fields));
      }
      case CLOSE, CLOSE_NOW -> {
        fields.allow("id", "quantity");
        yield new Command.CloseNow(
            id(fields), fields.optionalNumber("quantity", PositionScalars::amount));
      }
      case JOIN -> join(fields);
      case SIGNAL -> signal(fields);
      case HALT -> {
        fields.allow();
        yield new Command.Halt();
      }
      case RESUME -> resume(fields);
      default -> throw new IllegalArgumentException("word=" + word);
    };
  }

  private static Command register(CommandFields fields) {
    fields.allow("id", "symbol", "side", "quantity", "entryPrice", "leverage", "policy", "group");
    return new Command.Register(
        fields.optionalNumber("id", PositionScalars::id),
        fields.text("symbol", PositionScalars::name),
        fields.text("side", PositionScalars::side),
        fields.number("quantity", PositionScalars::amount),
        fields.optionalNumber("entryPrice", PositionScalars::amount),
        fields.optionalNumber("leverage", PositionScalars::leverage),
        fields.text("policy", PositionScalars::name),
        fields.optionalText("group", PositionScalars::groups, List.of()));
  }

  private static Command join(CommandFields fields) {
    fields.allow("id", "group");
    return new Command.Join(id(fields), fields.text("group", PositionScalars::groups));
  }

  private static Command amend(CommandFields fields) {
    fields.allow("id", "stop", "target", "loosen");
    return new Command.Amend(
        id(fields),
        fields.optionalNumber("stop", PositionScalars::amount),
        fields.optionalNumber("target", PositionScalars::amount),
        fields.flag("loosen"));
  }

  private static Command adopt(CommandFields fields) {
    fields.allow("id", "policy", "loosen");
    return new Command.Adopt(
        id(fields), fields.text("policy", PositionScalars::name), fields.flag("loosen"));
  }

  private static Command signal(CommandFields fields) {
    fields.allow("symbol", "position");
    return new Command.Signal(
        fields.text("symbol", PositionScalars::name),
        fields.optionalNumber("position", PositionScalars::id));
  }

  private static Command resume(CommandFields fields) {
    fields.allow("confirm");
    if (!fields.flag("confirm")) {
      throw new MalformedCommandException(
          "confirm: found no true, expected \"confirm\": true, because whatever the last price"
              + " touches exits at once");
    }
    return new Command.Resume();
  }

  private static long id(CommandFields fields) {
    return fields.number("id", PositionScalars::id);
  }
}
