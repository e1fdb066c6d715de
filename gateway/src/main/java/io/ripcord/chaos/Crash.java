package io.ripcord.chaos;

/** The process dies here. */
final class Crash extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Rarity where;

  Crash(Rarity where) {
    super(where.text(), null, false, false);
    this.where = where;
  }

  Rarity where() {
    return where;
  }
}
