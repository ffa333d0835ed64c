package dev.menagerie.server.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.Stores;
import dev.menagerie.server.background.Ticker;
import dev.menagerie.server.game.Commit;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.GameIds;
import dev.menagerie.server.game.Games;
import dev.menagerie.server.game.Head;
import dev.menagerie.server.game.Hints;
import dev.menagerie.server.game.NewGame;
import dev.menagerie.server.game.Partition;
import dev.menagerie.server.journal.PartitionLeases;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** To whom Redis publishes, and what stays in a game. */
class RedisHintsTest {
  private static final int BOUND = 400;
  private static final Duration LEASE = Duration.ofSeconds(10);

  private RedisNode one;
  private RedisNode two;

  @BeforeEach
  void connect() {
    one = RedisNode.connect(Stores.redisUrl(), BOUND);
    two = RedisNode.connect(Stores.redisUrl(), BOUND);
    one.stores().certified();
  }

  @AfterEach
  void close() {
    RedisNode.emptyOutboxes(one.link());
    one.close();
    two.close();
  }

  private NewGame installed() {
    var game = Games.begun(GameId.fresh());
    one.stores().games().install(game);
    return game;
  }

  private static Head commit(RedisNode node, NewGame game, Head head, String message) {
    var asked = Games.asked(0, message);
    return ((Commit.Committed) node.stores().games().commit(game.id(), head, asked)).head();
  }

  private String followers(NewGame game) {
    var field = one.link().commands().hget(Keys.game(game.id()), "f");
    return RedisReplies.await(field.thenApply(value -> value == null ? "" : value));
  }

  @Test
  void theNodeThatCommitsHearsNothingOfIt() {
    var game = installed();
    var partition = Partition.of(game.id());
    var heard = new CopyOnWriteArrayList<Hints.Hint>();
    var lease =
        new PartitionLeases(
            one.stores().leases(), "drain", one.stores().node(), LEASE, Ticker.SYSTEM);
    try (var _ = one.stores().hints().subscribe(heard::add)) {
      Awaitility.await().until(() -> heard.contains(new Hints.Hint.MaybeLost()));
      Awaitility.await().until(() -> lease.isHeld(partition));
      one.stores().hints().follow(List.of(game.id()));
      heard.clear();

      var first = commit(one, game, game.head(), "a");
      commit(two, game, first, "b");

      Awaitility.await()
          .until(() -> heard.contains(new Hints.Hint.OutboxFilled(partition)) && heard.size() > 1);
      assertThat(heard)
          .allMatch(hint ->
              !(hint instanceof Hints.Hint.Moved moved) || moved.version() == first.version() + 1)
          .containsOnlyOnce(new Hints.Hint.OutboxFilled(partition));
    } finally {
      lease.releaseAll();
    }
  }

  @Test
  void followingAgainWritesNothing() {
    var game = installed();
    one.stores().hints().follow(List.of(game.id()));
    var entered = followers(game);
    assertThat(entered).startsWith(one.stores().node() + "=");

    one.stores().hints().follow(List.of(game.id()));

    assertThat(followers(game)).isEqualTo(entered);
  }

  @Test
  void aNodeWhoseTimeIsOverIsTakenOffTheListByTheNext() {
    var game = installed();
    var gone = "n-gone=1";
    RedisReplies.await(one.link().commands().hset(Keys.game(game.id()), Map.of("f", gone)));

    two.stores().hints().follow(List.of(game.id()));
    one.stores().hints().follow(List.of(game.id()));

    assertThat(followers(game))
        .doesNotContain(gone)
        .contains(one.stores().node().value(), two.stores().node().value());
    two.stores().hints().unfollow(List.of(game.id()));
    assertThat(followers(game)).doesNotContain(two.stores().node().value());
  }

  @Test
  void headsOfManyGamesOfAllPartitionsComeTogether() {
    var games = new ArrayList<NewGame>();
    for (int i = 0; i < 200; i++) games.add(Games.begun(GameIds.in(new Partition(i % 2))));
    for (int i = 0; i < 100; i++) games.add(Games.begun(GameId.fresh()));
    games.forEach(game -> one.stores().games().install(game));

    var heads = two.stores().hints().follow(games.stream().map(NewGame::id).toList());

    assertThat(heads).hasSize(300);
    games.forEach(game -> assertThat(heads).containsEntry(game.id(), game.head()));
  }

  @Test
  void gamesThatAreNotThereAreNotMade() {
    var nowhere = GameId.fresh();

    assertThat(one.stores().hints().follow(List.of(nowhere))).isEmpty();

    assertThat(RedisReplies.await(one.link().commands().exists(Keys.game(nowhere)))).isZero();
  }
}
