package dev.menagerie.server.settings;

import java.io.PrintWriter;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The settings a server would run with, as a file of properties, with passwords masked. */
public record PrintedSettings(CommandSpec serve, ParseResult parsed, SettingSources sources) {
  private static final Pattern PASSWORD = Pattern.compile("(://[^:/@]*:)[^@]*@");
  private static final Pattern PASSWORD_PARAMETER = Pattern.compile("(?i)(password=)[^&]*");

  /** Writes every setting as {@code name = value}, with its source as a comment. */
  public void print(PrintWriter out) {
    for (var option : settings(serve)) {
      out.println("# from " + origin(option));
      var value = value(option);
      out.println((value.isEmpty() ? "# " : "") + SettingSources.name(option) + " = " + value);
    }
    out.flush();
  }

  /** The options that a file may set, by name. */
  public static List<OptionSpec> settings(CommandSpec serve) {
    return serve.options().stream()
        .filter(SettingSources::isSetting)
        .filter(option -> !SettingSources.name(option).contains("config"))
        .sorted((a, b) -> a.longestName().compareTo(b.longestName()))
        .toList();
  }

  private String origin(OptionSpec option) {
    if (parsed.hasMatchedOption(option)) return "the command line";
    return sources.find(option).map(SettingSources.Found::origin).orElse("the default");
  }

  private String value(OptionSpec option) {
    String value;
    if (parsed.hasMatchedOption(option)) {
      value = String.join(",", option.stringValues());
    } else {
      value = sources.find(option).map(SettingSources.Found::value).orElse(defaultOf(option));
    }
    return masked(value);
  }

  private static String defaultOf(OptionSpec option) {
    return option.defaultValue() == null ? "" : option.defaultValue();
  }

  /** A URL without its password. */
  static String masked(String value) {
    return PASSWORD_PARAMETER
        .matcher(PASSWORD.matcher(value).replaceAll("$1***@"))
        .replaceAll("$1***");
  }
}
