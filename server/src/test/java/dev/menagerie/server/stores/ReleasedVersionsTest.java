package dev.menagerie.server.stores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.bots.BotKind;
import dev.menagerie.cards.house.Presets;
import dev.menagerie.server.Stores;
import dev.menagerie.server.commandline.Cli;
import dev.menagerie.server.commandline.LocalServer;
import dev.menagerie.server.game.ConnectionId;
import dev.menagerie.server.game.Connections.Announced;
import dev.menagerie.server.game.Connections.Role;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.NodeId;
import dev.menagerie.server.game.Partition;
import dev.menagerie.server.game.StoreRun;
import dev.menagerie.server.postgres.Database;
import dev.menagerie.server.postgres.PostgresAddress;
import dev.menagerie.server.redis.PlainRedis;
import dev.menagerie.server.redis.RedisConnections;
import dev.menagerie.server.redis.RedisNode;
import io.lettuce.core.RedisClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An operator of a released version can continue with this one and keeps all data. */
class ReleasedVersionsTest {
  private static final Duration SOON = Duration.ofSeconds(30);

  /** They describe running servers. */
  private static final Set<String> NOT_IN_BACKUPS = Set.of("nodes", "partition_certificates");

  @ParameterizedTest
  @MethodSource("releases")
  void migrationsThatWereReleasedStayAsTheyAre(Release release) {
    assertThat(release.migrations()).isNotEmpty();
    for (var migration : release.migrations()) {
      assertThat(Release.today(migration)).as("%s", migration).hasSameBinaryContentAs(migration);
    }
  }

  @ParameterizedTest
  @MethodSource("releases")
  void everyRowIsThereAfterwards(Release release) throws Exception {
    var address = Stores.emptyDatabase();
    release.restore(address);
    var before = everyRow(address);
    assertThat(before).isNotEmpty();
    assertThat(before).allSatisfy((table, rows) -> assertThat(rows).as(table).isNotEmpty());
    Database.open(address).close();
    try (var connection = Release.connect(address)) {
      for (var table : before.keySet()) {
        for (var row : before.get(table)) assertThat(holds(connection, table, row)).isTrue();
      }
    }
  }

  /** A backup of then is restored by this build, which brings the tables up to date. */
  @ParameterizedTest
  @MethodSource("releases")
  void itsBackupIsRestored(Release release, @TempDir Path directory) throws Exception {
    var old = Stores.emptyDatabase();
    release.restore(old);
    var before = everyRow(old);
    var backup = directory.resolve("menagerie.backup");
    assertThat(run("backup", old, backup).exitCode()).isZero();
    var place = Stores.emptyDatabase();

    var restored = run("restore", place, backup);

    assertThat(restored.exitCode()).as("%s", restored.err()).isZero();
    before.keySet().removeAll(NOT_IN_BACKUPS);
    Database.open(place).close();
    try (var connection = Release.connect(place)) {
      for (var table : before.keySet()) {
        for (var row : before.get(table)) assertThat(holds(connection, table, row)).isTrue();
      }
    }
  }

  private static Cli.Result run(String command, PostgresAddress address, Path file) {
    var url = "--postgres-url=" + LocalServer.postgresUrl(address);
    return Cli.run(command, url, file.toString());
  }

  /** The games of then are taken up, and their past is whole. */
  @ParameterizedTest
  @MethodSource("releases")
  void itsGamesCanBeReadAndTakenUp(Release release) throws Exception {
    var address = Stores.emptyDatabase();
    release.restore(address);
    try (var database = Database.open(address);
        var node = PlayingNode.start(Stores.redisUrl(), database)) {
      var unfinished = node.stores.ledger.unfinished(Set.copyOf(Partition.all()));
      assertThat(unfinished).hasSizeGreaterThanOrEqualTo(2);
      for (var known : unfinished) {
        var back = node.stores.ledger.raise(List.of(known));
        var redis = node.stores.ports.restoration();
        assertThat(back).hasSize(1);
        assertThat(redis.restore(back, redis.observed(List.of(known.game())))).isTrue();
        assertThat(node.moment(known.game()).head().version()).isEqualTo(known.head().version());
      }
      var finished = finished(address).stream().map(GameId::new).toList();
      assertThat(finished).isNotEmpty();
      for (var game : finished) {
        var kept = node.stores.archive.finished(game).orElseThrow();
        assertThat(node.stores.journal.rows(game)).hasSize((int) kept.head().version());
      }
    }
  }

