package io.ripcord.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ripcord.config.Secret;
import io.ripcord.config.Wording;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.regex.Pattern;

/** Speaks to the {@link HttpControl} of a node on this machine. One thread. */
public final class NodeClient {
  /** Where a node listens unless told otherwise. */
  public static final String DEFAULT_URL = "http://127.0.0.1:" + HttpSettings.DEFAULT_PORT;

  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final Pattern URL =
      Pattern.compile("http://(127\\.[0-9.]{5,11}|\\[::1\\]|localhost)(:[0-9]{1,5})?/?");

  private final String url;
  private final Secret token;
  private final HttpClient http;

  /**
   * What a node said.
   *
   * @param status of HTTP
   * @param body one JSON object
   */
  public record Reply(int status, JsonNode body) {
    /** Whether the question was answered or the command carried out. */
    public boolean isOk() {
      return status == HttpAnswer.OK;
    }

    /** Whether nobody can say what became of the command, or the node failed. */
    public boolean isFailure() {
      return status >= HttpAnswer.FAILED;
    }

    /** What it said for a human, empty if nothing. */
    public String message() {
      return Wording.oneLine(body.path("message").asText());
    }
  }

  /** What is wrong with an address, null if nothing is: the token would travel in clear. */
  public static String problem(String url) {
    return URL.matcher(url).matches()
        ? null
        : "found "
            + Wording.quote(url)
            + ", expected http:// and a loopback address, such as "
            + DEFAULT_URL;
  }

  /** Speaks to the node at {@code url}, which has no {@link #problem}. */
  public NodeClient(String url, Secret token) {
    if (problem(url) != null) {
      throw new IllegalArgumentException(problem(url));
    }
    this.url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    this.token = token;
    // Whatever proxy is set for this JVM must not see the token.
    http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(TIMEOUT)
            .build();
  }

  /**
   * Asks or commands.
   *
   * @param body null for none
   * @throws IOException saying for a human why there is no answer
   */
  public Reply send(String method, String path, ObjectNode body) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + path))
            .timeout(TIMEOUT)
            .header("Authorization", "Bearer " + token.reveal())
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body.toString(), UTF_8))
            .build();
    try {
      HttpResponse<String> said = http.send(request, HttpResponse.BodyHandlers.ofString(UTF_8));
      return new Reply(said.statusCode(), new ObjectMapper().readTree(said.body()));
    } catch (ConnectException e) {
      throw new IOException(
          url + ": no node listens there, expected one started with 'ripcord run'", e);
    } catch (HttpTimeoutException e) {
      throw new IOException(
          url
              + ": no answer within "
              + TIMEOUT.toSeconds()
              + " s, so nobody knows what became of it; look at the positions before repeating",
          e);
    } catch (JsonProcessingException e) {
      throw new IOException(url + ": found an answer that is no JSON, expected that of a node", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(url + ": interrupted before an answer came", e);
    } catch (IOException e) {
      throw new IOException(
          url
              + ": the connection broke before an answer came; look at the positions before"
              + " repeating",
          e);
    }
  }
}
