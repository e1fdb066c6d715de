package io.ripcord.venue.tape;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged tapes of every format: read alike twice, or refused in one line, and nothing else. */
class TapeFuzzTest {
  private static final long SEED = 8_082_024;
  private static final int ROUNDS = 1_500;
  private static final String INTERESTING = "\n\r,.:-+\"{}[]0919eETZ \0\u00ff";

  private static final List<String> TAPES =
      List.of(
          "time,symbol,last,quantity,bid,ask\n1,A,1,2,3,4\n2024-08-08T23:54:15.03Z,B,,,3,4\n",
          "1,5,1,5,1723161256322,true\n2,5,1,5,1723161256321,false\n",
          """
          1 {"stream":"x","data":{"e":"trade","E":5,"s":"A","p":"1","q":"2"}}
          2 {"u":5,"s":"A","b":"1","B":"2","a":"3","A":"4"}
          3 {"e":"depthUpdate","b":[["1","2"]]}
          """,
          "wss://x <-> 1.5\n1.5: {\"e\":\"aggTrade\",\"s\":\"A\",\"p\":\"1\",\"q\":\"2\"}\n");

  @TempDir private Path directory;

  @Test
  void shouldReadOrRefuseEveryDamagedTape() {
    System.out.println("seed " + SEED);
    SplitMix64 random = new SplitMix64(SEED);
    int refused = 0;
    for (int round = 0; round < ROUNDS; round++) {
      String content = TAPES.get(random.below(TAPES.size()));
      byte[] bytes =
          random.isHit(250) ? TapeFiles.gzip(content) : content.getBytes(StandardCharsets.UTF_8);
      for (int i = 1 + random.below(3); i > 0; i--) {
        bytes = damage(bytes, random);
      }
      Path file = TapeFiles.write(directory, "A-trades-x.csv", bytes);
      try {
        TapeFiles.rows(file);
      } catch (TapeException e) {
        refused++;
        assertThat(e.getMessage()).startsWith(file.toString()).doesNotContain("\n", "\r", "\0");
        assertThat(e.getMessage().length() - file.toString().length()).isLessThan(400);
      }
    }

    assertThat(refused).isBetween(ROUNDS / 4, ROUNDS * 19 / 20);
  }

  private static byte[] damage(byte[] bytes, SplitMix64 random) {
    if (bytes.length == 0) {
      return bytes;
    }
    int at = random.below(bytes.length);
    byte value = (byte) INTERESTING.charAt(random.below(INTERESTING.length()));
    byte[] damaged = bytes.clone();
    switch (random.below(4)) {
      case 0 -> damaged[at] = value;
      case 1 -> damaged = Arrays.copyOf(bytes, at);
      case 2 -> System.arraycopy(bytes, at, damaged, at / 2, bytes.length - at);
      default -> {
        damaged = Arrays.copyOf(bytes, bytes.length + 1);
        System.arraycopy(bytes, at, damaged, at + 1, bytes.length - at);
        damaged[at] = value;
      }
    }
    return damaged;
  }
}
