/**
 * Looks at the host, the data directory and the configuration before they are relied upon: one line
 * each, with a fix. Only reads, with plain file reads; decides nothing.
 *
 * <p>One thread. Start reading at {@link io.ripcord.doctor.Doctor}.
 */
package io.ripcord.doctor;
