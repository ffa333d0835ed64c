package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.Stores;
import dev.menagerie.server.archive.GameArchive;
import dev.menagerie.server.commandline.LocalServer;
import dev.menagerie.server.embedded.DataDirectory;
import dev.menagerie.server.embedded.EmbeddedStores;
import dev.menagerie.server.game.Connections;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.History;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.play.Planting;
import dev.menagerie.server.postgres.Database;
import dev.menagerie.server.postgres.PostgresArchive;
import dev.menagerie.server.postgres.PostgresBans;
import dev.menagerie.server.postgres.PostgresJournal;
import dev.menagerie.server.postgres.PostgresTournaments;
import dev.menagerie.server.redis.RedisConnections;
import dev.menagerie.server.redis.RedisNode;
import dev.menagerie.server.tournament.Tournament;
import io.lettuce.core.RedisClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * The one server of this JVM, with generous limits, over stores that only servers use. Tests share
 * it: each signs in users of its own.
 */
public final class Servers {
  private static final AtomicInteger COUNTER = new AtomicInteger();

  private static final int MANY = 1_000;

  private final Path base;
  private final DataDirectory data;
  private final EmbeddedStores stores;
  private final LocalServer server;
  private final RedisNode redis;
  private final Database database;
  private final Planting planting;

  private Servers() {
    base = Path.of("target", "e2e", Long.toString(ProcessHandle.current().pid())).toAbsolutePath();
    data = DataDirectory.lock(base.resolve("stores"));
    stores = Stores.own(data);
    server = LocalServer.start(base.resolve("first"), stores, _ -> {});
    redis = RedisNode.connect(stores.redisUrl(), MANY);
    database = Database.open(stores.postgres());
    planting =
        new Planting(redis.stores().games(), new PostgresJournal(database, History.COMPOSER));
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
  }

  private static final class Holder {
    static final Servers RUNNING = new Servers();
  }

  /** The origin of the shared server. */
  public static String shared() {
    return Holder.RUNNING.server.url();
  }

  /** Another server of the caller's own, over the same stores; tokens of the first are not its. */
  public static LocalServer another(Consumer<LocalServer.Settings> choose) {
    var name = "another-" + COUNTER.incrementAndGet();
    return LocalServer.start(Holder.RUNNING.base.resolve(name), Holder.RUNNING.stores, choose);
  }

  /** The shared server's keys, for others that are to take its tokens. */
  public static Path jwtFile() {
    return Holder.RUNNING.base.resolve("first/secrets/jwt");
  }

  /** The games of all servers here, as their lists read them. */
  public static GameArchive archive() {
    return new PostgresArchive(Holder.RUNNING.database);
  }

  /** The journal's header of a game; it is secret while the game runs. */
  public static String header(String game) {
    return header(Holder.RUNNING.database, game);
  }

  /** The header of a game in the journal of another installation. */
  static String header(Database database, String game) {
    return database.read(handle ->
        handle
            .createQuery("select header from active_games where game_id = :game")
            .bind("game", game)
            .mapTo(String.class)
            .one());
  }

  /** Puts games into the stores of all servers here. */
  public static Planting planting() {
    return Holder.RUNNING.planting;
  }

  /** The registry of connections that all servers here share. */
  public static Connections connections() {
    return new RedisConnections(Holder.RUNNING.redis.link());
  }

  /** Removes a user's connection from the store. */
  public static void forgetConnectionOf(String user) {
    try (var client = RedisClient.create(Holder.RUNNING.stores.redisUrl());
        var connection = client.connect()) {
      connection.sync().del("user_conn:{" + user + "}");
    }
  }

  /** Keeps a tournament, as an operator announces one; its id. */
  static String keep(Tournament tournament) {
    assertThat(new PostgresTournaments(Holder.RUNNING.database).create(tournament)).isTrue();
    return tournament.id().value();
  }

  /** Bans a user for good. */
  static void ban(String user) {
    var done =
        new PostgresBans(Holder.RUNNING.database)
            .ban(new UserId(user), Optional.empty(), "a test", "a test");
    assertThat(done).isPresent();
  }

  /** Ends a user's sessions without a notice. */
  public static void endSessionsOf(String user) {
    Holder.RUNNING.database.read(handle ->
        handle.execute("update refresh_families set ended_at = now() where user_id = ?", user));
  }

  /** The store's copy of a game was made with other cards than the servers here have. */
  public static void changeCardsOf(GameId game) {
    Holder.RUNNING.redis.changeCardsOf(game);
  }

  /** Makes the game one that a newer version has stored, with what this one does not know. */
  public static void changeVersionOf(GameId game) {
    Holder.RUNNING.redis.changeVersionOf(game);
  }

  /** Another node of the shared server: its tokens are good there, too. */
  public static LocalServer node() {
    return another(s -> s.jwtSecretFile(jwtFile()));
  }

  /** The shared server's key, to make tokens that it would not make itself. */
  public static String jwtSecret() {
    try {
      return Files.readString(jwtFile()).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void close() {
    server.close();
    redis.close();
    database.close();
    stores.close();
    data.close();
    try (var files = Files.walk(base)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
