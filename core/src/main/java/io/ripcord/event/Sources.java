package io.ripcord.event;

/** Numbers of the sources of inputs; a source counts its own inputs. */
public final class Sources {
  /** Start, stop and files, from the node itself. */
  public static final int NODE = 1;

  /** Names, instruments and policies. */
  public static final int CONFIGURATION = 2;

  /** Positions and signals from a file. */
  public static final int POSITIONS = 3;

  /** Due deadlines. */
  public static final int TIMER = 4;

  /** Operator commands. */
  public static final int COMMAND = 5;

  /** What was handed to the venue. */
  public static final int SENDER = 6;

  /** Phases of markets, by their calendars. */
  public static final int CALENDAR = 7;

  /** The paper venue's reports. */
  public static final int PAPER_VENUE = 16;

  /** First tape or feed; further ones count up. */
  public static final int FIRST_FEED = 32;

  private Sources() {}
}
