package dev.menagerie.server.commandline;

import static java.util.Objects.requireNonNull;

import dev.menagerie.server.settings.PrintedSettings;
import dev.menagerie.server.settings.SettingSources;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.OptionSpec;

/** The page of all settings in the docs, written from the options themselves. */
final class ConfigurationReference {
  private static final String HEAD =
      """
      # Settings

      <!-- Generated. To write it again: ./mvnw -pl server -am test -Dtest=ConfigurationReferenceTest
           -Dsurefire.failIfNoSpecifiedTests=false -Dtests.jvm=-Ddocs.write=true -->

      Every setting of `menagerie serve` can be given in four places. The first that has it decides:

      1. the command line: `--data-dir /srv/menagerie`;
      2. an environment variable: `MENAGERIE_DATA_DIR=/srv/menagerie`;
      3. a file of properties: `data-dir = /srv/menagerie`, in UTF-8; named by `--config` or
         `MENAGERIE_CONFIG`, else `menagerie.properties` in the working directory if there is one;
      4. the default.

      Lists are separated by commas. All settings are checked before anything starts, and everything
      that is wrong is reported at once, with exit code 2; a key that is not in this list is an
      error, a variable `MENAGERIE_…` of another name a warning. `menagerie serve --print-config`
      prints all settings with their origins, passwords masked, in the form of a file. Keep a file
      with passwords at mode 600. `doctor`, `backup`, `restore` and `ratings` read the same file.

      """;

  private ConfigurationReference() {}

  /** The page as Markdown. */
  static String markdown() {
    var commands = Menagerie.commandLine().getSubcommands();
    var serve = requireNonNull(commands.get("serve"), "serve").getCommandSpec();
    return HEAD
        + PrintedSettings.settings(serve).stream()
            .map(ConfigurationReference::entry)
            .collect(Collectors.joining("\n"));
  }

  private static String entry(OptionSpec option) {
    var text = String.join(" ", option.description()).replaceAll("\\s*Default: .*$", "");
    var value = option.defaultValue() == null ? "none" : "`" + option.defaultValue() + "`";
    return "## "
        + SettingSources.name(option)
        + "\n\n"
        + wrapped(text + (text.endsWith(".") ? "" : "."))
        + "\n\n- default: "
        + value
        + "\n- variable: `"
        + SettingSources.variable(option)
        + "`\n";
  }

  private static String wrapped(String text) {
    return text.replaceAll("(.{1,118})(?: |$)", "$1\n").strip();
  }
}
