package dev.menagerie.server.app;

import dev.menagerie.cards.set.CardCheck;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What a card author needs. */
@Command(
    name = "cards",
    mixinStandardHelpOptions = true,
    description = "What a card author needs.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = CardsCommand.Check.class)
final class CardsCommand {

  /** Checks card-set files. */
  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description = {
        "Checks card-set files as the server would: every error with its file and path. Cards of the",
        "built-in sets may be evolved from. Exit code 1 if anything is wrong."
      })
  static final class Check implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Card-set files")
    List<Path> files = List.of();

    @Override
    public Integer call() {
      for (var file : files) {
        if (!Files.isRegularFile(file)) throw CannotRun.badUse("there is no file " + file);
      }
      var problems = CardCheck.problems(files);
      problems.forEach(System.out::println);
      if (problems.isEmpty()) System.out.println(CardCheck.share(files));
      System.out.printf("%d files, %d problems%n", files.size(), problems.size());
      return problems.isEmpty() ? 0 : 1;
    }
  }
}
