package dev.menagerie.server.commandline;

import dev.menagerie.server.postgres.Backup;
import dev.menagerie.server.settings.CommandFailure;
import dev.menagerie.server.settings.StoreOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Copies the data of a server to a file, while the server runs or not. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = {
      "Copies accounts, decks, games and their history to one file, while servers run or not.",
      "Games in progress are in it up to the last moment; Redis needs no copy.",
      "Secrets are not in it, but what players keep secret is: keep it as safe as the database."
    })
final class BackupCommand implements Callable<Integer>, CheckedCommand {
  @Mixin StoreOptions stores = new StoreOptions();

  @Parameters(paramLabel = "FILE", description = "The file to write, such as menagerie.backup")
  Path file = Path.of("menagerie.backup");

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public List<String> problems() {
    return stores.problems();
  }

  @Override
  public Integer call() {
    if (stores.isEmbedded() && !Files.isDirectory(stores.dataDir)) {
      throw CommandFailure.badUse("there is no data directory " + stores.dataDir);
    }
    long rows = stores.work(address -> Backup.write(address, file));
    spec.commandLine().getOut().printf(Locale.ROOT, "%d rows are in %s%n", rows, file);
    spec.commandLine().getOut().flush();
    return 0;
  }
}
