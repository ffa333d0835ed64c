package dev.menagerie.server.stores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.Stores;
import dev.menagerie.server.game.ClockOp;
import dev.menagerie.server.game.Commit;
import dev.menagerie.server.game.Ending;
import dev.menagerie.server.game.Entry;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.Games;
import dev.menagerie.server.game.Head;
import dev.menagerie.server.game.History;
import dev.menagerie.server.game.JournalEntry;
import dev.menagerie.server.game.JournalRow;
import dev.menagerie.server.game.NewGame;
import dev.menagerie.server.game.Partition;
import dev.menagerie.server.game.StorePorts;
import dev.menagerie.server.journal.Drainer;
import dev.menagerie.server.journal.OutboxRelay;
import dev.menagerie.server.journal.RecentEntries;
import dev.menagerie.server.postgres.PostgresArchive;
import dev.menagerie.server.postgres.PostgresJournal;
import dev.menagerie.server.redis.RedisGameStore;
import dev.menagerie.server.redis.RedisNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class JournalingTest {
  private static final Duration SOON = Duration.ofSeconds(10);

  private static RedisNode one;
  private static RedisNode two;

  private final PostgresJournal journal = new PostgresJournal(Stores.database(), History.COMPOSER);
  private final RecentEntries recent = new RecentEntries();
  private final PostgresArchive archive = new PostgresArchive(Stores.database());

  @BeforeAll
  static void start() {
    one = RedisNode.connect(Stores.redisUrl(), RedisGameStore.OUTBOX_BOUND);
    two = RedisNode.connect(Stores.redisUrl(), RedisGameStore.OUTBOX_BOUND);
    one.stores().certified();
  }

  @AfterAll
  static void stop() {
    one.close();
    two.close();
  }

  @Test
  void twoNodesBringEveryCommitIntoTheJournalOnce() {
    try (var _ = loop(one.stores());
        var _ = loop(two.stores())) {
      var games = new ArrayList<NewGame>();
      for (int i = 0; i < 20; i++) games.add(created());
      var heads = games.stream().map(game -> play(game, 30)).toList();
      for (int i = 0; i < games.size(); i++) {
        var head = heads.get(i);
        var id = games.get(i).id();
        Awaitility.await()
            .atMost(SOON)
            .untilAsserted(() -> assertThat(journal.head(id)).contains(head));
        assertThat(journal.rows(id))
            .extracting(row -> row.head().version())
            .containsExactlyElementsOf(versions(30));
      }
    }
  }

  @Test
  void anAwaitedEndIsInPostgres() {
    var game = created();
    var head = play(game, 10);
    var last =
        Games.asked(0, "resign")
            .with(Games.over(3))
            .with(new ClockOp.Stop())
            .ending(new Ending("resigned", Optional.of(Games.BOB)));
    var end = commit(game, head, last);
    var drainer = drainer(one.stores());
    assertThat(drainer.awaitJournaled(game.id(), end.version(), SOON)).isTrue();
    var finished = archive.finished(game.id()).orElseThrow();
    assertThat(finished.head()).isEqualTo(end);
    assertThat(finished.ending().winner()).contains(Games.BOB);
    assertThat(archive.active(game.id())).isEmpty();
    // Redis lets go only after a while: who comes back late still sees how it ended.
    assertThat(two.stores().games().load(game.id())).isPresent();
    assertThat(two.stores().games().activeGamesOf(Games.ADA)).doesNotContain(game.id());
  }

  @Test
  void journalAgreesWithTheStore() {
    var game = created();
    play(game, 5);
    var pending = one.stores().outbox().oldest(Partition.of(game.id()), 1_000);
    var rows =
        pending.stream()
            .filter(p -> p.entry().game().equals(game.id()))
            .map(p -> JournalRow.of(p.entry()))
            .toList();
    assertThat(drainer(one.stores()).awaitJournaled(game.id(), 5, SOON)).isTrue();
    assertThat(journal.rows(game.id())).isEqualTo(rows);
  }

  private NewGame created() {
    var game = Games.begun(GameId.fresh());
    journal.create(game, Optional.empty());
    one.stores().games().install(game);
    return game;
  }

  private Head play(NewGame game, int commits) {
    var head = game.head();
    for (int i = 0; i < commits; i++) {
      var entry = Games.asked(i % 2, "m" + i);
      head = commit(game, head, i % 5 == 4 ? entry.with(Games.turn(i)) : entry);
    }
    return head;
  }

  private Head commit(NewGame game, Head head, Entry entry) {
    var store = (head.version() % 2 == 0 ? one : two).stores().games();
    var done = (Commit.Committed) store.commit(game.id(), head, entry);
    recent.add(new JournalEntry(game.id(), done.head(), done.at(), entry, done.clock()));
    return done.head();
  }

  private Drainer drainer(StorePorts stores) {
    return new Drainer(stores.outbox(), journal, stores.games());
  }

  private OutboxRelay loop(StorePorts stores) {
    return new OutboxRelay(
        drainer(stores), stores.outbox(), stores.hints(), stores.leases(), recent, stores.node());
  }

  private static List<Long> versions(int last) {
    return LongStream.rangeClosed(1, last).boxed().toList();
  }
}
