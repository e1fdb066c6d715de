package io.ripcord.cli;

import io.ripcord.event.FileRole;
import io.ripcord.node.SimulationRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of small input files. */
final class HashedFiles {
  private HashedFiles() {}

  static SimulationRequest.HashedFile of(FileRole role, Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return new SimulationRequest.HashedFile(role, bytes.length, HexFormat.of().formatHex(hash));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
