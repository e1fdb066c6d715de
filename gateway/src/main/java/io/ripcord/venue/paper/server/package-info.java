/**
 * The paper venue as a process of its own: a server that speaks the session protocol of {@code
 * io.ripcord.venue.wire} to any number of clients. One thread does everything, and nothing that a
 * client does makes it wait. Start reading at {@link io.ripcord.venue.paper.server.PaperServer}.
 */
package io.ripcord.venue.paper.server;
