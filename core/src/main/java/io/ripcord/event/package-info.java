/**
 * The schema boundary: bytes outside, method calls with primitives inside.
 *
 * <p>The publishers encode inputs into slots, {@link io.ripcord.event.EventDispatcher} decodes them
 * and calls an {@link io.ripcord.event.EventListener}; {@link io.ripcord.event.DecisionEncoder} and
 * {@link io.ripcord.event.DecisionDispatcher} do the same for what the engine says. The generated
 * codecs are used nowhere else. The enums are the vocabulary that all other packages share.
 *
 * <p>One encoder or dispatcher per thread; none is thread-safe. Depends on {@code money} and
 * Agrona. Start reading at the schema, {@code schema/ripcord-events.xml}.
 */
package io.ripcord.event;
