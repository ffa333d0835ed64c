package dev.menagerie.clients;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of the clients. Bad options: one clear line and exit code 2. */
@Command(
    name = "menagerie",
    description = "Clients of a Menagerie server.",
    mixinStandardHelpOptions = true,
    subcommands = {DemoCommand.class, LoadCommand.class})
public final class Clients {
  private Clients() {}

  /** Runs one command and exits with its code. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Clients())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler((refused, all) ->
            report(refused.getCommandLine(), 2, String.valueOf(refused.getMessage())))
        .setExecutionExceptionHandler((failure, command, parsed) -> {
          if (!(failure instanceof CommandFailure expected)) throw failure;
          return report(command, expected.exitCode(), String.valueOf(expected.getMessage()));
        });
  }

  private static int report(CommandLine command, int exitCode, String message) {
    command.getErr().println("menagerie: " + message.lines().findFirst().orElse(message));
    command.getErr().flush();
    return exitCode;
  }
}
