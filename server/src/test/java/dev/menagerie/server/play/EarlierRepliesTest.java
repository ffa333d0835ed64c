package dev.menagerie.server.play;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.StoreUnavailable.Store;
import dev.menagerie.server.game.Commit;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.GameStore;
import dev.menagerie.server.game.Games;
import dev.menagerie.server.game.History;
import dev.menagerie.server.game.InMemoryGameJournal;
import dev.menagerie.server.game.InMemoryGameStore;
import dev.menagerie.server.game.ManualClock;
import dev.menagerie.server.game.Partition;
import dev.menagerie.server.game.Request;
import dev.menagerie.server.journal.Drainer;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A repeated request gets its first reply, however long ago that was. */
class EarlierRepliesTest {
  private final ManualClock clock = new ManualClock();
  private final InMemoryGameStore store = InMemoryGameStore.certified(clock);
  private final Journal journal = new Journal(clock);
  private final EarlierReplies replies = new EarlierReplies(store, journal);

  private static final class Journal extends InMemoryGameJournal {
    private boolean isAway;

    Journal(ManualClock clock) {
      super(clock, History.COMPOSER);
    }

    @Override
    public synchronized Optional<Commit> reply(GameId game, Request request) {
      if (isAway) throw new StoreUnavailable(Store.POSTGRES, new IOException("away"));
      return super.reply(game, request);
    }
  }

  @Test
  void aReplyThatTheStoreNoLongerHasComesFromTheJournal() {
    var game = played();
    var request = Games.request(0, "m0");
    var known = (Commit.Duplicate) store.reply(game, request).orElseThrow();
    assertThat(known.reply()).as("the store keeps the latest ones").isEmpty();

    assertThat(replies.whole(game, known, request))
        .isEqualTo(new Commit.Duplicate(1, 1, Optional.of("{\"ok\":\"m0\"}")));

    journal.isAway = true;
    assertThat(replies.whole(game, known, request)).isEqualTo(known);
  }

  /** Some more requests than the store keeps replies for. */
  private GameId played() {
    var game = Games.begun(GameId.fresh());
    journal.create(game, Optional.empty());
    store.install(game);
    var head = game.head();
    for (int i = 0; i < GameStore.WHOLE_REPLIES + 2; i++) {
      var entry = Games.asked(0, "m" + i);
      if (i % 40 == 39) entry = entry.with(Games.turn(i));
      head = ((Commit.Committed) store.commit(game.id(), head, entry)).head();
    }
    new Drainer(store, journal, store).drain(Set.of(Partition.of(game.id())));
    return game.id();
  }
}
