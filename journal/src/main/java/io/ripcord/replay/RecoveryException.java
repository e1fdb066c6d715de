package io.ripcord.replay;

/** A journal that an engine must not go on from; says why and what to do. */
public final class RecoveryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean damage;

  private RecoveryException(String message, boolean damage) {
    super(message);
    this.damage = damage;
  }

  /** The journal is damaged or decides otherwise: a difference was found. */
  public static RecoveryException damage(String message) {
    return new RecoveryException(message, true);
  }

  /** The journal is sound, the engine cannot go on. */
  static RecoveryException failure(String message) {
    return new RecoveryException(message, false);
  }

  /** Whether damage or a difference was found. */
  public boolean isDamage() {
    return damage;
  }
}
