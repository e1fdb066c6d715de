package io.ripcord.rule;

import io.ripcord.event.codec.SideCode;
import java.util.HashMap;
import java.util.Map;
import org.agrona.collections.Long2ObjectHashMap;

/** All that the architecture forbids here, so that its test can show that it would notice. */
public final class Forbidden {
  private Forbidden() {}

  /** Uses a generated codec. */
  public static final class Codec {
    SideCode side = SideCode.LONG;
  }

  /** Uses the Disruptor. */
  public static final class Ring {
    com.lmax.disruptor.Sequence sequence = new com.lmax.disruptor.Sequence();
  }

  /** Asks for the time. */
  public static final class Clock {
    long nowNs = System.nanoTime();
  }

  /** Asks for the date. */
  public static final class Calendar {
    long millis = java.time.Instant.EPOCH.toEpochMilli();
  }

  /** Draws a number. */
  public static final class Chance {
    int drawn = new java.util.Random().nextInt();
  }

  /** Depends on the order of a hash. */
  public static final class Hash {
    Map<Long, Long> map = new HashMap<>();
  }

  /** Walks through a map that may only be looked up in. */
  public static final class Walk {
    int size(Long2ObjectHashMap<String> map) {
      int size = 0;
      for (String value : map.values()) {
        size += value.length();
      }
      return size;
    }
  }

  /** Starts a thread. */
  public static final class Spawn {
    Thread thread = new Thread(() -> {});
  }

  /** Reads a file. */
  public static final class Disk {
    boolean there = new java.io.File("x").exists();
  }

  /** Logs. */
  public static final class Log {
    org.slf4j.Logger logger = org.slf4j.LoggerFactory.getLogger("x");
  }

  /** Keeps money in binary floating point. */
  public static final class Field {
    double price;
  }

  /** Takes money in binary floating point. */
  public static final class Parameter {
    void price(float[] prices) {}
  }
}
