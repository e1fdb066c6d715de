package io.ripcord.doctor;

/**
 * One line of the doctor.
 *
 * @param verdict how bad it is
 * @param check what was looked at
 * @param found what is there
 * @param fix what to do, empty when nothing is to be done
 */
public record Finding(Verdict verdict, String check, String found, String fix) {
  /** How bad it is. */
  public enum Verdict {
    /** As it should be, or not known here. */
    OK,
    /** Works, but slower or less safe than it could. */
    WARN,
    /** Must be repaired first. */
    FAIL
  }

  static Finding ok(String check, String found) {
    return new Finding(Verdict.OK, check, found, "");
  }

  static Finding warn(String check, String found, String fix) {
    return new Finding(Verdict.WARN, check, found, fix);
  }

  static Finding fail(String check, String found, String fix) {
    return new Finding(Verdict.FAIL, check, found, fix);
  }

  /** A warning where it matters, otherwise fine. */
  static Finding warnIf(boolean matters, String check, String found, String fix) {
    return matters ? warn(check, found, fix) : ok(check, found);
  }

  @Override
  public String toString() {
    return String.format("%-5s%-14s%s", verdict, check, found) + (fix.isEmpty() ? "" : "; " + fix);
  }
}
