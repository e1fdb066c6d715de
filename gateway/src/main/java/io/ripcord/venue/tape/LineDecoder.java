package io.ripcord.venue.tape;

/**
 * Turns the lines of one file into records; made anew for every pass over it. Whatever a decoder
 * throws for, it leaves counters and symbols as they were: the line may be an incomplete last one,
 * which is dropped.
 */
interface LineDecoder {
  /**
   * Decodes {@code line[begin, end)}, which has no line end and is not empty.
   *
   * @return false when the line makes no record (it is ignored and counted)
   */
  boolean decode(byte[] line, int begin, int end, TapeRecord record) throws MalformedLine;
}
