package io.ripcord.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.ripcord.config.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RELIABILITY section 6, S3 and S4: each line a test, over a raw socket. */
class HttpControlTest {
  private static final String TOKEN = "control-canary-0123456789012345678901234567890123456789";
  private static final String READ = "reading-canary-0123456789012345678901234567890123456789";

  private static ControlRig rig;
  private static HttpControl http;
  private static final List<String> SAID = new ArrayList<>();

  @BeforeAll
  static void start(@TempDir Path place) throws IOException {
    rig = new ControlRig(place.resolve("journal"));
    rig.trade("100").holding(1);
    http =
        new HttpControl(
            new HttpSettings("127.0.0.1", 0),
            new Secret(TOKEN),
            new Secret(READ),
            rig.desk,
            rig.live);
    http.start();
  }

  @AfterAll
  static void stop() {
    http.close();
    rig.close();
    assertThat(String.join("\n", SAID)).doesNotContain("canary");
  }

  private static String raw(String request) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), http.port())) {
      socket.setSoTimeout(15_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      String said = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      SAID.add(said);
      return said;
    } catch (SocketException e) {
      return "reset";
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String request(String line, String token, String body, String... headers) {
    return line
        + " HTTP/1.1\r\nHost: 127.0.0.1:"
        + http.port()
        + "\r\nConnection: close\r\n"
        + (token == null ? "" : "Authorization: Bearer " + token + "\r\n")
        + (headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n")
        + "Content-Length: "
        + body.getBytes(StandardCharsets.UTF_8).length
        + "\r\n\r\n"
        + body;
  }

  private static String ask(String line, String body) {
    return raw(request(line, TOKEN, body));
  }

  private static int status(String said) {
    return Integer.parseInt(said.substring(9, 12));
  }

  private static String message(String said) {
    try {
      String body = said.substring(said.indexOf("\r\n\r\n") + 4);
      return new ObjectMapper().readTree(body).get("message").asText();
    } catch (IOException e) {
      throw new AssertionError(said, e);
    }
  }

  @Test
  void shouldAnswerQuestions() {
    assertThat(ask("GET /status", "")).startsWith("HTTP/1.1 200").contains("\"ACTIVE\"");
    assertThat(ask("GET /positions", "")).contains("\"symbol\" : \"ACME\"");
    assertThat(ask("GET /positions?status=all", "")).startsWith("HTTP/1.1 200");
    assertThat(ask("GET /positions/1", "")).contains("\"stop\" : \"90\"");
    assertThat(ask("GET /exits", "")).contains("\"total\" : ");
    assertThat(status(ask("GET /positions/99", ""))).isEqualTo(404);
    assertThat(message(ask("GET /positions?open", "")))
        .isEqualTo("found query 'open', expected status=all or none");
  }

  @Test
  void shouldCarryOutCommands() {
    String body =
        "{\"symbol\":\"ACME\",\"side\":\"LONG\",\"quantity\":1,\"policy\":\"wide\",\"id\":5}";
    assertThat(ask("POST /positions", body))
        .startsWith("HTTP/1.1 200")
        .contains("\"accepted\" : true");
    assertThat(message(ask("PATCH /positions/5", "{\"stop\":\"95\",\"target\":null}")))
        .isEqualTo("position 5 amended, stop 95");
    assertThat(message(ask("POST /positions/5", "{\"target\":130}")))
        .isEqualTo("position 5 amended, target 130");
    assertThat(message(ask("POST /positions/5/adopt", "{\"policy\":\"narrow\"}")))
        .isEqualTo("position 5 exits by policy 'narrow' version 1 from now on, stop 99");
    assertThat(status(ask("POST /positions/5/adopt", "{\"policy\":\"narrow\"}"))).isEqualTo(409);
    assertThat(status(ask("POST /positions/5/adopt", "{}"))).isEqualTo(400);
    assertThat(status(ask("POST /positions/5/adapt", "{}"))).isEqualTo(404);
    assertThat(status(ask("POST /signals", "{\"symbol\":\"BETA\"}"))).isEqualTo(409);
    assertThat(message(ask("POST /positions/5/close", "{\"quantity\":\"0.5\"}")))
        .isEqualTo("quantity 0.5, expected a multiple of the lot 1 of ACME");
    assertThat(status(ask("POST /positions/5/close", ""))).isEqualTo(200);
    assertThat(status(ask("DELETE /positions/5", ""))).isEqualTo(409);
  }

  @Test
  void shouldHaltAtOnceAndResumeOnConfirmation() {
    assertThat(status(ask("POST /halt", ""))).isEqualTo(200);
    assertThat(raw(request("GET /healthz", null, ""))).endsWith("halted\n");
    assertThat(status(ask("POST /resume", ""))).isEqualTo(400);
    assertThat(status(ask("POST /resume", "{\"confirm\":true}"))).isEqualTo(200);
    assertThat(raw(request("GET /healthz", null, ""))).endsWith("ok\n");
  }

  @Test
  void shouldWantAToken() {
    for (String path : List.of("/status", "/positions", "/positions/1", "/exits", "/nowhere")) {
      assertThat(raw(request("GET " + path, null, "")))
          .startsWith("HTTP/1.1 4")
          .doesNotContain("ACME");
    }
    assertThat(ask("GET /status", "")).startsWith("HTTP/1.1 200");
    assertThat(raw(request("POST /halt", TOKEN + "x", ""))).contains("401");
    assertThat(raw(request("POST /halt", TOKEN.substring(1), ""))).contains("401");
    ask("GET /status", "");
  }

  @Test
  void shouldHoldOffWhoKeepsShowingAWrongToken() {
    String last = "";
    for (int i = 0; i < 7; i++) {
      last = raw(request("GET /status", "wrong", ""));
    }
    assertThat(last).startsWith("HTTP/1.1 429").containsIgnoringCase("Retry-After: ");
    assertThat(ask("GET /status", "")).startsWith("HTTP/1.1 200");
  }

  @Test
  void shouldLetTheReadingTokenOnlyRead() {
    assertThat(raw(request("GET /status", READ, ""))).startsWith("HTTP/1.1 200");
    String refused = raw(request("POST /halt", READ, ""));
    assertThat(status(refused)).isEqualTo(403);
    assertThat(message(refused)).isEqualTo("this token may only read, expected the control token");
  }

  @Test
  void shouldRefuseAnotherHost() {
    String good = request("GET /healthz", null, "");
    assertThat(raw(good.replace("Host: 127.0.0.1", "Host: evil.example")))
        .startsWith("HTTP/1.1 403");
    assertThat(raw(good.replaceFirst("Host: [0-9.]*:[0-9]*", "Host: 127.0.0.1:1")))
        .startsWith("HTTP/1.1 403");
    assertThat(raw(good.replace("Host: 127.0.0.1", "Host: LOCALHOST"))).startsWith("HTTP/1.1 200");
    assertThat(raw(good.replace("Host: 127.0.0.1", "Host: [::1]"))).startsWith("HTTP/1.1 200");
  }

  @Test
  void shouldNotServeOtherOrigins() {
    String said = raw(request("OPTIONS /halt", TOKEN, "", "Origin: http://evil.example"));
    assertThat(said).startsWith("HTTP/1.1 405").doesNotContain("Access-Control");
    assertThat(raw(request("GET /status", TOKEN, "", "Origin: http://evil.example")))
        .doesNotContain("Access-Control");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/halt", "/resume", "/signals", "/positions/1/close", "/positions/1/adopt"})
  void shouldChangeNothingOnGet(String path) {
    long before = rig.live.sequence();
    assertThat(ask("GET " + path, "")).startsWith("HTTP/1.1 405").contains("Allow: POST");
    assertThat(rig.live.sequence()).isEqualTo(before);
  }

  @Test
  void shouldNameThePathsThatThereAre() {
    assertThat(message(ask("GET /", ""))).startsWith("no such path, expected /status, ");
    assertThat(status(ask("DELETE /status", ""))).isEqualTo(405);
    assertThat(status(ask("POST /positions/1/open", ""))).isEqualTo(404);
  }

  @Test
  void shouldRefuseALongBody() {
    assertThat(status(ask("POST /signals", " ".repeat((64 << 10) + 1)))).isEqualTo(413);
    assertThat(status(ask("POST /signals", " ".repeat(64 << 10)))).isEqualTo(400);
  }

  @Test
  void shouldRefuseOtherAddresses() {
    for (String address : List.of("0.0.0.0", "192.168.1.7", "::", "example.org")) {
      assertThatThrownBy(
              () ->
                  new HttpControl(
                      new HttpSettings(address, 0), new Secret(TOKEN), null, rig.desk, rig.live))
          .isInstanceOf(IOException.class)
          .hasMessageContaining(
              "expected a loopback address such as 127.0.0.1: any other needs TLS");
    }
  }

  @Test
  void shouldSayThatAPortIsTaken() {
    HttpSettings taken = new HttpSettings("127.0.0.1", http.port());
    assertThatThrownBy(() -> new HttpControl(taken, new Secret(TOKEN), null, rig.desk, rig.live))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("expected a free port");
  }

  @ParameterizedTest
  @CsvSource({"''", "'POST /halt HTTP/1.1\r\nHost: x\r\n'"})
  void shouldCloseWhoIsTooSlow(String begin) throws IOException {
    long startNs = System.nanoTime();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), http.port())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(begin.getBytes(StandardCharsets.ISO_8859_1));
      int read;
      try {
        read = socket.getInputStream().read();
      } catch (SocketException e) {
        read = -1;
      }
      assertThat(read).isEqualTo(-1);
    }
    assertThat(System.nanoTime() - startNs).isLessThan(18_000_000_000L);
  }

  @Test
  void shouldServeAtMostSixteenConnections() throws IOException {
    List<Socket> idle = new ArrayList<>();
    try {
      for (int i = 0; i < HttpControl.MAX_CONNECTIONS; i++) {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), http.port());
        socket.getOutputStream().write('G');
        idle.add(socket);
      }
      try (Socket next = new Socket(InetAddress.getLoopbackAddress(), http.port())) {
        next.setSoTimeout(10_000);
        InputStream in = next.getInputStream();
        int read;
        try {
          next.getOutputStream()
              .write(request("GET /healthz", null, "").getBytes(StandardCharsets.ISO_8859_1));
          read = in.read();
        } catch (SocketException e) {
          read = -1;
        }
        assertThat(read).isEqualTo(-1);
      }
    } finally {
      for (Socket socket : idle) {
        socket.close();
      }
    }
  }
}
