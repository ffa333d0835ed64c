package dev.menagerie.server.commandline;

import dev.menagerie.server.settings.CommandFailure;
import dev.menagerie.server.settings.SettingSources;
import dev.menagerie.server.wiring.BuildVersion;
import dev.menagerie.server.wiring.StartupFailures;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command line. Bad options: one clear line and exit code 2; without a verb it serves. */
@Command(
    name = "menagerie",
    description = "A real-time server for trading card duels.",
    mixinStandardHelpOptions = true,
    versionProvider = Menagerie.Version.class,
    footer = {
      "",
      "Without a command it serves. Commands of the launcher: `./menagerie demo` plays one game",
      "over real sockets, `./menagerie load` plays many and measures, `./menagerie check` runs the",
      "whole test suite."
    },
    subcommands = {
      ServeCommand.class,
      DoctorCommand.class,
      AdminCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      RatingsCommand.class,
      SimulateCommand.class,
      ReplayCommand.class,
      CardsCommand.class,
      DecksCommand.class,
      ScenarioCommand.class,
      PuzzlesCommand.class
    })
public final class Menagerie {
  /** Exit code for options that cannot be used. */
  public static final int BAD_USE = CommandFailure.BAD_USE;

  private Menagerie() {}

  /** Runs one verb and exits with its code. */
  public static void main(String[] arguments) {
    // The JDK and libraries write for machines and English readers, in any locale.
    Locale.setDefault(Locale.ROOT);
    var sources = SettingSources.of(System.getenv(), arguments);
    System.exit(commandLine(sources).execute(withDefaultVerb(arguments)));
  }

  /** The command line without environment and files. */
  static CommandLine commandLine() {
    return commandLine(SettingSources.of(Map.of()));
  }

  static CommandLine commandLine(SettingSources sources) {
    var line =
        new CommandLine(new Menagerie())
            .setDefaultValueProvider(sources)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setExecutionStrategy(Menagerie::runIfSound)
            .setParameterExceptionHandler(Menagerie::refuse)
            .setExecutionExceptionHandler(Menagerie::fail);
    collectErrors(line);
    return line;
  }

  /** Without this the parser ends at the first error. */
  private static void collectErrors(CommandLine line) {
    line.getCommandSpec().parser().collectErrors(true);
    line.getSubcommands().values().forEach(Menagerie::collectErrors);
  }

  /** Runs the command if nothing is wrong with its options; else reports everything at once. */
  private static int runIfSound(CommandLine.ParseResult parsed) {
    var help = CommandLine.executeHelpRequest(parsed);
    if (help != null) return help;
    var last = parsed.asCommandLineList().getLast();
    if (last.getDefaultValueProvider() instanceof SettingSources sources) {
      sources.unknownVariables(parsed.commandSpec()).forEach(warning -> say(last, warning));
    }
    var problems = new ArrayList<String>();
    for (var line : parsed.asCommandLineList()) {
      line.getParseResult().errors().forEach(error -> problems.add(firstLine(error)));
      if (line.getCommand() instanceof CheckedCommand checked) problems.addAll(checked.problems());
    }
    if (problems.isEmpty()) return new CommandLine.RunLast().execute(parsed);
    problems.forEach(problem -> say(last, problem));
    return BAD_USE;
  }

  private static String firstLine(Exception error) {
    return String.valueOf(error.getMessage()).lines().findFirst().orElse("");
  }

  /** {@code ./menagerie --port 9000} means {@code ./menagerie serve --port 9000}. */
  static String[] withDefaultVerb(String[] arguments) {
    boolean serves =
        arguments.length == 0
            || (arguments[0].startsWith("-") && !arguments[0].matches("-h|--help|-V|--version"));
    if (!serves) return arguments;
    var all = new String[arguments.length + 1];
    all[0] = "serve";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return all;
  }

  private static int refuse(CommandLine.ParameterException refused, String[] arguments) {
    say(refused.getCommandLine(), String.valueOf(refused.getMessage()));
    return BAD_USE;
  }

  private static int fail(Exception failure, CommandLine command, CommandLine.ParseResult parsed)
      throws Exception {
    if (!(failure instanceof RuntimeException unchecked)) throw failure;
    var expected = StartupFailures.explained(unchecked);
    say(command, String.valueOf(expected.getMessage()));
    return expected.exitCode();
  }

  private static void say(CommandLine command, String message) {
    PrintWriter err = command.getErr();
    message.lines().forEach(line -> err.println("menagerie: " + line));
    err.flush();
  }

  /** The version in the jar's manifest. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"menagerie " + BuildVersion.TEXT};
    }
  }
}
