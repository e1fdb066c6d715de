/**
 * The independent oracle of the exit engine: a deliberately slow and obvious evaluator in {@code
 * BigDecimal}, a seeded generator of awkward scenarios, and hand-computed cases that prove the
 * oracle itself.
 *
 * <p>It is written from the specification alone and shares no code with the engine; nothing here
 * may import an engine type. A test that compares both translates a {@link
 * io.ripcord.testing.naive.Scenario} into engine input on its own side. Single-threaded, no clock,
 * no input or output.
 *
 * <p>Start reading at {@link io.ripcord.testing.naive.NaiveEvaluator}.
 */
package io.ripcord.testing.naive;
