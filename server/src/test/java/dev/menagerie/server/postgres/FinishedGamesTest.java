package dev.menagerie.server.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.Stores;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.Games;
import dev.menagerie.server.game.History;
import dev.menagerie.server.game.UserId;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** First the commits of finished games go, then the games; unfinished and young ones stay. */
class FinishedGamesTest {
  /** Beyond the age of whatever other tests have in this database. */
  private static final Duration OLD = Duration.ofDays(10_000);

  private final Database database = Stores.database();
  private final PostgresJournal journal = new PostgresJournal(database, History.COMPOSER);
  private final PostgresArchive archive = new PostgresArchive(database);
  private final FinishedGames finished = new FinishedGames(database);

  @Test
  void commitsGoBeforeGamesAndBothByAge() {
    var old = ended(10_001);
    var young = ended(9_999);
    var running = Games.begun(GameId.fresh(), UserId.fresh(), UserId.fresh());
    journal.create(running, Optional.empty());

    assertThat(sweepJournal()).isEqualTo(1);

    assertThat(journal.rows(old)).isEmpty();
    assertThat(journal.rows(young)).isNotEmpty();
    assertThat(archive.finished(old)).isPresent();
    assertThat(sweepJournal()).isZero();

    assertThat(sweepHistory()).isEqualTo(1);

    assertThat(archive.finished(old)).isEmpty();
    assertThat(rowsOf("game_history_players", old)).isZero();
    assertThat(rowsOf("game_epochs", old)).isZero();
    assertThat(archive.finished(young)).isPresent();
    assertThat(archive.active(running.id())).isPresent();
  }

  @Test
  void aCallTakesAFewGamesOnly() {
    int many = FinishedGames.AT_ONCE + 5;
    for (int i = 0; i < many; i++) ended(20_001);
    var older = Duration.ofDays(20_000);
    assertThat(finished.sweepHistory(older)).isEqualTo(FinishedGames.AT_ONCE);
    assertThat(finished.sweepHistory(older)).isEqualTo(5);
    assertThat(finished.sweepHistory(older)).isZero();
  }

  private int sweepJournal() {
    return finished.sweepJournal(OLD);
  }

  private int sweepHistory() {
    return finished.sweepHistory(OLD);
  }

  private GameId ended(int daysAgo) {
    return new EndedGames(database, journal).daysAgo(daysAgo);
  }

  private long rowsOf(String table, GameId game) {
    return database.read(handle ->
        handle
            .createQuery("select count(*) from " + table + " where game_id = :game")
            .bind("game", game.value())
            .mapTo(Long.class)
            .one());
  }
}
