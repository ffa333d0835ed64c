package dev.menagerie.server.play;

import dev.menagerie.server.game.Commit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Publishes a commit: moves the game on and notifies the listeners. */
final class CommitPublisher {
  /** How long the broadcast of a game's end waits for the archive at most. */
  private static final Duration MAX_ARCHIVE_WAIT = Duration.ofSeconds(3);

  private final JournalWait journalWait;
  private final List<GameListener> listeners;

  CommitPublisher(JournalWait journalWait, List<GameListener> listeners) {
    this.journalWait = journalWait;
    this.listeners = listeners;
  }

  /** Completes once a game's last commit is archived, or after {@link #MAX_ARCHIVE_WAIT}. */
  CompletionStage<Boolean> whenArchived(LiveGame live, Commit.Committed done) {
    return journalWait.whenJournaled(live.id(), done.head().version(), MAX_ARCHIVE_WAIT);
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
