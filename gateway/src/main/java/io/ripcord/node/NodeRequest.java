package io.ripcord.node;

import io.ripcord.config.RipcordConfig;
import io.ripcord.log.NodeLog;
import java.util.Map;

/**
 * What a node is started with.
 *
 * @param config effective configuration
 * @param environment where the token may be
 * @param buildId commit of this build
 * @param start how it comes back from its journal
 * @param log where it says what it does; stays open
 */
public record NodeRequest(
    RipcordConfig config,
    Map<String, String> environment,
    String buildId,
    NodeStart start,
    NodeLog log) {
  /** Copies the map. */
  public NodeRequest {
    environment = Map.copyOf(environment);
  }

  /** The environment may hold secrets. */
  @Override
  public String toString() {
    return "NodeRequest[data=" + config.node().data() + "]";
  }
}
