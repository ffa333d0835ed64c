package dev.menagerie.server.commandline;

import dev.menagerie.server.postgres.Database;
import dev.menagerie.server.postgres.RatingRecount;
import dev.menagerie.server.settings.StoreOptions;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Computes all ratings again from the history of ranked games. */
@Command(
    name = "ratings",
    mixinStandardHelpOptions = true,
    description = {
      "Computes all ratings again from the history of ranked games, in the order of their ends.",
      "Says how many places differed, and puts them right. Games that end meanwhile wait."
    })
final class RatingsCommand implements Callable<Integer>, CheckedCommand {
  @Mixin StoreOptions stores = new StoreOptions();

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public List<String> problems() {
    return stores.problems();
  }

  @Override
  public Integer call() {
    stores.work(address -> {
      try (var database = Database.open(address)) {
        var found = new RatingRecount(database).recount();
        spec.commandLine()
            .getOut()
            .printf(
                Locale.ROOT,
                "%d ranked games were counted again; %d places differed%n",
                found.games(),
                found.different());
        spec.commandLine().getOut().flush();
        return found.games();
      }
    });
    return 0;
  }
}
