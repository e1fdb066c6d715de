/**
 * The diagnostic log of a running node: one JSON object a line in a file, short text on the error
 * stream. It is for people and is no record: what happened is in the journal.
 *
 * <p>Any thread but the engine's; whoever logs never waits for a disk. Depends on {@code config}
 * and log4j. Start reading at {@link io.ripcord.log.NodeLog}.
 */
package io.ripcord.log;
