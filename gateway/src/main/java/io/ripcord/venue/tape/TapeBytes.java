package io.ripcord.venue.tape;

/**
 * The bytes of a tape as they are stored, told apart from others by their hash. Immutable.
 *
 * @param length how many
 * @param sha256 of them, lower-case hexadecimal
 */
public record TapeBytes(long length, String sha256) {}