  /**
   * Writes the fixture of a version that is about to be released: {@code ./mvnw -pl server -am test
   * -Dtest=ReleasedVersionsTest -Drelease.write=VERSION -Dsurefire.failIfNoSpecifiedTests=false}.
   */
  @Test
  @EnabledIfSystemProperty(named = "release.write", matches = ".+")
  void write(@TempDir Path directory) throws Exception {
    var version = System.getProperty("release.write");
    var address = Stores.emptyDatabase();
    try (var redis = PlainRedis.start(directory, PlainRedis.durable());
        var database = Database.open(address);
        var node = PlayingNode.start(redis.url(), database)) {
      node.waiting(Presets.POCKET, "pocket-embers");
      var half = node.begin(Presets.POCKET, "pocket-embers", "pocket-shallows");
      for (int i = 0; i < 12; i++) node.step(half, BotKind.GREEDY, 1);
      var whole = node.begin(Presets.POCKET, "pocket-embers", "pocket-shallows");
      while (!node.moment(whole).isOver()) node.step(whole, BotKind.GREEDY, 2);
      var head = node.moment(half).head().version();
      assertThat(node.stores.drainer.awaitJournaled(half, head, SOON)).isTrue();
      var partitions = Set.copyOf(Partition.all());
      node.stores.ledger.certified(partitions, StoreRun.of("a run of Redis"), node.stores.id);
      database.read(handle -> handle.createScript(everythingElse()).execute());
      Database.open(address).close(); // fills what a start derives
      assertThat(everyRow(address))
          .allSatisfy((table, of) -> assertThat(of).as(table).isNotEmpty());
      Release.write(version, address);
      writeRedis(version, redis.url(), node, half);
    }
  }

  private static String everythingElse() {
    try {
      return Files.readString(Path.of("src/test/resources/row-of-every-table.sql"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With a connection, and a commit that is not journaled yet. */
  private static void writeRedis(String version, String url, PlayingNode node, GameId half)
      throws IOException {
    try (var link = RedisNode.connect(url, 1);
        var client = RedisClient.create(url);
        var connection = client.connect()) {
      var connections = new RedisConnections(link.link());
      var ada = new ConnectionId("s1");
      var at = new NodeId("n1");
      connections.beat(at);
      connections.register(ada, PlayingNode.ADA.id(), at);
      connections.enter(ada, half, Role.PLAYS);
      connections.announce(half, PlayingNode.ADA.id(), Announced.HERE);
      node.step(half, BotKind.GREEDY, 1);
      ReleasedRedis.write(version, connection.sync());
    }
  }

  private static List<Release> releases() {
    return Release.all();
  }

  private static Map<String, List<String>> everyRow(PostgresAddress address) throws SQLException {
    try (var connection = Release.connect(address)) {
      var rows = new HashMap<String, List<String>>();
      for (var table : Release.tables(connection)) {
        rows.put(table, Release.rows(connection, table));
      }
      return rows;
    }
  }

  /** A row may have more columns; its old columns are unchanged. */
  private static boolean holds(Connection connection, String table, String row)
      throws SQLException {
    try (var asked =
        connection.prepareStatement(
            "select exists (select 1 from " + table + " t where to_jsonb(t) @> ?::jsonb)")) {
      asked.setString(1, row);
      try (var answer = asked.executeQuery()) {
        return answer.next() && answer.getBoolean(1);
      }
    }
  }

  private static List<String> finished(PostgresAddress address) throws SQLException {
    try (var connection = Release.connect(address);
        var statement = connection.createStatement();
        var found = statement.executeQuery("select game_id from game_history")) {
      var games = new ArrayList<String>();
      while (found.next()) games.add(found.getString(1));
      return games;
    }
  }
}
