package io.ripcord.drill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Speaks with a node over HTTP as a trader's script would. */
final class NodeClient {
  private static final int ACCEPTED = 200;

  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final int port;
  private final Path token;

  NodeClient(int port, Path token) {
    this.port = port;
    this.token = token;
  }

  /** The answer, {@code null} if the node could not be asked or refused. */
  JsonNode get(String path) {
    return send(request(path).GET());
  }

  /** Whether the node said that it was carried out; false also if it died meanwhile. */
  boolean post(String path, String body) {
    JsonNode answer = send(request(path).POST(HttpRequest.BodyPublishers.ofString(body)));
    return answer != null && answer.path("accepted").asBoolean();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .timeout(Duration.ofSeconds(10));
  }

  private JsonNode send(HttpRequest.Builder request) {
    try {
      String secret = Files.readString(token).strip();
      HttpResponse<String> response =
          http.send(
              request.header("Authorization", "Bearer " + secret).build(),
              HttpResponse.BodyHandlers.ofString());
      return response.statusCode() == ACCEPTED ? json.readTree(response.body()) : null;
    } catch (IOException e) {
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }
}
