package dev.menagerie.server.settings;

import dev.menagerie.server.logging.Logs;
import picocli.CommandLine.Option;

/** The options of the server's log. */
public final class LogOptions {
  @Option(
      names = "--log-format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description =
          "How a line of the log looks, on the error stream: text, or json (one object a line)."
              + " Default: ${DEFAULT-VALUE}")
  public Logs.Format format = Logs.Format.TEXT;

  @Option(
      names = "--log-level",
      paramLabel = "LEVEL",
      defaultValue = "info",
      description =
          "What is written: error, warn, info, debug, trace; libraries write warnings only. Changes"
              + " at run time by the management port. Default: ${DEFAULT-VALUE}")
  public Logs.Verbosity level = Logs.Verbosity.INFO;

  @Option(
      names = "--request-log",
      negatable = true,
      defaultValue = "false",
      fallbackValue = "true",
      description =
          "Whether each request and each message over a socket is a line of the log, without its"
              + " content. Default: false")
  public boolean requests;

  /** Applies the options to the log. */
  public void apply() {
    Logs.use(format, level);
  }
}
