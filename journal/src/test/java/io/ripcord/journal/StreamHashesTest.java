package io.ripcord.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamHashesTest {
  @TempDir Path temporary;

  @Test
  void shouldHashWhatTheFormatSays() throws Exception {
    StreamHashes hashes = new StreamHashes();
    UnsafeBuffer payload = new UnsafeBuffer("12345678abcdefgh".getBytes(US_ASCII));
    hashes.addInput(payload, 0, 8);
    hashes.addInput(payload, 8, 8);
    hashes.addDecision(258, 3, payload, 0, 16);
    byte[] decision =
        ByteBuffer.allocate(28)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(258)
            .putInt(3)
            .put(payload.byteArray())
            .array();

    assertThat(hashes.inputSha256()).isEqualTo(sha256(payload.byteArray()));
    assertThat(hashes.decisionSha256()).isEqualTo(sha256(decision));
    hashes.addInput(payload, 0, 8);
    assertThat(hashes.inputSha256()).isNotEqualTo(sha256(payload.byteArray()));
  }

  @Test
  void shouldNotDependOnEpochsCyclesOrTheMixOfTheStreams() {
    try (JournalFixture together = new JournalFixture(temporary.resolve("together"));
        JournalFixture apart = new JournalFixture(temporary.resolve("apart"))) {
      together.start();
      for (int i = 0; i < 10; i++) {
        together.decision(together.input(16), 0, 24);
      }
      together.end();
      apart.start();
      for (int i = 0; i < 10; i++) {
        apart.input(16);
      }
      apart.journal.roll();
      apart.end();
      apart.start();
      for (int i = 0; i < 10; i++) {
        apart.decision(i, 0, 24);
      }
      apart.end();

      VerifyResult one = together.verify();
      VerifyResult other = apart.verify();

      assertThat(one.inputSha256()).isEqualTo(other.inputSha256()).hasSize(64);
      assertThat(one.decisionSha256()).isEqualTo(other.decisionSha256()).hasSize(64);
      assertThat(one.epochs()).isEqualTo(1);
      assertThat(other.epochs()).isEqualTo(2);
    }
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
