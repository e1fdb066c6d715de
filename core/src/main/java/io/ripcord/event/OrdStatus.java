package io.ripcord.event;

/** Where the venue says that an order stands (FIX OrdStatus). Twin of the schema's enum. */
public enum OrdStatus {
  /** Working, nothing filled. */
  NEW(1),
  /** Working, a part is filled. */
  PARTIALLY_FILLED(2),
  /** Filled. */
  FILLED(3),
  /** The remainder no longer works. */
  CANCELED(4),
  /** Never worked. */
  REJECTED(5),
  /** The remainder no longer works. */
  EXPIRED(6),
  /** The venue has never seen this id. */
  UNKNOWN_ORDER(7);

  private static final OrdStatus[] BY_CODE =
      Codes.table(values(), new OrdStatus[8], OrdStatus::code);

  private final int code;

  OrdStatus(int code) {
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
  public static OrdStatus of(int code) {
    return Codes.lookup(BY_CODE, code);
  }
}
