package dev.menagerie.server.settings;

import dev.menagerie.cards.text.NearestPhrase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Where a setting comes from: the command line, an environment variable ({@code --data-dir} is
 * {@code MENAGERIE_DATA_DIR}), a file of properties ({@code data-dir = …}), or its default, in this
 * order. The environment holds for every command, the file for those that work on a server or its
 * stores.
 */
public final class SettingSources implements IDefaultValueProvider {
  private static final String PREFIX = "MENAGERIE_";
  private static final String CONFIG = "--config";

  /** Read where no file is named, if it is there. */
  static final Path USUAL_FILE = Path.of("menagerie.properties");

  /** Options that mean nothing in a file. */
  private static final Set<String> NOT_IN_FILES = Set.of("config", "print-config");

  /** Commands that read the server's settings. */
  private static final Set<String> WITH_FILE =
      Set.of("serve", "doctor", "backup", "restore", "ratings");

  /** What the launchers and the compose file read and set. */
  private static final Set<String> OF_LAUNCHERS =
      Set.of("MENAGERIE_HEAP", "MENAGERIE_JAVA_OPTS", "MENAGERIE_LAUNCHER", "MENAGERIE_UID");

  /** What Kubernetes sets for a service of the name menagerie. */
  private static final Pattern OF_KUBERNETES =
      Pattern.compile("MENAGERIE_(?:\\w+_)?(?:SERVICE_(?:HOST|PORT)\\w*|PORT_\\d+_\\w+)");

  private final Map<String, String> environment;
  private final Map<String, String> file = new TreeMap<>();
  private final Optional<Path> path;
  private final Map<String, String> problems = new LinkedHashMap<>();

  private SettingSources(Map<String, String> environment, Optional<Path> path) {
    this.environment = environment;
    this.path = path;
    path.ifPresent(this::read);
  }

  /** The sources for a command line, whose file is found before the options are parsed. */
  public static SettingSources of(Map<String, String> environment, String... arguments) {
    return new SettingSources(environment, file(environment, arguments));
  }

  private static Optional<Path> file(Map<String, String> environment, String... arguments) {
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i].startsWith(CONFIG + "=")) {
        return Optional.of(Path.of(arguments[i].substring(CONFIG.length() + 1)));
      }
      if (arguments[i].equals(CONFIG) && i + 1 < arguments.length) {
        return Optional.of(Path.of(arguments[i + 1]));
      }
    }
    var named = Optional.ofNullable(environment.get(PREFIX + "CONFIG")).map(Path::of);
    return named.or(() -> Optional.of(USUAL_FILE).filter(Files::exists));
  }

  private void read(Path from) {
    var keys = new TreeSet<String>();
    var properties =
        new Properties() {
          private static final long serialVersionUID = 1L;

          @Override
          public synchronized @Nullable Object put(Object key, Object value) {
            if (!keys.add((String) key))
              problems.put("twice " + key, from + ": " + key + " is set twice");
            return super.put(key, value);
          }
        };
    try (var reader = Files.newBufferedReader(from)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      problems.put("file", "--config: cannot read " + from + ": " + e.getMessage());
    }
    properties.stringPropertyNames().forEach(k -> file.put(k, properties.getProperty(k).strip()));
  }

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    if (!(argument instanceof OptionSpec option) || !isSetting(option)) return null;
    var found = find(option);
    if (found.isEmpty()) return null;
    var problem = problem(option, found.get().value());
    if (problem.isEmpty()) return found.get().value();
    problems.put(name(option), found.get().origin() + ": " + problem.get());
    return null;
  }

  /** A value and its source, for people. */
  record Found(String value, String origin) {}

  /** The value that environment or file give to an option. */
  Optional<Found> find(OptionSpec option) {
    var variable = variable(option);
    var value = environment.get(variable);
    if (value != null) return Optional.of(new Found(value, variable));
    var key = name(option);
    if (!WITH_FILE.contains(option.command().name()) || NOT_IN_FILES.contains(key)) {
      return Optional.empty();
    }
    return Optional.ofNullable(file.get(key))
        .map(text -> new Found(text, path.map(Path::toString).orElse("") + " (" + key + ")"));
  }

  /** Whether an option is more than a request for help. */
  static boolean isSetting(OptionSpec option) {
    return option.longestName().startsWith("--") && !option.usageHelp() && !option.versionHelp();
  }

  /** The name without dashes. */
  public static String name(OptionSpec option) {
    return option.longestName().substring(2);
  }

  /** The environment variable of an option, such as {@code MENAGERIE_DATA_DIR}. */
  public static String variable(OptionSpec option) {
    return PREFIX + name(option).replace('-', '_').toUpperCase(Locale.ROOT);
  }

  private static Optional<String> problem(OptionSpec option, String value) {
    var type = option.type();
    if (type == int.class || type == Integer.class || type == long.class) {
      try {
        var _ = Long.parseLong(value);
      } catch (NumberFormatException e) {
        return Optional.of("'" + value + "' is not a number");
      }
    }
    boolean flag = type == boolean.class || type == Boolean.class;
    return flag && !value.equals("true") && !value.equals("false")
        ? Optional.of("'" + value + "' is not true or false")
        : Optional.empty();
  }

  /**
   * The variables of the environment that look like settings and are none, a sentence each.
   *
   * @param root the command whose commands' options are known
   */
  public List<String> unknownVariables(CommandSpec root) {
    var known = new TreeSet<>(OF_LAUNCHERS);
    addVariables(root, known);
    return environment.keySet().stream()
        .filter(name -> name.startsWith(PREFIX) && !known.contains(name))
        .filter(name -> !OF_KUBERNETES.matcher(name).matches())
        .sorted()
        .map(name -> "no setting has the environment variable " + name + meant(name, known))
        .toList();
  }

  private static void addVariables(CommandSpec command, Set<String> known) {
    command.options().stream()
        .filter(SettingSources::isSetting)
        .forEach(option -> known.add(variable(option)));
    command.subcommands().values().forEach(line -> addVariables(line.getCommandSpec(), known));
  }

  private static String meant(String name, Set<String> known) {
    var endings = known.stream().map(one -> one.substring(PREFIX.length())).toList();
    return NearestPhrase.to(name.substring(PREFIX.length()), endings, 1).stream()
        .map(nearest -> "; is it " + PREFIX + nearest + "?")
        .collect(Collectors.joining());
  }

  /**
   * The problems of file and environment, once {@code serve}'s options are parsed.
   *
   * @param serve the command whose options a file may set
   */
  public List<String> problems(CommandSpec serve) {
    var all = new ArrayList<>(problems.values());
    var names = new TreeSet<String>();
    serve.options().stream().filter(SettingSources::isSetting).forEach(o -> names.add(name(o)));
    names.removeAll(NOT_IN_FILES);
    for (var key : file.keySet()) {
      if (!names.contains(key)) all.add(path.orElseThrow() + ": there is no setting " + key);
    }
    return all;
  }
}
