package io.ripcord.log;

import io.ripcord.config.LogLevel;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AsyncAppender;
import org.apache.logging.log4j.core.appender.ConsoleAppender;
import org.apache.logging.log4j.core.appender.FileAppender;
import org.apache.logging.log4j.core.config.AbstractConfiguration;
import org.apache.logging.log4j.core.config.AppenderRef;
import org.apache.logging.log4j.core.config.ConfigurationSource;
import org.apache.logging.log4j.core.config.DefaultConfiguration;
import org.apache.logging.log4j.core.config.LoggerConfig;

/**
 * The log of a node. Lines go through a bounded queue to a thread of their own; when it is full, a
 * line is lost rather than awaited. One at a time in a process; any thread logs.
 *
 * <p>Nothing that is secret is ever given to it: secrets have no text form.
 */
public final class NodeLog implements AutoCloseable {
  private static final int QUEUE = 8_192;
  private static final long DRAIN_MS = 2_000;
  private static final String NAME = "ripcord";
  private static final String LIBRARIES = "net.openhft";

  private final Logger logger;
  private final LoggerContext context;

  private NodeLog(LoggerContext context) {
    this.context = context;
    logger = context.getLogger(NAME);
  }

  /**
   * Opens the file, which is appended to.
   *
   * @throws IOException when it cannot be written
   */
  public static NodeLog open(Path file, LogLevel level) throws IOException {
    Path parent = file.toAbsolutePath().getParent();
    Files.createDirectories(parent);
    if (Files.isDirectory(file) || !Files.isWritable(Files.exists(file) ? file : parent)) {
      throw new FileSystemException(
          file.toString(), null, "cannot be written, expected the name of a log file");
    }
    LoggerContext context = (LoggerContext) LogManager.getContext(false);
    context.setConfiguration(new Setup(context, file, Level.valueOf(level.name())));
    return new NodeLog(context);
  }

  /** Wired here rather than in a file: nobody can configure the queue away. */
  private static final class Setup extends AbstractConfiguration {
    private final Path file;
    private final Level level;

    Setup(LoggerContext context, Path file, Level level) {
      super(context, ConfigurationSource.NULL_SOURCE);
      this.file = file;
      this.level = level;
    }

    @Override
    protected void doConfigure() {
      FileAppender lines =
          FileAppender.newBuilder()
              .setName("file")
              .setFileName(file.toString())
              .setLayout(new JsonLines())
              .setIgnoreExceptions(true)
              .setConfiguration(this)
              .build();
      ConsoleAppender terminal =
          ConsoleAppender.newBuilder()
              .setName("terminal")
              .setTarget(ConsoleAppender.Target.SYSTEM_ERR)
              .setLayout(new TextLines())
              .setConfiguration(this)
              .build();
      lines.start();
      terminal.start();
      addAppender(lines);
      addAppender(terminal);
      AsyncAppender queue =
          AsyncAppender.newBuilder()
              .setName("queue")
              .setAppenderRefs(
                  new AppenderRef[] {
                    AppenderRef.createAppenderRef("file", null, null),
                    AppenderRef.createAppenderRef("terminal", null, null)
                  })
              .setBlocking(false)
              .setBufferSize(QUEUE)
              .setShutdownTimeout(DRAIN_MS)
              .setConfiguration(this)
              .build();
      queue.start();
      addAppender(queue);
      LoggerConfig root = getRootLogger();
      root.setLevel(level);
      root.addAppender(queue, null, null);
      // What the libraries call information is noise to an operator.
      Level ofLibraries = level.isMoreSpecificThan(Level.WARN) ? level : Level.WARN;
      addLogger(LIBRARIES, new LoggerConfig(LIBRARIES, ofLibraries, true));
    }
  }

  /** What a developer asks for. */
  public void debug(String event, Object... namesAndValues) {
    log(Level.DEBUG, event, namesAndValues);
  }

  /** What the node does. */
  public void info(String event, Object... namesAndValues) {
    log(Level.INFO, event, namesAndValues);
  }

  /** What somebody should look at. */
  public void warn(String event, Object... namesAndValues) {
    log(Level.WARN, event, namesAndValues);
  }

  /** What stops the node. */
  public void error(String event, Object... namesAndValues) {
    log(Level.ERROR, event, namesAndValues);
  }

  private void log(Level level, String event, Object... namesAndValues) {
    if (logger.isEnabled(level)) {
      logger.log(level, new LogLine(event, namesAndValues));
    }
  }

  /** Writes what waits and lets go of the file. */
  @Override
  public void close() {
    context.setConfiguration(new DefaultConfiguration());
  }
}
