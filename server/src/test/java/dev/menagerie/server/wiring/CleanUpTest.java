package dev.menagerie.server.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.Stores;
import dev.menagerie.server.game.History;
import dev.menagerie.server.game.InMemoryGameStore;
import dev.menagerie.server.postgres.Database;
import dev.menagerie.server.postgres.EndedGames;
import dev.menagerie.server.postgres.PostgresJournal;
import dev.menagerie.server.settings.RetentionOptions;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What was kept for longer than the options say is deleted and counted, kind by kind. */
class CleanUpTest {
  private static final int YEARS = 40 * 365;

  /** Each kind with its table; those of users and games come last, as others refer to them. */
  private static final Map<String, String> TABLES =
      Map.of(
          "sessions", "refresh_families",
          "idempotency_keys", "idempotency_keys",
          "sign_ins", "finished_sign_ins",
          "tournaments", "tournaments",
          "chat", "chat_messages",
          "reports", "reports",
          "audit", "audit",
          "history", "game_history",
          "journal", "game_journal");

  private final Database database = Database.open(Stores.emptyDatabase());
  private final PostgresJournal journal = new PostgresJournal(database, History.COMPOSER);
  private final PrometheusMeterRegistry meters =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  @AfterEach
  void close() {
    meters.close();
    database.close();
  }

  private void cleanUp(RetentionOptions kept) {
    var store = new InMemoryGameStore(InstantSource.system(), 1);
    new CleanUp(database, store, journal, kept, meters).run();
  }

  private double deleted(String kind) {
    var sample = "menagerie_retention_deleted_total{kind=\"" + kind + "\"} ";
    return meters
        .scrape()
        .lines()
        .filter(line -> line.startsWith(sample))
        .mapToDouble(line -> Double.parseDouble(line.substring(sample.length())))
        .sum();
  }

  private Map<String, Long> rows() {
    return TABLES.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, kind -> count(kind.getValue())));
  }

  private long count(String table) {
    return database.read(
        handle -> handle.createQuery("select count(*) from " + table).mapTo(Long.class).one());
  }

  /** A row of every kind, so many days old; guests of twice that age besides. */
  private void plant(int days) {
    user("player-" + days, days);
    user("guest-" + days, days);
    database.read(
        handle -> handle.createScript(ROWS.replace(":days", Integer.toString(days))).execute());
    new EndedGames(database, journal).daysAgo(days);
  }

  private void user(String id, int days) {
    database.read(handle ->
        handle.execute(
            "insert into users (id, name, name_key, registered, created_at)"
                + " values (?, ?, ?, ?, now() - make_interval(days => ?))",
            id,
            id,
            id,
            id.startsWith("player"),
            days));
  }

  private static final String ROWS =
      """
      insert into refresh_families (id, user_id, token_hash, expires_at)
        values ('s:days', 'player-:days', '\\x00ff', now() - interval ':days days');
      insert into idempotency_keys (user_id, key, request_hash, status, body, created_at)
        values ('player-:days', 'k1', '\\x01', 204, '', now() - interval ':days days');
      insert into finished_sign_ins values ('in:days', now() - interval ':days days');
      insert into tournaments (id, phase, summary, state, starts_at, ended_at)
        values ('t:days', 'over', '{}', '{}', now(), now() - interval ':days days');
      insert into chat_messages (game_id, user_id, text, said_at)
        values ('g', 'player-:days', 'hello', now() - interval ':days days');
      insert into reports (reporter, reported, reason, game_id, details, closed_at)
        values ('player-:days', 'player-:days', 'name', '', '', now() - interval ':days days');
      insert into audit (operator, act, subject, details, status, at)
        values ('oda', 'end', 'g', '', 200, now() - interval ':days days');
      """;

  @Test
  void eachKindIsDeletedByItsAgeAndCounted() {
    plant(YEARS);
    plant(0);
    long young = rows().getOrDefault("journal", 0L) / 2;
    var kept = new RetentionOptions();
    kept.historyDays = 10;

    cleanUp(kept);

    for (var kind : TABLES.keySet()) {
      assertThat(deleted(kind)).as(kind).isEqualTo(1);
      if (!kind.equals("journal")) assertThat(rows()).as(kind).containsEntry(kind, 1L);
    }
    assertThat(rows()).containsEntry("journal", young);
    assertThat(deleted("guests")).isEqualTo(1);
    assertThat(count("users")).isEqualTo(3);
    cleanUp(kept);
    assertThat(deleted("guests")).isEqualTo(1);
    assertThat(deleted("history")).isEqualTo(1);
  }

  @Test
  void zeroMeansNeverWhereTheOptionSaysSo() {
    plant(YEARS);
    var before = rows();
    var kept = new RetentionOptions();
    kept.historyDays = 0;
    kept.journalDays = 0;
    kept.tournamentDays = 0;

    cleanUp(kept);

    for (var kind : new String[] {"history", "journal", "tournaments"}) {
      assertThat(deleted(kind)).as(kind).isZero();
      assertThat(rows()).as(kind).containsEntry(kind, before.get(kind));
    }
    assertThat(deleted("chat")).isEqualTo(1);
  }
}
