package io.ripcord.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An answer over HTTP.
 *
 * @param status of HTTP
 * @param text body, JSON but for the health check
 * @param header one more header, null for none
 * @param headerValue its value
 */
record HttpAnswer(int status, String text, String header, String headerValue) {
  static final int OK = 200;
  static final int MALFORMED = 400;
  static final int UNAUTHORIZED = 401;
  static final int FORBIDDEN = 403;
  static final int NOT_FOUND = 404;
  static final int WRONG_METHOD = 405;
  static final int REFUSED = 409;
  static final int TOO_LARGE = 413;
  static final int TOO_MANY = 429;
  static final int FAILED = 500;
  static final int IN_DOUBT = 504;

  static HttpAnswer json(JsonNode body) {
    return new HttpAnswer(OK, body.toPrettyString() + "\n", null, null);
  }

  /** Something other than a result; says why, and that nothing was done. */
  static HttpAnswer problem(int status, String message) {
    return problem(status, message, null, null);
  }

  static HttpAnswer problem(int status, String message, String header, String headerValue) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("accepted", false);
    node.put("message", message);
    return new HttpAnswer(status, node.toPrettyString() + "\n", header, headerValue);
  }

  static HttpAnswer of(CommandResult result) {
    return new HttpAnswer(
        result.accepted() ? OK : REFUSED,
        CommandJson.of(result).toPrettyString() + "\n",
        null,
        null);
  }
}
