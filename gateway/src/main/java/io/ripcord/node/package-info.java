/**
 * The only place that composes: it knows the venues, the pipeline, the journal and the
 * configuration, and puts them together for one run. Start reading at {@link io.ripcord.node.Node}
 * for a node that runs until it is stopped, at {@link io.ripcord.node.Simulation} for tapes.
 */
package io.ripcord.node;
