package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.codec.Json;
import dev.menagerie.codec.Limits;
import dev.menagerie.server.Stores;
import dev.menagerie.server.commandline.Cli;
import dev.menagerie.server.commandline.LocalServer;
import dev.menagerie.server.embedded.DataDirectory;
import dev.menagerie.server.embedded.EmbeddedStore;
import dev.menagerie.server.embedded.EmbeddedStores;
import dev.menagerie.server.embedded.EmbeddedStores.Kind;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.History;
import dev.menagerie.server.game.JournalRow;
import dev.menagerie.server.postgres.Database;
import dev.menagerie.server.postgres.PostgresJournal;
import dev.menagerie.server.stores.RedisFiles;
import dev.menagerie.server.stores.Rigged;
import dev.menagerie.testkit.KeyFile;
import dev.menagerie.testkit.Ports;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/**
 * Two servers, a Redis and a Postgres as processes of their own. The left server reaches Redis over
 * a network that can be rigged.
 */
final class Cluster implements AutoCloseable {
  private static final Duration SOON = Duration.ofSeconds(30);

  private final Path directory;
  private final DataDirectory data;
  private final EmbeddedStores stores;
  private final Database database;
  private final Rigged network;
  private final int managementPort = Ports.free();
  private final ServerProcess left;
  private final ServerProcess right;

  private Cluster(Path directory, UnaryOperator<String> redis) throws IOException {
    this.directory = directory;
    data = DataDirectory.lock(directory.resolve("stores"));
    stores = Stores.own(data);
    database = Database.open(stores.postgres());
    var url = redis.apply(stores.redisUrl());
    network = new Rigged(Integer.parseInt(url.substring(url.lastIndexOf(':') + 1)));
    var keys = KeyFile.in(directory);
    left = server("left", url.replaceFirst(":\\d+$", ":" + network.port()), keys, managementPort);
    right = server("right", url, keys, 0);
  }

  /** With embedded stores. */
  static Cluster start(Path directory) throws IOException {
    return new Cluster(directory, url -> url);
  }

  /** With a Redis of the caller's. */
  static Cluster start(Path directory, String redisUrl) throws IOException {
    return new Cluster(directory, _ -> redisUrl);
  }

  private ServerProcess server(String name, String redisUrl, Path keys, int management) {
    return ServerProcess.start(
        directory.resolve(name),
        "--redis-url",
        redisUrl,
        "--postgres-url",
        LocalServer.postgresUrl(stores.postgres()),
        "--jwt-secret-file",
        keys.toString(),
        "--management-port",
        Integer.toString(management));
  }

  ServerProcess left() {
    return left;
  }

  ServerProcess right() {
    return right;
  }

  Rigged network() {
    return network;
  }

  EmbeddedStore redis() {
    return stores.store(Kind.REDIS);
  }

  EmbeddedStore postgres() {
    return stores.store(Kind.POSTGRES);
  }

  RedisFiles redisFiles() {
    return RedisFiles.under(directory.resolve("stores"));
  }

  Database database() {
    return database;
  }

  /** Of the left server. */
  double metric(String name) {
    return MetricsText.samples(managementPort, name).findFirst().orElseThrow();
  }

  /** What {@code menagerie admin WORDS} says, of the left server. */
  JsonNode admin(String... words) {
    var all =
        new ArrayList<>(
            List.of(
                "admin",
                "--url=http://127.0.0.1:" + managementPort,
                "--data-dir=" + directory.resolve("left")));
    all.addAll(List.of(words));
    var result = Cli.run(all.toArray(String[]::new));
    assertThat(result.exitCode()).as("%s", result).isZero();
    return Json.tree(result.out().getBytes(StandardCharsets.UTF_8), Limits.DOCUMENT);
  }

  /**
   * Every acknowledged action is in the journal once, and gets the same reply again. Prints the
   * count.
   */
  void nothingIsLost(String fault, Duel duel) {
    awaitJournaled(duel);
    var rows = rows(duel);
    assertThat(rows)
        .extracting(row -> row.head().version())
        .containsExactlyElementsOf(LongStream.rangeClosed(1, rows.size()).boxed().toList());
    for (var one : duel.acknowledged()) {
      var answers = rows.stream().filter(row -> isAnswer(row, one)).toList();
      assertThat(answers).as("rows of %s", one.id()).hasSize(1);
      assertThat(answers.getFirst().head().version()).isEqualTo(one.version());
    }
    System.out.printf(
        Locale.ROOT,
        "%s: %d acknowledged, %d in the journal, 0 lost%n",
        fault,
        duel.acknowledged().size(),
        duel.acknowledged().size());
    duel.everyAnswerIsTheSameAgain();
  }

  void awaitJournaled(Duel duel) {
    Awaitility.await()
        .atMost(SOON)
        .ignoreExceptions()
        .until(() ->
            journal().head(new GameId(duel.game())).orElseThrow().version() >= duel.version());
  }

  List<JournalRow> rows(Duel duel) {
    return journal().rows(new GameId(duel.game()));
  }

  private PostgresJournal journal() {
    return new PostgresJournal(database, History.COMPOSER);
  }

  static boolean isAnswer(JournalRow row, Duel.Acknowledged one) {
    return row.request()
        .filter(request -> request.seat() == one.seat())
        .filter(request -> request.id().value().equals(one.id()))
        .isPresent();
  }

  @Override
  public void close() {
    left.close();
    right.close();
    network.close();
    database.close();
    stores.close();
    data.close();
  }
}
