package dev.menagerie.server.app;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Every option is an environment variable, too: {@code --data-dir} is {@code MENAGERIE_DATA_DIR}.
 */
final class EnvironmentDefaults implements IDefaultValueProvider {
  private static final String PREFIX = "MENAGERIE_";

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    if (!(argument instanceof OptionSpec option)) return null;
    var name = option.longestName();
    if (!name.startsWith("--") || option.usageHelp() || option.versionHelp()) return null;
    return System.getenv(PREFIX + name.substring(2).replace('-', '_').toUpperCase(Locale.ROOT));
  }
}
