/**
 * What people and programs see of a run: the report and the sentence of each exit. Everything here
 * is a fold over the journal; the hot path does nothing for it.
 *
 * <p>One thread per fold. Start reading at {@link io.ripcord.console.ReportFold}.
 */
package io.ripcord.console;
