package dev.menagerie.server.play;

import dev.menagerie.server.game.Commit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Publishes a commit: moves the game on and notifies the listeners. */
final class CommitPublisher {
  /** How long the announcement of a game's end waits for the archive at most. */
  private static final Duration ARCHIVE_PATIENCE = Duration.ofSeconds(3);

  private final JournalWait journaled;
  private final List<GameListener> listeners;

  CommitPublisher(JournalWait journaled, List<GameListener> listeners) {
    this.journaled = journaled;
    this.listeners = listeners;
  }

  /** Completes once the end of a game is archived, or has waited long enough for it. */
  CompletionStage<Boolean> archived(LiveGame live, Commit.Committed done) {
    return journaled.reached(live.id(), done.head().version(), ARCHIVE_PATIENCE);
  }

  /** Moves the game on and notifies the listeners. Called under the game's lock. */
  Outcome.Done publish(LiveGame live, Draft draft, Commit.Committed done) {
    var before = draft.before();
    var reply = draft.reply();
    var after =
        EntryBuilder.afterwards(before, draft.proposal(), done.at())
            .committed(
                done.head(), done.clock(), EntryBuilder.checkpointedBy(before, draft.entry()));
    var committed =
        new GameCommitted(
            live, before, draft.record(), after, Optional.of(reply), draft.step().requester());
    live.advance(after);
    for (var listener : listeners) listener.committed(committed);
    return new Outcome.Done(committed, reply);
  }
}
