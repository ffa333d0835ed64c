package dev.menagerie.server.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.LoggerFactory;

/** The process's log: its form, and its levels, which may change while it runs. Any thread. */
public final class Logs {
  /**
   * Only our own loggers may be made more talkative: what libraries write at such levels can hold
   * rows of the journal, with seeds and hidden cards.
   */
  private static final String OWN = "dev.menagerie";

  private static final int MAX_NAME = 200;
  private static final String CONSOLE = "console";

  private Logs() {}

  /** The form of a line. */
  public enum Format {
    TEXT,
    JSON
  }

  /** Levels that can be asked for. */
  public enum Verbosity {
    ERROR,
    WARN,
    INFO,
    DEBUG,
    TRACE
  }

  /** Sets the form of the log and the level of our own loggers. */
  public static void use(Format format, Verbosity level) {
    if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) return;
    context.getLogger(OWN).setLevel(Level.valueOf(level.name()));
    var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    if (format == Format.JSON
        && root.getAppender(CONSOLE) instanceof ConsoleAppender<ILoggingEvent> console) {
      var encoder = new JsonLines();
      encoder.setContext(context);
      encoder.start();
      console.setEncoder(encoder);
    }
  }

  /**
   * Sets the level of a logger of ours.
   *
   * @throws IllegalArgumentException if it is not one of ours, or there is no such level
   */
  public static void setLevel(String logger, String level) {
    boolean isOwn = logger.equals(OWN) || logger.startsWith(OWN + ".");
    if (!isOwn || logger.length() > MAX_NAME) {
      throw new IllegalArgumentException("a logger is " + OWN + " or one below it");
    }
    var wanted = Verbosity.valueOf(level.toUpperCase(Locale.ROOT));
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      context.getLogger(logger).setLevel(Level.valueOf(wanted.name()));
    }
  }

  /** The loggers that have a level of their own. */
  public static Map<String, String> levels() {
    var levels = new TreeMap<String, String>();
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      for (var logger : context.getLoggerList()) {
        if (logger.getLevel() != null) levels.put(logger.getName(), logger.getLevel().toString());
      }
    }
    return levels;
  }
}
