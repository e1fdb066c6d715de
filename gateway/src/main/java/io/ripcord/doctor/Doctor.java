package io.ripcord.doctor;

import io.ripcord.config.ConfigCheck;
import io.ripcord.config.ConfigException;
import io.ripcord.config.ConfigLoader;
import io.ripcord.config.Overrides;
import io.ripcord.control.TokenFile;
import io.ripcord.journal.FailureReason;
import io.ripcord.pipeline.Profile;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All checks together. */
public final class Doctor {
  private static final int OLDEST_JAVA = 17;
  private static final int NEWEST_TRIED_JAVA = 25;

  private final Request request;
  private final List<Finding> findings = new ArrayList<>();

  /**
   * What to look at.
   *
   * @param root where {@code proc} and {@code sys} lie
   * @param config configuration, if any
   * @param data data directory, if any
   * @param tokenFile the token of the node
   * @param port of the node
   * @param jvmProblem what is missing in the options of this JVM, null if nothing is
   */
  public record Request(
      Path root,
      Optional<Path> config,
      Optional<Path> data,
      Path tokenFile,
      int port,
      String jvmProblem) {}

  private Doctor(Request request) {
    this.request = request;
  }

  /** Looks at everything; never throws for what it finds. */
  public static List<Finding> run(Request request, Overrides overrides) {
    Doctor doctor = new Doctor(request);
    doctor.java();
    boolean colo = doctor.config(overrides);
    HostChecks host = new HostChecks(request.root(), colo);
    doctor.findings.addAll(host.run(Runtime.getRuntime().availableProcessors()));
    request.data().ifPresent(data -> doctor.findings.addAll(new DataChecks(data).run()));
    doctor.token();
    doctor.port();
    return List.copyOf(doctor.findings);
  }

  private void java() {
    int line = Runtime.version().feature();
    findings.add(
        line < OLDEST_JAVA
            ? Finding.fail("java", Integer.toString(line), "expected 17 or later")
            : Finding.warnIf(
                line > NEWEST_TRIED_JAVA,
                "java",
                Runtime.version().toString(),
                "tried on 17 and 25 only"));
    if (request.jvmProblem() != null) {
      findings.add(Finding.fail("jvm options", request.jvmProblem(), "use ./ripcord"));
      return;
    }
    boolean open =
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .anyMatch(
                option ->
                    option.startsWith("-agentlib:jdwp")
                        || option.startsWith("-Dcom.sun.management.jmxremote"));
    findings.add(
        Finding.warnIf(
            open,
            "jvm options",
            open ? "a debugger or JMX may connect" : "complete",
            "leave -agentlib:jdwp and jmxremote out"));
  }

  /** Whether threads are to be pinned. */
  private boolean config(Overrides overrides) {
    ConfigCheck.Result result =
        ConfigCheck.run(
            new ConfigCheck.Inputs(request.config(), Optional.empty(), Optional.empty()),
            overrides);
    result
        .errors()
        .forEach(problem -> findings.add(Finding.fail("config", problem.toString(), "")));
    result
        .warnings()
        .forEach(problem -> findings.add(Finding.warn("config", problem.toString(), "")));
    if (!result.isValid()) {
      return false;
    }
    if (result.warnings().isEmpty()) {
      findings.add(
          Finding.ok(
              "config", request.config().map(file -> file + " is valid").orElse("defaults")));
    }
    try {
      return request
              .config()
              .map(file -> ConfigLoader.load(file, overrides))
              .orElseGet(() -> ConfigLoader.defaults(overrides))
              .config()
              .pipeline()
              .profile()
          == Profile.COLO;
    } catch (ConfigException e) {
      findings.add(Finding.fail("config", e.getMessage(), ""));
      return false;
    }
  }

  private void token() {
    Path file = request.tokenFile();
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      findings.add(Finding.ok("token", file + " will be created by the first run"));
      return;
    }
    try {
      TokenFile.read(file).close();
      findings.add(Finding.ok("token", file + " is this user's only"));
    } catch (IOException e) {
      findings.add(Finding.fail("token", file + ": " + FailureReason.of(e), ""));
    }
  }

  private void port() {
    String where = "127.0.0.1:" + request.port();
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), request.port()));
      findings.add(Finding.ok("port", where + " is free"));
    } catch (IOException e) {
      findings.add(
          Finding.warn(
              "port", where + " is in use", "fine while a node runs, else choose another"));
    }
  }
}
