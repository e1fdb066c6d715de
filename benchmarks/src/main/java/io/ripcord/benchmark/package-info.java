/**
 * Measurements: JMH for pieces that run on one thread. Run them with {@link
 * io.ripcord.benchmark.BenchmarkMain}, which passes the product's own JVM options on. What takes
 * several threads is the rig's, in the package below.
 */
package io.ripcord.benchmark;
