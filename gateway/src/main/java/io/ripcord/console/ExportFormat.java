package io.ripcord.console;

/** How a journal is written out. */
public enum ExportFormat {
  /** Lines for people. */
  TEXT,
  /** Comma-separated values; columns are the union of all fields. */
  CSV,
  /** One JSON object a line. */
  JSONL
}
