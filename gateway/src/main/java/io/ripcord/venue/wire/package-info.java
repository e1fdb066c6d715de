/**
 * The session around the paper venue in a process of its own: frames on a TCP connection, the
 * messages that open, keep and end a session, and bounded buffers in both directions. Orders,
 * reports and market data are the messages of {@code io.ripcord.event} as they are. The layout of
 * the bytes is in {@code docs/paper-wire.md}.
 *
 * <p>A connection belongs to one thread, and no call blocks. The generated codecs below are used
 * here only. Start reading at {@link io.ripcord.venue.wire.WireConnection}.
 */
package io.ripcord.venue.wire;
