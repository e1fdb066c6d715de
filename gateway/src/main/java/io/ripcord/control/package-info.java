/**
 * Commands in: what traders and operators ask of a running node, through the HTTP interface and the
 * command folder.
 *
 * <p>A command becomes an event and its answer is read from the journal's tail: nothing here
 * touches the engine. Start reading at {@link io.ripcord.control.CommandPort}.
 */
package io.ripcord.control;
