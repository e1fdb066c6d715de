package io.ripcord.config;

import io.ripcord.config.EffectiveValues.EffectiveValue;
import io.ripcord.config.ScalarType.Form;
import io.ripcord.money.E8;
import io.ripcord.money.Percent;
import java.util.ArrayList;
import java.util.List;

/** Takes down the values of a block under its key path; a value that is not given is no value. */
public final class BlockValues {
  private final List<EffectiveValue> values;
  private final List<String> path;

  /** Adds to {@code values} what stands under {@code path}. */
  BlockValues(List<EffectiveValue> values, String... path) {
    this(values, List.of(path));
  }

  private BlockValues(List<EffectiveValue> values, List<String> path) {
    this.values = values;
    this.path = path;
  }

  /** The values under a key. */
  BlockValues under(String key) {
    return new BlockValues(values, with(key));
  }

  /** The values of an item, counted from 1, of the list under a key. */
  BlockValues item(String key, int number) {
    return under(key).under("[" + number + "]");
  }

  void price(String key, long priceE8) {
    if (priceE8 != E8.NULL) {
      text(key, E8.format(priceE8));
    }
  }

  /** A percentage or a factor: both have six decimals. */
  void percent(String key, long percentE6) {
    if (percentE6 != E8.NULL) {
      text(key, Percent.format(percentE6));
    }
  }

  void duration(String key, long durationNs) {
    if (durationNs != E8.NULL) {
      text(key, Durations.format(durationNs));
    }
  }

  void number(String key, long number) {
    if (number != E8.NULL) {
      values.add(new EffectiveValue(with(key), Long.toString(number), Form.NUMBER));
    }
  }

  void flag(String key, boolean flag) {
    values.add(new EffectiveValue(with(key), Boolean.toString(flag), Form.BOOLEAN));
  }

  void text(String key, String text) {
    values.add(new EffectiveValue(with(key), text, Form.TEXT));
  }

  private List<String> with(String key) {
    List<String> longer = new ArrayList<>(path);
    longer.add(key);
    return List.copyOf(longer);
  }
}
