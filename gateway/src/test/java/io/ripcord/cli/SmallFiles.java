package io.ripcord.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Small good input files in a folder of a test's own, for tests that spoil one of them. */
record SmallFiles(Path folder) {
  static final String TAPE =
      """
      time,symbol,last,quantity,bid,ask
      2026-01-05T10:00:00Z,ACME,100,,99.5,100.5
      2026-01-05T10:00:01Z,ACME,101,,100.5,101.5
      2026-01-05T10:00:02Z,ACME,98.5,,98,99
      """;
  static final String POSITIONS =
      """
      policies:
        narrow: {evaluate: {gap-percent: 0}, stop-loss: {percent: 1}}
        wide: {evaluate: {gap-percent: 0}, stop-loss: {percent: 10}, take-profit: {percent: 20}}
      positions:
        - {symbol: ACME, side: LONG, quantity: 2, policy: narrow}
        - {symbol: ACME, side: SHORT, quantity: 3, policy: wide}
      """;
  static final String CONFIG =
      """
      instruments:
        ACME: {price-increment: 0.5, lot: 1}
      journal: {block-size: 1MiB, preallocate: 256KiB, touch-ahead: 0}
      pipeline: {ring-size: 1024, outbound-ring-size: 1024}
      """;

  Path tape() {
    return write("tape.csv", TAPE);
  }

  Path positions() {
    return write("positions.yaml", POSITIONS);
  }

  Path config() {
    return write("config.yaml", CONFIG);
  }

  Path journal() {
    return folder.resolve("journal");
  }

  Path write(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first bytes of the text, packed. */
  Path writeTruncatedGzip(String name, String text) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
        gzip.write(text.getBytes(StandardCharsets.UTF_8));
      }
      byte[] whole = bytes.toByteArray();
      return Files.write(folder.resolve(name), java.util.Arrays.copyOf(whole, whole.length - 6));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A journal of a whole run. */
  Path journalled() {
    Cli.run(
            "simulate",
            "--tape",
            tape(),
            "--positions",
            positions(),
            "--config",
            config(),
            "--journal",
            journal())
        .ok();
    return journal();
  }
}
