package io.ripcord.market;

import io.ripcord.state.StateIn;
import io.ripcord.state.StateOut;
import java.util.Arrays;

/**
 * Interned names by number, from 1: symbols and policies. The decisions never look at them; they
 * belong to the state because a later start must not define them again. Engine thread only;
 * allocates when a name is defined.
 */
public final class Names {
  private static final int FIRST_CAPACITY = 16;
  private static final int LIMIT = 1 << 20;

  private String[] byId = new String[FIRST_CAPACITY];
  private int last;

  /**
   * Gives the next number a name.
   *
   * @throws IllegalArgumentException when the number is not the next
   */
  public void define(int id, String name) {
    if (id != last + 1 || id > LIMIT) {
      throw new IllegalArgumentException("nameId=" + id + ", expected " + (last + 1));
    }
    if (id == byId.length) {
      byId = Arrays.copyOf(byId, 2 * id);
    }
    byId[id] = name;
    last = id;
  }

  /** The last number. */
  public int last() {
    return last;
  }

  /** The name with this number, {@code "?"} if there is none. */
  public String name(int id) {
    return id >= 1 && id <= last ? byId[id] : "?";
  }

  /** Number of the newest definition of this name, 0 if there is none. */
  public int id(String name) {
    int id = last;
    while (id > 0 && !byId[id].equals(name)) {
      id--;
    }
    return id;
  }

  /** Writes them. */
  public void write(StateOut out) {
    out.put(last);
    for (int id = 1; id <= last; id++) {
      out.put(byId[id].length());
      for (int i = 0; i < byId[id].length(); i++) {
        out.put(byId[id].charAt(i));
      }
    }
  }

  /** Takes on what was written. */
  public void read(StateIn in) {
    int count = in.nextCount(LIMIT);
    for (int id = 1; id <= count; id++) {
      char[] chars = new char[in.nextCount(Byte.MAX_VALUE)];
      for (int i = 0; i < chars.length; i++) {
        chars[i] = (char) in.nextCount(Character.MAX_VALUE);
      }
      define(id, new String(chars));
    }
  }
}
