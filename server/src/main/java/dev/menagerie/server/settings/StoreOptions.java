package dev.menagerie.server.settings;

import dev.menagerie.server.embedded.DataDirectory;
import dev.menagerie.server.embedded.DataDirectoryInUse;
import dev.menagerie.server.embedded.EmbeddedStoreFailed;
import dev.menagerie.server.embedded.EmbeddedStores;
import dev.menagerie.server.embedded.EmbeddedStores.Kind;
import dev.menagerie.server.postgres.Backup;
import dev.menagerie.server.postgres.PostgresAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which Postgres a command works on: one with an address, or the embedded one of a directory. */
public final class StoreOptions {
  @Option(
      names = "--data-dir",
      defaultValue = "./data",
      description = "Where the server's embedded stores live. Default: ${DEFAULT-VALUE}")
  public Path dataDir = Path.of("data");

  @Option(
      names = "--postgres-url",
      paramLabel = "URL",
      description =
          "The server's Postgres (postgresql://user:password@host:port/database); absent: embedded")
  @Nullable String postgresUrl;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The server's file of settings. Default: menagerie.properties, if there is one")
  @Nullable Path config;

  @Spec(Spec.Target.MIXEE)
  CommandSpec command = CommandSpec.create();

  /** What is wrong with the file of settings and the environment. */
  public List<String> problems() {
    if (!(command.defaultValueProvider() instanceof SettingSources sources)) return List.of();
    var serve = Optional.ofNullable(command.root().subcommands().get("serve"));
    return sources.problems(serve.map(line -> line.getCommandSpec()).orElse(command));
  }

  /** Work on a database. */
  @FunctionalInterface
  public interface Work {
    long on(PostgresAddress address) throws SQLException, IOException;
  }

  /** Whether the command works on the embedded Postgres of a data directory. */
  public boolean isEmbedded() {
    return postgresUrl == null;
  }

  /**
   * Works on the Postgres, which is started for it where it is embedded and no server runs.
   *
   * @throws CommandFailure with the reason when that fails
   */
  public long work(Work work) {
    try {
      return postgresUrl == null
          ? workOnEmbedded(work)
          : work.on(PostgresAddress.parse(postgresUrl));
    } catch (IllegalArgumentException e) {
      throw CommandFailure.badUse("--postgres-url: " + e.getMessage());
    } catch (SQLException | IOException | Backup.Unusable | EmbeddedStoreFailed e) {
      throw CommandFailure.failed(String.valueOf(e.getMessage()));
    }
  }

  private long workOnEmbedded(Work work) throws SQLException, IOException {
    try (var data = DataDirectory.lock(dataDir);
        var stores = new EmbeddedStores(data, List.of(Kind.POSTGRES))) {
      stores.start();
      return work.on(stores.postgres());
    } catch (DataDirectoryInUse running) {
      return work.on(EmbeddedStores.runningPostgres(dataDir));
    }
  }
}
