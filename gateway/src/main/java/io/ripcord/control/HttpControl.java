package io.ripcord.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.ripcord.config.Secret;
import io.ripcord.config.Wording;
import io.ripcord.console.LiveState;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Commands and questions over HTTP on a loopback address, with a token, JSON in and out. It starts
 * threads of its own, at most {@value #MAX_CONNECTIONS} at work; the engine's never wait for them.
 *
 * <p>Who shows the right token is let in even while wrong ones are held off: all local programs
 * share one address, and none may keep a trader from the halt button.
 */
public final class HttpControl implements AutoCloseable {
  /** Most connections at a time. */
  public static final int MAX_CONNECTIONS = 16;

  private static final int TIMEOUT_SECONDS = 5;
  private static final Pattern LOOPBACK =
      Pattern.compile("127\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}|::1|\\[::1\\]|localhost");
  private static final String BEARER = "Bearer ";

  static {
    // The server of the JDK reads its limits once, before it is first created; what an operator
    // has set stays.
    limit("sun.net.httpserver.maxReqTime", TIMEOUT_SECONDS);
    limit("sun.net.httpserver.maxRspTime", TIMEOUT_SECONDS);
    limit("sun.net.httpserver.idleInterval", TIMEOUT_SECONDS);
    limit("sun.net.httpserver.maxIdleConnections", MAX_CONNECTIONS);
    limit("jdk.httpserver.maxConnections", MAX_CONNECTIONS);
    limit("sun.net.httpserver.maxReqHeaders", 64);
  }

  private static void limit(String property, int value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, Integer.toString(value));
    }
  }

  private final BackOff backOff = new BackOff();
  private final Secret token;
  private final Secret readToken;
  private final HttpRoutes routes;
  private final HttpServer server;
  private final ThreadPoolExecutor threads;
  private final Set<String> hosts;

  /**
   * Takes the port; {@link #start} answers.
   *
   * @param token lets in to everything
   * @param readToken lets in to questions only; null for none
   * @throws IOException when the address is not a loopback one or the port is taken
   */
  public HttpControl(
      HttpSettings settings, Secret token, Secret readToken, CommandPort port, LiveState live)
      throws IOException {
    this.token = token;
    this.readToken = readToken;
    routes = new HttpRoutes(port, live);
    server = bind(settings);
    hosts = hosts(settings.address(), server.getAddress().getPort());
    threads =
        new ThreadPoolExecutor(
            0,
            MAX_CONNECTIONS,
            TIMEOUT_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            work -> {
              Thread thread = new Thread(work, "http-control");
              thread.setDaemon(true);
              return thread;
            });
    server.setExecutor(threads);
    server.createContext("/", this::handle);
  }

  private static HttpServer bind(HttpSettings settings) throws IOException {
    String where = settings.address() + ":" + settings.port();
    if (!LOOPBACK.matcher(settings.address()).matches()) {
      throw new IOException(
          "cannot listen on "
              + Wording.oneLine(where)
              + ", expected a loopback address such as 127.0.0.1: any other needs TLS, which is not"
              + " built yet");
    }
    if (settings.port() < 0 || settings.port() > 65_535) {
      throw new IOException("found port " + settings.port() + ", expected 0 to 65535");
    }
    try {
      return HttpServer.create(
          new InetSocketAddress(settings.address(), settings.port()), MAX_CONNECTIONS);
    } catch (BindException e) {
      throw new IOException(
          "cannot listen on " + where + ": " + e.getMessage() + ", expected a free port", e);
    }
  }

  private static Set<String> hosts(String address, int port) {
    String literal = address.contains(":") && !address.startsWith("[") ? "[::1]" : address;
    // One of them may be there twice.
    return Stream.of("127.0.0.1", "localhost", "[::1]", literal)
        .map(host -> host + ":" + port)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Begins to answer. */
  public void start() {
    server.start();
  }

  /** The port that it listens on. */
  public int port() {
    return server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    HttpAnswer answer;
    try {
      answer = answer(exchange);
    } catch (IOException e) {
      // The client is gone, or too slow.
      exchange.close();
      return;
    } catch (RuntimeException e) {
      answer =
          HttpAnswer.problem(HttpAnswer.FAILED, "internal error: " + e.getClass().getSimpleName());
    }
    try (exchange) {
      send(exchange, answer);
    }
  }

  private static void send(HttpExchange exchange, HttpAnswer answer) throws IOException {
    byte[] bytes = answer.text().getBytes(UTF_8);
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", answer.text().startsWith("{") ? "application/json" : "text/plain");
    headers.set("Cache-Control", "no-store");
    headers.set("X-Content-Type-Options", "nosniff");
    if (answer.header() != null) {
      headers.set(answer.header(), answer.headerValue());
    }
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(answer.status(), -1);
      return;
    }
    exchange.sendResponseHeaders(answer.status(), bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  private HttpAnswer answer(HttpExchange exchange) throws IOException {
    String host = exchange.getRequestHeaders().getFirst("Host");
    if (host == null || !hosts.contains(host.toLowerCase(Locale.ROOT))) {
      // A page in a browser can make a name of its own point here.
      return HttpAnswer.problem(
          HttpAnswer.FORBIDDEN, "found another Host, expected 127.0.0.1:" + port());
    }
    String method = exchange.getRequestMethod();
    List<String> path = segments(exchange.getRequestURI().getPath());
    if (path.equals(List.of("healthz")) && HttpRoutes.isReading(method)) {
      return routes.health();
    }
    HttpAnswer refused = unauthorized(exchange, method);
    if (refused != null) {
      return refused;
    }
    byte[] body;
    try (InputStream in = exchange.getRequestBody()) {
      body = in.readNBytes(CommandFields.MAX_BYTES + 1);
    }
    if (body.length > CommandFields.MAX_BYTES) {
      return HttpAnswer.problem(
          HttpAnswer.TOO_LARGE,
          "found a body above " + CommandFields.MAX_BYTES + " bytes, expected at most that",
          "Connection",
          "close");
    }
    return routes.answer(method, path, exchange.getRequestURI().getRawQuery(), body);
  }

  private static List<String> segments(String path) {
    List<String> segments = new ArrayList<>();
    for (String segment : (path == null ? "" : path).split("/", -1)) {
      if (!segment.isEmpty()) {
        segments.add(segment);
      }
    }
    return segments;
  }

  /** Null for who may do this. */
  private HttpAnswer unauthorized(HttpExchange exchange, String method) {
    String address = exchange.getRemoteAddress().getAddress().getHostAddress();
    String header = exchange.getRequestHeaders().getFirst("Authorization");
    String given =
        header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
            ? header.substring(BEARER.length()).strip()
            : "";
    if (token.matches(given)) {
      backOff.succeeded(address);
      return null;
    }
    if (readToken != null && readToken.matches(given)) {
      backOff.succeeded(address);
      return HttpRoutes.isReading(method)
          ? null
          : HttpAnswer.problem(
              HttpAnswer.FORBIDDEN, "this token may only read, expected the control token");
    }
    long waitNs = backOff.failed(address, System.nanoTime());
    if (waitNs > 0) {
      return HttpAnswer.problem(
          HttpAnswer.TOO_MANY,
          "too many wrong tokens, expected a pause",
          "Retry-After",
          Long.toString(TimeUnit.NANOSECONDS.toSeconds(waitNs) + 1));
    }
    return HttpAnswer.problem(
        HttpAnswer.UNAUTHORIZED,
        "no valid token, expected the header 'Authorization: Bearer TOKEN' with that of the token"
            + " file",
        "WWW-Authenticate",
        "Bearer");
  }

  /** Stops answering at once; the port is free when it returns. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
