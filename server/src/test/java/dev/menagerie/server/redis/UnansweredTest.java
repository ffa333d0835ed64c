package dev.menagerie.server.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.Stores;
import dev.menagerie.server.game.Cause;
import dev.menagerie.server.game.Commit;
import dev.menagerie.server.game.Entry;
import dev.menagerie.server.game.GameIds;
import dev.menagerie.server.game.Games;
import dev.menagerie.server.game.Intent;
import dev.menagerie.server.game.NodeId;
import dev.menagerie.server.game.Partition;
import dev.menagerie.server.game.StoredRecord;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Commits that succeed while their callers get a store failure. */
class UnansweredTest {
  private static final int BOUND = 4_096;

  /** Omits the first answer for each game. */
  private static final Script SILENT_ONCE =
      Script.commit(
          Script.text("commit")
              .replace(
                  "\nreturn answers",
                  """

                  if call('HSETNX', KEYS[6], 'unanswered', '1') == 1 then
                    return redis.error_reply('LOADING what was asked has been done all the same')
                  end
                  return answers\
                  """));

  @Test
  void theFateOfEachUnansweredCommitIsFound() {
    try (var node = RedisNode.connect(Stores.redisUrl(), BOUND);
        var link = RedisLink.connect(Stores.redisUrl())) {
      node.stores().certified();
      var store = new RedisGameStore(link, NodeId.fresh(), BOUND, SILENT_ONCE);
      var partition = new Partition(7);
      var first = Games.begun(GameIds.in(partition));
      var second = Games.begun(GameIds.in(partition));
      var stale = Games.begun(GameIds.in(partition));
      var twin = Games.begun(GameIds.in(partition));
      for (var each : List.of(first, second, stale, twin)) store.install(each);
      var elsewhere = node.stores().games();
      var moved =
          (Commit.Committed) elsewhere.commit(stale.id(), stale.head(), Games.asked(0, "a"));
      var same = (Commit.Committed) elsewhere.commit(twin.id(), twin.head(), pass("a"));

      var outcomes =
          store.commitAll(
              List.of(
                  new Intent(first.id(), first.head(), Games.asked(0, "x")),
                  new Intent(second.id(), second.head(), Games.byService("y")),
                  new Intent(stale.id(), stale.head(), Games.byService("z")),
                  new Intent(twin.id(), twin.head(), pass("b"))));

      assertThat(RedisReplies.await(link.commands().hget(Keys.game(first.id()), "unanswered")))
          .as("it was silent")
          .isEqualTo("1");
      for (int i = 0; i < 2; i++) {
        var game = List.of(first, second).get(i);
        var loaded = elsewhere.load(game.id()).orElseThrow();
        assertThat(loaded.since()).hasSize(1);
        assertThat(outcomes.get(i))
            .isEqualTo(
                new Commit.Committed(
                    loaded.head(), loaded.since().getFirst().at(), loaded.clock()));
      }
      assertThat(outcomes.get(2)).isEqualTo(new Commit.Conflict(moved.head()));
      assertThat(outcomes.get(3)).isEqualTo(new Commit.Conflict(same.head()));
      assertThat(elsewhere.load(stale.id()).orElseThrow().since())
          .extracting(StoredRecord::record)
          .containsExactly(Games.asked(0, "a").record());
    }
  }

  /** The same action, whatever the request: it leads to the same head. */
  private static Entry pass(String id) {
    return Entry.of(new Cause.Asked(Games.request(0, id)), "{\"did\":\"pass\"}", "{}");
  }
}
