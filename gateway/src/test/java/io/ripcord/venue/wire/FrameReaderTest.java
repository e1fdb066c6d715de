package io.ripcord.venue.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames out of bytes, however those come and whatever they are. */
class FrameReaderTest {
  private static final int[] LENGTHS = {8, 16, 112, 128, FrameDescriptor.MAX_MESSAGE_LENGTH};

  private static byte[] frames(int rounds) throws IOException {
    FrameWriter writer = new FrameWriter(1 << 20);
    for (int i = 0; i < rounds; i++) {
      for (int length : LENGTHS) {
        byte[] message = new byte[length];
        java.util.Arrays.fill(message, (byte) i);
        writer.append(new UnsafeBuffer(message), 0, length);
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    WritableByteChannel channel = Channels.newChannel(out);
    while (!writer.isEmpty()) {
      writer.flush(channel);
    }
    return out.toByteArray();
  }

  private static ReadableByteChannel channel(byte[] bytes, int from, int to) {
    return Channels.newChannel(new ByteArrayInputStream(bytes, from, to - from));
  }

  private static List<Integer> read(byte[] bytes, int atATime) throws IOException {
    FrameReader reader = new FrameReader();
    List<Integer> lengths = new ArrayList<>();
    for (int at = 0; at < bytes.length; at += atATime) {
      int to = Math.min(bytes.length, at + atATime);
      ReadableByteChannel channel = channel(bytes, at, to);
      while (reader.fill(channel) > 0) {
        while (reader.next()) {
          lengths.add(reader.length());
          byte first = reader.buffer().getByte(reader.offset());
          byte last = reader.buffer().getByte(reader.offset() + reader.length() - 1);
          assertThat(first).isEqualTo(last).isEqualTo((byte) ((lengths.size() - 1) / 5));
        }
      }
    }
    return lengths;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 7, 11, 100, 4096, 1 << 20})
  void shouldFindEveryFrame(int atATime) throws IOException {
    List<Integer> lengths = read(frames(120), atATime);

    assertThat(lengths).hasSize(120 * LENGTHS.length);
    assertThat(lengths.subList(0, 5)).containsExactly(8, 16, 112, 128, 508);
  }

  @Test
  void shouldWaitForTheRestOfATornFrame() throws IOException {
    byte[] bytes = frames(1);
    for (int cut = 0; cut < bytes.length; cut++) {
      FrameReader reader = new FrameReader();
      if (cut > 0) {
        reader.fill(channel(bytes, 0, cut));
      }
      int whole = 0;
      while (reader.next()) {
        whole++;
      }
      assertThat(whole).isLessThan(LENGTHS.length);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 7, 509, 1 << 20, Integer.MAX_VALUE})
  void shouldRefuseALengthAsSoonAsItIsKnown(int length) throws IOException {
    byte[] prefix = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(length).array();
    FrameReader reader = new FrameReader();
    reader.fill(channel(prefix, 0, 4));

    assertThatThrownBy(reader::next)
        .isInstanceOf(ProtocolException.class)
        .hasMessage("a frame of " + length + " bytes, expected 8 to 508");
  }

  @Test
  void shouldTakeGarbageForWhatItIs() throws IOException {
    for (int seed = 0; seed < 500; seed++) {
      byte[] garbage = new byte[2000];
      new Random(seed).nextBytes(garbage);
      FrameReader reader = new FrameReader();
      reader.fill(channel(garbage, 0, garbage.length));
      try {
        while (reader.next()) {
          assertThat(reader.length()).isBetween(8, FrameDescriptor.MAX_MESSAGE_LENGTH);
        }
      } catch (ProtocolException e) {
        assertThat(e).as("seed " + seed).hasMessageContaining("expected 8 to 508");
      }
    }
  }

  @Test
  void shouldOverflowForGoodAndKeepWhatCameBefore() throws IOException {
    FrameWriter writer = new FrameWriter(64);
    UnsafeBuffer message = new UnsafeBuffer(new byte[28]);
    writer.append(message, 0, 28);
    writer.append(message, 0, 28);
    assertThat(writer.isOverflowed()).isFalse();
    writer.append(message, 0, 8);
    assertThat(writer.isOverflowed()).isTrue();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    writer.flush(Channels.newChannel(out));
    writer.append(message, 0, 8);

    assertThat(out.size()).isEqualTo(64);
    assertThat(writer.isEmpty()).isTrue();
  }
}
