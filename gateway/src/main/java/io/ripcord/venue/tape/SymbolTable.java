package io.ripcord.venue.tape;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Names to dense indices, in order of first appearance, looked up from bytes without allocation.
 * Names are 1 to 64 printable ASCII characters; at most {@link #MAX_SYMBOLS} of them.
 */
final class SymbolTable {
  static final int MAX_SYMBOLS = 65_536;
  static final String NAME_RULE = "1 to 64 printable ASCII characters, no space";
  private static final int MAX_NAME_BYTES = 64;

  private final List<String> names = new ArrayList<>();
  private byte[][] encoded = new byte[16][];

  /** Open addressing: index + 1, or 0 for a free place. A power of two, at most half full. */
  private int[] places = new int[32];

  int size() {
    return names.size();
  }

  String name(int index) {
    return names.get(index);
  }

  List<String> names() {
    return List.copyOf(names);
  }

  int intern(String name) throws MalformedLine {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    return intern(bytes, 0, bytes.length);
  }

  int intern(byte[] bytes, int begin, int end) throws MalformedLine {
    int place = place(bytes, begin, end);
    if (places[place] != 0) {
      return places[place] - 1;
    }
    check(bytes, begin, end);
    int index = names.size();
    if (index == MAX_SYMBOLS) {
      throw new MalformedLine("more than " + MAX_SYMBOLS + " symbols on one tape");
    }
    if (index == encoded.length) {
      encoded = Arrays.copyOf(encoded, index * 2);
    }
    encoded[index] = Arrays.copyOfRange(bytes, begin, end);
    names.add(new String(bytes, begin, end - begin, StandardCharsets.US_ASCII));
    places[place] = index + 1;
    if (names.size() * 2 > places.length) {
      grow();
    }
    return index;
  }

  private int place(byte[] bytes, int begin, int end) {
    int hash = 1;
    for (int i = begin; i < end; i++) {
      hash = 31 * hash + bytes[i];
    }
    int mask = places.length - 1;
    int place = (hash ^ (hash >>> 15)) & mask;
    while (places[place] != 0) {
      byte[] other = encoded[places[place] - 1];
      if (Arrays.equals(other, 0, other.length, bytes, begin, end)) {
        return place;
      }
      place = (place + 1) & mask;
    }
    return place;
  }

  private void grow() {
    places = new int[places.length * 2];
    for (int i = 0; i < names.size(); i++) {
      places[place(encoded[i], 0, encoded[i].length)] = i + 1;
    }
  }

  private static void check(byte[] bytes, int begin, int end) throws MalformedLine {
    if (!isName(bytes, begin, end)) {
      throw MalformedLine.field("symbol", bytes, begin, end, "expected " + NAME_RULE);
    }
  }

  static boolean isName(String name) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    return isName(bytes, 0, bytes.length);
  }

  private static boolean isName(byte[] bytes, int begin, int end) {
    boolean isFine = end > begin && end - begin <= MAX_NAME_BYTES;
    for (int i = begin; i < end && isFine; i++) {
      isFine = bytes[i] > ' ' && bytes[i] < 0x7f && bytes[i] != '"';
    }
    return isFine;
  }
}
