package dev.menagerie.server.commandline;

import dev.menagerie.cards.scenario.Scenarios;
import dev.menagerie.server.settings.CommandFailure;
import dev.menagerie.server.settings.ContentOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Runs rule scenarios. */
@Command(
    name = "scenario",
    mixinStandardHelpOptions = true,
    description = {
      "Runs rule scenarios: a board, steps, and what is expected. A folder means every .json file",
      "below it. Exit code 1 if any fails. docs/rules.md describes the format."
    })
final class ScenarioCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Scenario files or folders")
  List<Path> files = List.of();

  @Mixin ContentOptions content = new ContentOptions();

  @Override
  public Integer call() {
    var scenarios = new Scenarios(content.content().sets());
    int passed = 0;
    int failed = 0;
    for (var path : files) {
      if (!Files.exists(path)) throw CommandFailure.badUse("there is no file " + path);
      for (var result : scenarios.runAll(path)) {
        if (result.passed()) passed++;
        else failed++;
        System.out.println(result);
      }
    }
    System.out.printf(Locale.ROOT, "%d passed, %d failed%n", passed, failed);
    return failed == 0 ? 0 : 1;
  }
}
