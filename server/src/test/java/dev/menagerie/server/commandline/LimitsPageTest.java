package dev.menagerie.server.commandline;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.OptionSpec;

/** The page of limits and the options of {@code serve} say the same. */
class LimitsPageTest {
  private static final Path PAGE = Path.of("..", "docs", "limits.md");

  private static final Pattern ROW =
      Pattern.compile("^\\| [^|]+ \\| `(--[a-z-]+)` \\| ([0-9]+)", Pattern.MULTILINE);

  private static final Pattern OPTION = Pattern.compile("`(--[a-z-]+)");

  private static List<OptionSpec> options() {
    var serve = requireNonNull(Menagerie.commandLine().getSubcommands().get("serve"), "serve");
    return serve.getCommandSpec().options();
  }

  private static String page() throws IOException {
    return Files.readString(PAGE);
  }

  private static OptionSpec option(String name) {
    return options().stream()
        .filter(option -> List.of(option.names()).contains(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " is no option of serve"));
  }

  @Test
  void everyOptionOnThePageExists() throws IOException {
    var named = OPTION.matcher(page()).results().map(found -> found.group(1)).toList();
    assertThat(named).hasSizeGreaterThan(8);
    named.forEach(LimitsPageTest::option);
  }

  @Test
  void everyDefaultOnThePageIsTheOptions() throws IOException {
    var rows = ROW.matcher(page()).results().toList();
    assertThat(rows).hasSizeGreaterThan(8);
    for (var row : rows) {
      assertThat(option(row.group(1)).defaultValue()).as(row.group(1)).isEqualTo(row.group(2));
    }
  }

  @Test
  void everyOptionThatBoundsIsOnThePage() throws IOException {
    var page = page();
    var bounds =
        options().stream()
            .flatMap(option -> Stream.of(option.names()))
            .filter(name -> name.matches("--.*-(per|at-once|cache|max)(-.*)?|--max-.*"));
    assertThat(bounds).isNotEmpty().allMatch(name -> page.contains("`" + name + "`"));
  }
}
