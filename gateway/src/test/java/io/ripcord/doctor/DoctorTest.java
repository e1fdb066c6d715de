package io.ripcord.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.config.Overrides;
import io.ripcord.control.ControlRig;
import io.ripcord.control.TokenFile;
import io.ripcord.doctor.Finding.Verdict;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
  @TempDir private Path place;

  private Finding find(String check, List<Finding> findings) {
    return findings.stream()
        .filter(finding -> finding.check().equals(check))
        .findFirst()
        .orElseThrow(() -> new AssertionError(check + " in " + findings));
  }

  private void host(String path, String text) throws IOException {
    Path file = place.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text + "\n");
  }

  private List<Finding> run(Path config, Path data, int port) {
    return Doctor.run(
        new Doctor.Request(
            place,
            Optional.ofNullable(config),
            Optional.ofNullable(data),
            place.resolve("token"),
            port,
            null),
        Overrides.of(Map.of()));
  }

  @Test
  void shouldNotKnowWhatIsNotThere() {
    assertThat(new HostChecks(place, false).run(2))
        .allMatch(finding -> finding.verdict() == Verdict.OK)
        .filteredOn(finding -> finding.found().equals("not known here"))
        .hasSize(6);
  }

  @Test
  void shouldFindWhatSlowsAHostDown() throws IOException {
    host("sys/devices/system/clocksource/clocksource0/current_clocksource", "hpet");
    host("sys/kernel/mm/transparent_hugepage/enabled", "[always] madvise never");
    host("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor", "powersave");
    host("sys/devices/system/cpu/isolated", "");
    host("proc/self/limits", "Max locked memory         65536    65536    bytes");
    host("proc/swaps", "Filename Type\n/dev/sda2 partition");

    List<Finding> colo = new HostChecks(place, true).run(2);
    assertThat(colo).allMatch(finding -> finding.verdict() == Verdict.WARN).hasSize(7);
    assertThat(find("memlock", colo))
        .hasToString(
            "WARN memlock       65536; pages of the journal may be swapped; ulimit -l unlimited");
    assertThat(new HostChecks(place, false).run(2))
        .filteredOn(finding -> finding.verdict() == Verdict.WARN)
        .extracting(Finding::check)
        .containsExactly("clocksource", "huge pages", "governor", "swap");
  }

  @Test
  void shouldBeContentWithAGoodHost() throws IOException {
    host("sys/devices/system/clocksource/clocksource0/current_clocksource", "tsc");
    host("sys/kernel/mm/transparent_hugepage/enabled", "always [madvise] never");
    host("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor", "performance");
    host("sys/devices/system/cpu/isolated", "2-3");
    host("proc/self/limits", "Max locked memory         unlimited    unlimited    bytes");
    host("proc/swaps", "Filename Type");
    assertThat(new HostChecks(place, true).run(4))
        .allMatch(finding -> finding.verdict() == Verdict.OK);
  }

  @Test
  void shouldVerifyTheJournal() throws IOException {
    Path data = place.resolve("journal");
    try (ControlRig rig = new ControlRig(data)) {
      rig.trade("100");
    }
    List<Finding> sound = new DataChecks(data).run();
    assertThat(find("journal", sound).found()).endsWith("frames intact, without a stop record");
    assertThat(find("space", sound).found())
        .contains("days at 100 bytes an input and 50000 inputs a second");
    assertThat(find("permissions", sound).verdict()).isEqualTo(Verdict.OK);

    Path cycle;
    try (var files = Files.newDirectoryStream(data.resolve("g1"), "*.cq4")) {
      cycle = files.iterator().next();
    }
    byte[] bytes = Files.readAllBytes(cycle);
    int at = indexOf(bytes, "ACME");
    bytes[at] ^= 1;
    Files.write(cycle, bytes);
    assertThat(find("journal", new DataChecks(data).run()).verdict()).isEqualTo(Verdict.FAIL);
  }

  private static int indexOf(byte[] bytes, String text) {
    return new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf(text);
  }

  @Test
  void shouldLookAtTokenPortAndConfiguration() throws IOException {
    Path token = place.resolve("token");
    assertThat(find("token", run(null, null, 0)).found())
        .endsWith("will be created by the first run");
    TokenFile.ofNode(Map.of(), token).close();
    assertThat(find("token", run(null, null, 0)).verdict()).isEqualTo(Verdict.OK);
    Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-r--r--"));
    Finding open = find("token", run(null, null, 0));
    assertThat(open.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(open.found())
        .contains("expected mode 0600")
        .doesNotContain(Files.readString(token).strip());

    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(find("port", run(null, null, taken.getLocalPort())).verdict())
          .isEqualTo(Verdict.WARN);
    }
    Path config = Files.writeString(place.resolve("c.yaml"), "pipelin: {}\n");
    assertThat(find("config", run(config, null, 0)).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(find("config", run(null, null, 0)).found()).isEqualTo("defaults");
  }

  @Test
  void shouldWarnOfADirectoryThatOthersMayRead() throws IOException {
    Path data = Files.createDirectory(place.resolve("data"));
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
    assertThat(find("permissions", new DataChecks(data).run()).verdict()).isEqualTo(Verdict.WARN);
    Path file = Files.createFile(place.resolve("file"));
    assertThat(find("permissions", new DataChecks(file).run()).verdict()).isEqualTo(Verdict.FAIL);
  }
}
