package dev.menagerie.server.play;

import dev.menagerie.server.game.Commit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What follows a commit: the game moves on, and whoever listens hears of it. */
final class CommitPublisher {
  /** How long the end of a game waits for the archive before it is told all the same. */
  private static final Duration ARCHIVE_PATIENCE = Duration.ofSeconds(3);

  private final Journaled journaled;
  private final List<GameListener> listeners;

  CommitPublisher(Journaled journaled, List<GameListener> listeners) {
    this.journaled = journaled;
    this.listeners = listeners;
  }

  /** Under the game's lock. */
  Outcome.Done settle(LiveGame live, Draft draft, Commit.Committed done) {
    var before = draft.before();
    var reply = draft.entry().reply();
    var after =
        Proposals.afterwards(before, draft.proposal(), done.at())
            .committed(done.head(), done.clock(), Proposals.checkpointedBy(before, draft.entry()));
    if (after.isOver()) journaled.await(live.id(), after.version(), ARCHIVE_PATIENCE);
    var happened = new GameCommitted(live, before, draft.record(), after, Optional.of(reply));
    live.advance(after);
    for (var listener : listeners) listener.happened(happened);
    return new Outcome.Done(happened, reply);
  }
}
