package dev.menagerie.server.play;

import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.game.Commit;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.GameJournal;
import dev.menagerie.server.game.GameStore;
import dev.menagerie.server.game.Request;
import java.util.Optional;

/**
 * The first replies to requests that are repeated: the store has the latest ones, the journal all
 * of them. Blocks.
 */
record EarlierReplies(GameStore store, GameJournal journal) {
  private static final Commit MISSING = new Commit.Missing();

  /** Empty if the request was never committed. The store forgets games that are over. */
  Optional<Commit> find(LiveGame live, Request request) {
    var reply = store.reply(live.id(), request).filter(known -> !known.equals(MISSING));
    if (reply.isEmpty() && live.moment().isOver()) return journal.reply(live.id(), request);
    return reply.map(known ->
        known instanceof Commit.Duplicate repeated ? whole(live.id(), repeated, request) : known);
  }

  /** With the reply; without it only while the journal cannot be reached. */
  Commit whole(GameId game, Commit.Duplicate repeated, Request request) {
    if (repeated.reply().isPresent()) return repeated;
    try {
      return journal
          .reply(game, request)
          .filter(Commit.Duplicate.class::isInstance)
          .orElse(repeated);
    } catch (StoreUnavailable e) {
      return repeated;
    }
  }
}
