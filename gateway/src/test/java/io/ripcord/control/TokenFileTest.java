package io.ripcord.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ripcord.config.Secret;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RELIABILITY section 6, S1. */
class TokenFileTest {
  private static final String CANARY = "canary-0123456789012345678901234567890123456789abcd";

  @TempDir private Path place;

  private Path write(String text, String permissions) throws IOException {
    Path file = Files.writeString(place.resolve("token"), text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  @Test
  void shouldCreateARandomOne() throws IOException {
    Path file = place.resolve("below/token");
    Secret created = TokenFile.ofNode(Map.of(), file);
    String text = Files.readString(file).strip();

    assertThat(text).matches("[0-9a-f]{64}");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(created.matches(text)).isTrue();
    assertThat(TokenFile.ofNode(Map.of(), file).matches(text)).isTrue();
    assertThat(TokenFile.ofNode(Map.of(), place.resolve("other")).matches(text)).isFalse();
  }

  @Test
  void shouldPreferTheEnvironment() throws IOException {
    Path file = place.resolve("token");
    Secret secret = TokenFile.ofNode(Map.of("RIPCORD_TOKEN", CANARY), file);
    assertThat(secret.matches(CANARY)).isTrue();
    assertThat(file).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rwxrwxrwx"})
  void shouldRefuseAFileThatOthersMayUse(String permissions) throws IOException {
    Path file = write(CANARY, permissions);
    assertThatThrownBy(() -> TokenFile.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("others may use it (" + permissions + "), expected mode 0600")
        .hasMessageNotContaining(CANARY);
  }

  @Test
  void shouldRefuseAWeakOneWithoutShowingIt() throws IOException {
    Path file = write("weakcanary", "rw-------");
    assertThatThrownBy(() -> TokenFile.read(file))
        .hasMessageContaining("holds no token, expected 43 to 256 letters")
        .hasMessageNotContaining("weakcanary");
    assertThatThrownBy(() -> TokenFile.ofClient(Map.of("RIPCORD_TOKEN", "weakcanary"), file))
        .hasMessageContaining("RIPCORD_TOKEN: holds no token")
        .hasMessageNotContaining("weakcanary");
  }

  @Test
  void shouldRefuseALink() throws IOException {
    write(CANARY, "rw-------");
    Path link = Files.createSymbolicLink(place.resolve("link"), place.resolve("token"));
    assertThatThrownBy(() -> TokenFile.read(link)).hasMessageContaining("is no regular file");
  }

  @Test
  void shouldNotCreateOneForAClient() {
    assertThatThrownBy(() -> TokenFile.ofClient(Map.of(), place.resolve("none")))
        .hasMessageContaining("does not exist, expected the token of a node");
  }

  @Test
  void shouldNeverShowASecret() {
    Secret secret = new Secret(CANARY);
    assertThat(secret).hasToString("***");
    assertThatThrownBy(
            () -> new ObjectOutputStream(OutputStream.nullOutputStream()).writeObject(secret))
        .isInstanceOf(NotSerializableException.class);
    secret.close();
    assertThat(secret.matches(CANARY)).isFalse();
    assertThat(secret.reveal()).doesNotContain("canary");
  }
}
