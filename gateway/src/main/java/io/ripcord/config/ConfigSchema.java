package io.ripcord.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The JSON Schemas of the files, for editors and for checks without Ripcord. One copy: {@code
 * config/*.schema.json}, which the build packs beside this class.
 */
public enum ConfigSchema {
  /** Of the configuration file. */
  RIPCORD("ripcord.schema.json"),
  /** Of a file of policies. */
  POLICIES("policies.schema.json"),
  /** Of a positions file. */
  POSITIONS("positions.schema.json"),
  /** Of a file of calendars. */
  CALENDARS("calendars.schema.json");

  private final String fileName;

  ConfigSchema(String fileName) {
    this.fileName = fileName;
  }

  /** Name of the schema's file in {@code config/}. */
  public String fileName() {
    return fileName;
  }

  /** The schema. */
  public String text() {
    try (InputStream in = ConfigSchema.class.getResourceAsStream(fileName)) {
      if (in == null) {
        throw new IllegalStateException("resource=" + fileName + " is missing from this build");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("resource=" + fileName + " cannot be read", e);
    }
  }
}
