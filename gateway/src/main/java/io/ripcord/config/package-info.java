/**
 * Configuration: YAML files and environment variables in, immutable records out, and one line with
 * file, line and column for everything that is wrong.
 *
 * <p>A file becomes a tree of {@link io.ripcord.config.ConfigNode}s that keep the exact text and
 * the place of every value; binders turn the tree into records and collect what they dislike;
 * nothing wrong is ever replaced by a default. Numbers go from text to fixed point and never
 * through binary floating point. What has been read is never read again: a running engine sees
 * configuration as events only.
 *
 * <p>Used at start, on one thread; the records are immutable and may be shared. Depends on {@code
 * money}, on the vocabulary of {@code event} and {@code rule}, on {@code calendar} and on Jackson.
 * Start reading at {@link io.ripcord.config.ConfigLoader}.
 */
package io.ripcord.config;
