/**
 * The only place that composes: it knows the venues, the pipeline, the journal and the
 * configuration, and puts them together for one run. Start reading at {@link
 * io.ripcord.node.Simulation}.
 */
package io.ripcord.node;
