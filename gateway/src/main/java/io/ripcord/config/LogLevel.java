package io.ripcord.config;

/** How much a node logs. */
public enum LogLevel {
  /** What stops it. */
  ERROR,
  /** What somebody should look at as well. */
  WARN,
  /** What it does, in a few lines a minute. */
  INFO,
  /** What developers ask for. */
  DEBUG
}
