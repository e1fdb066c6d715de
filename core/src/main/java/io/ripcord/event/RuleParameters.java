package io.ripcord.event;

/** A rule as events carry it: the code of its kind and its parameters, see {@link RuleLayout}. */
public interface RuleParameters {
  /** Code of its kind. */
  int kindCode();

  /** How many parameters it has. */
  int count();

  /** One of them, {@link io.ripcord.money.E8#NULL} if it is absent. */
  long parameter(int index);
}
