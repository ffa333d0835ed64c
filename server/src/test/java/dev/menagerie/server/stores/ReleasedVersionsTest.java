package dev.menagerie.server.stores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.bots.BotKind;
import dev.menagerie.cards.house.Presets;
import dev.menagerie.server.Stores;
import dev.menagerie.server.commandline.Cli;
import dev.menagerie.server.commandline.LocalServer;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.Partition;
import dev.menagerie.server.postgres.Database;
import dev.menagerie.server.postgres.PostgresAddress;
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
  void write() throws Exception {
    var address = Stores.emptyDatabase();
    try (var database = Database.open(address);
        var node = PlayingNode.start(Stores.redisUrl(), database)) {
      node.waiting(Presets.POCKET, "pocket-embers");
      var half = node.begin(Presets.POCKET, "pocket-embers", "pocket-shallows");
      for (int i = 0; i < 12; i++) node.step(half, BotKind.GREEDY, 1);
      var whole = node.begin(Presets.POCKET, "pocket-embers", "pocket-shallows");
      while (!node.moment(whole).isOver()) node.step(whole, BotKind.GREEDY, 2);
      var head = node.moment(half).head().version();
      assertThat(node.stores.drainer.awaitJournaled(half, head, SOON)).isTrue();
      var partitions = Set.copyOf(Partition.all());
      node.stores.ledger.certified(partitions, "a run of Redis", node.stores.id);
      database.read(handle -> handle.createScript(EVERYTHING_ELSE).execute());
    }
    Release.write(System.getProperty("release.write"), address);
  }

  private static final String EVERYTHING_ELSE =
      """
      insert into users (id, name, name_key, registered) values ('u1', 'Zoë', 'zoë', true);
      insert into credentials (user_id, password_hash) values ('u1', 'a hash');
      insert into refresh_families (id, user_id, token_hash, expires_at)
        values ('s1', 'u1', '\\x00ff', now() + interval '30 days');
      insert into decks (id, user_id, name, rules, contents)
        values ('d1', 'u1', 'Mine', 'pocket', '{"cards": [{"card": "thistlepup", "count": 2}]}');
      insert into idempotency_keys (user_id, key, request_hash, status, body, location)
        values ('u1', 'k1', '\\x0102', 201, '{"game_id": "g1"}', '/games/g1');
      insert into nodes (node, handed_in_run) values ('n1', 'a run of Redis');
      insert into game_creations (creator, key, game_id) values ('u1', 'rest-k1', 'g1');
      insert into game_journal_tails (game_id, epoch, version, digest, reason, at, record, reply,
        clock_number) values ('g1', 1, 1, 'd', 'orphaned', now(), '{}', '{}', 1);
      """;

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
