package dev.menagerie.server.commandline;

import dev.menagerie.server.postgres.Backup;
import dev.menagerie.server.settings.CommandFailure;
import dev.menagerie.server.settings.StoreOptions;
import java.io.IOException;
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

/** Fills an empty place with a backup. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = {
      "Fills an empty data directory or database with a backup. No server may use it at the same"
          + " time.",
      "Start the server with an empty Redis afterwards: it takes games in progress from Postgres."
    })
final class RestoreCommand implements Callable<Integer>, CheckedCommand {
  @Mixin StoreOptions stores = new StoreOptions();

  @Parameters(paramLabel = "FILE", description = "A file that `menagerie backup` has written")
  Path file = Path.of("menagerie.backup");

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public List<String> problems() {
    return stores.problems();
  }

  @Override
  public Integer call() {
    if (!Files.isRegularFile(file)) throw CommandFailure.badUse("there is no file " + file);
    if (stores.isEmbedded()) requireNoGames();
    long rows = stores.work(address -> Backup.restore(file, address));
    spec.commandLine().getOut().printf(Locale.ROOT, "%d rows are restored%n", rows);
    spec.commandLine().getOut().flush();
    return 0;
  }

  /** A Redis that is ahead of the restored journal, or of another one, would break its games. */
  private void requireNoGames() {
    Path redis = stores.dataDir.resolve("redis");
    if (!Files.isDirectory(redis)) return;
    try (var files = Files.walk(redis)) {
      if (files.anyMatch(file -> file.getFileName().toString().contains("appendonly"))) {
        throw CommandFailure.failed(
            stores.dataDir + " has been used by a server: restore into a new directory");
      }
    } catch (IOException e) {
      throw CommandFailure.failed("cannot read " + redis);
    }
  }
}
