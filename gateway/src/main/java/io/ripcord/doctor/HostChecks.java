package io.ripcord.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The host, as {@code /proc} and {@code /sys} show it; what is not there is not known here. */
final class HostChecks {
  private static final String UNKNOWN = "not known here";
  private static final Set<String> QUICK_CLOCKS = Set.of("tsc", "kvm-clock", "arch_sys_counter");
  private static final int SHARED_CORES = 2;
  private static final int COLO_CORES = 4;

  private final Path root;
  private final boolean colo;

  /**
   * Looks below {@code root}.
   *
   * @param colo whether threads are to be pinned
   */
  HostChecks(Path root, boolean colo) {
    this.root = root;
    this.colo = colo;
  }

  List<Finding> run(int cores) {
    List<Finding> findings = new ArrayList<>();
    findings.add(cores(cores));
    findings.add(clock());
    findings.add(hugePages());
    findings.add(governor());
    findings.add(isolated());
    findings.add(lockedMemory());
    findings.add(swap());
    return findings;
  }

  private Finding cores(int cores) {
    int expected = colo ? COLO_CORES : SHARED_CORES;
    return Finding.warnIf(
        cores < expected,
        "cores",
        cores + " for profile " + (colo ? "colo" : "shared"),
        "expected at least " + expected);
  }

  private Finding clock() {
    return read("sys/devices/system/clocksource/clocksource0/current_clocksource")
        .map(
            clock ->
                Finding.warnIf(
                    !QUICK_CLOCKS.contains(clock),
                    "clocksource",
                    clock,
                    "reading the time is slow; boot with clocksource=tsc"))
        .orElse(Finding.ok("clocksource", UNKNOWN));
  }

  private Finding hugePages() {
    return read("sys/kernel/mm/transparent_hugepage/enabled")
        .map(
            modes ->
                Finding.warnIf(
                    modes.contains("[always]"),
                    "huge pages",
                    modes,
                    "pauses may come; echo madvise > /sys/kernel/mm/transparent_hugepage/enabled"))
        .orElse(Finding.ok("huge pages", UNKNOWN));
  }

  private Finding governor() {
    return read("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor")
        .map(
            governor ->
                Finding.warnIf(
                    !governor.equals("performance"),
                    "governor",
                    governor,
                    "cores slow down between ticks; cpupower frequency-set -g performance"))
        .orElse(Finding.ok("governor", UNKNOWN));
  }

  private Finding isolated() {
    return read("sys/devices/system/cpu/isolated")
        .map(
            cores ->
                Finding.warnIf(
                    colo && cores.isEmpty(),
                    "isolated",
                    cores.isEmpty() ? "no cores" : "cores " + cores,
                    "other programs may run on pinned cores; boot with isolcpus="))
        .orElse(Finding.ok("isolated", UNKNOWN));
  }

  private Finding lockedMemory() {
    return read("proc/self/limits")
        .flatMap(
            limits ->
                limits.lines().filter(line -> line.startsWith("Max locked memory")).findFirst())
        .map(line -> line.substring("Max locked memory".length()).strip().split("\\s+", 2)[0])
        .map(
            limit ->
                Finding.warnIf(
                    colo && !limit.equals("unlimited"),
                    "memlock",
                    limit,
                    "pages of the journal may be swapped; ulimit -l unlimited"))
        .orElse(Finding.ok("memlock", UNKNOWN));
  }

  private Finding swap() {
    return read("proc/swaps")
        .map(swaps -> swaps.lines().count() - 1)
        .map(
            devices ->
                Finding.warnIf(
                    devices > 0,
                    "swap",
                    devices > 0 ? devices + " in use" : "off",
                    "pauses of seconds may come; swapoff -a, or vm.swappiness=1"))
        .orElse(Finding.ok("swap", UNKNOWN));
  }

  private Optional<String> read(String path) {
    try {
      return Optional.of(Files.readString(root.resolve(path)).strip());
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
