package io.ripcord.event;

import io.ripcord.money.E8;
import io.ripcord.money.Percent;

/** A sink that takes every value as text and leaves missing ones out. */
public abstract class TextFieldSink implements FieldSink {
  /** One named value. */
  protected abstract void put(String name, String value);

  @Override
  public void number(String name, long value) {
    put(name, Long.toString(value));
  }

  @Override
  public void decimal(String name, long valueE8) {
    if (valueE8 != E8.NULL) {
      put(name, E8.format(valueE8));
    }
  }

  @Override
  public void percent(String name, long percentE6) {
    if (percentE6 != E8.NULL) {
      put(name, Percent.format(percentE6));
    }
  }

  @Override
  public void time(String name, long timeNs) {
    if (timeNs != E8.NULL) {
      put(name, Texts.time(timeNs));
    }
  }

  @Override
  public void text(String name, CharSequence value) {
    put(name, value.toString());
  }
}
