package io.ripcord.event;

/** What an input file is to the run. Twin of the schema's enum. */
public enum FileRole {
  TAPE(1),
  POSITIONS(2),
  POLICIES(3),
  CONFIG(4);

  private static final FileRole[] BY_CODE = Codes.table(values(), new FileRole[5], FileRole::code);

  private final int code;

  FileRole(int code) {
    this.code = code;
  }

  /** Number in the event schema. */
  public int code() {
    return code;
  }

  /**
   * The value with this number.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static FileRole of(int code) {
    return Codes.lookup(BY_CODE, code);
  }
}
