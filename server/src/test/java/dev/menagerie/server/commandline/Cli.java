package dev.menagerie.server.commandline;

import dev.menagerie.server.settings.SettingSources;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;

/** Commands run in this JVM, as the launcher would run them. */
public final class Cli {
  private Cli() {}

  /** The output and exit code of a command. */
  public record Result(int exitCode, String out, String err) {}

  /** Runs a command with its options. */
  public static Result run(String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    int code =
        Menagerie.commandLine(SettingSources.of(Map.of(), arguments))
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(arguments);
    return new Result(code, out.toString(), err.toString());
  }
}
