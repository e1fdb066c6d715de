/**
 * The latency rig: the product's own pipeline beside a raw hop and a control that does nothing, in
 * short windows that take turns in one JVM. What it measures, and what it cannot, is in {@code
 * docs/benchmarks.md}. Start reading at {@link io.ripcord.benchmark.rig.Rig}.
 */
package io.ripcord.benchmark.rig;
