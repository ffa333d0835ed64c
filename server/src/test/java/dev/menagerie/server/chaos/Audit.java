package dev.menagerie.server.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.cards.set.CardSets;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.History;
import dev.menagerie.server.game.JournalRow;
import dev.menagerie.server.postgres.Database;
import dev.menagerie.server.postgres.PostgresArchive;
import dev.menagerie.server.postgres.PostgresJournal;
import dev.menagerie.server.replay.Replayer;
import dev.menagerie.server.replay.Replays;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;

/** Compares what players were told with what the journal and the archive have. */
final class Audit {
  private static final Duration SOON = Duration.ofSeconds(30);

  private final PostgresJournal journal;
  private final PostgresArchive archive;
  private final Replayer replayer = new Replayer(CardSets.load().catalog());
  private int games;
  private int finished;
  private int acknowledged;
  private long commits;

  Audit(Database database) {
    journal = new PostgresJournal(database, History.COMPOSER);
    archive = new PostgresArchive(database);
  }

  /**
   * Every version of the game is in the journal once; every acknowledged action made exactly the
   * version that its answer named, and a refused one none; a finished game replays to its digests.
   */
  void check(Match match) {
    var game = new GameId(match.game());
    var told = match.acknowledged();
    assertThat(match.complaints()).isEmpty();
    if (told.isEmpty()) return;
    long last = told.getLast().version();
    Awaitility.await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(journal.head(game).orElseThrow().version()).isGreaterThanOrEqualTo(last));
    var rows = journal.rows(game);
    assertThat(rows)
        .as("versions of %s", game)
        .extracting(row -> row.head().version())
        .containsExactlyElementsOf(LongStream.rangeClosed(1, rows.size()).boxed().toList());
    compare(match, game, rows);
    if (match.isOver()) replay(game, rows);
    games++;
    acknowledged += told.size();
    commits += rows.size();
  }

  private static void compare(Match match, GameId game, List<JournalRow> rows) {
    var versions = new HashMap<String, Long>();
    for (var row : rows) {
      row.request()
          .ifPresent(request -> {
            var before =
                versions.put(request.seat() + " " + request.id().value(), row.head().version());
            assertThat(before).as("%s of %s done twice", request, game).isNull();
          });
    }
    for (var one : match.acknowledged()) {
      assertThat(versions.get(one.seat() + " " + one.id()))
          .as("%s of %s", one, game)
          .isEqualTo(one.version());
    }
    for (var one : match.refused()) {
      Long version = versions.get(one.seat() + " " + one.id());
      assertThat(version == null || version > one.version())
          .as("%s of %s, refused, is version %s", one, game, version)
          .isTrue();
    }
  }

  private void replay(GameId game, List<JournalRow> rows) {
    Awaitility.await().atMost(SOON).until(() -> archive.finished(game).isPresent());
    var over = archive.finished(game).orElseThrow();
    assertThat(over.head()).isEqualTo(rows.getLast().head());
    assertThat(archive.active(game)).isEmpty();
    var verdict = replayer.verify(Replays.of(over));
    assertThat(verdict.ok()).as("%s: %s", game, verdict).isTrue();
    finished++;
  }

  /** How many games were played to their end, and again by the proof. */
  int finished() {
    return finished;
  }

  /** One line of what was compared. */
  String summary() {
    return String.format(
        Locale.ROOT,
        "%d games, %d of them finished and replayed, %d acknowledged actions, %d commits",
        games,
        finished,
        acknowledged,
        commits);
  }
}
