package io.ripcord.journal;

/**
 * A part of a cycle file as the library has mapped it for appending. Immutable.
 *
 * @param cycle number of the file
 * @param base address of offset 0 of the file, were all of it mapped
 * @param end offset behind the part
 */
record MappedBlock(int cycle, long base, long end) {
  /** Nothing is mapped yet. */
  static final MappedBlock NONE = new MappedBlock(-1, 0, 0);
}
