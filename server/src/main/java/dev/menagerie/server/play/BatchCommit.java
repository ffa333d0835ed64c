package dev.menagerie.server.play;

import dev.menagerie.server.game.Commit;
import dev.menagerie.server.game.GameStore;
import dev.menagerie.server.game.Intent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One step in many games of a partition, committed in one call to the store; after it, each game
 * moves on as if it were alone. Leaves out games that need more care: a game whose lock is taken,
 * one that ends, and one whose commit the store does not accept. The caller handles those one by
 * one.
 */
final class BatchCommit {
  private final GameStore store;
  private final EntryBuilder entries;
  private final CommitPublisher publisher;

  BatchCommit(GameStore store, EntryBuilder entries, CommitPublisher publisher) {
    this.store = store;
    this.entries = entries;
    this.publisher = publisher;
  }

  /** A game whose lock is held, with its draft. */
  private record Ready(LiveGame live, Draft draft) {
    Intent intent() {
      return new Intent(live.id(), draft.before().head(), draft.entry());
    }

    void release() {
      live.lock().release();
    }
  }

  /**
   * Runs the step in every game that needs no more care.
   *
   * @return the games that have moved on
   */
  List<LiveGame> take(List<LiveGame> games, GameStep step) {
    var ready = new ArrayList<Ready>();
    try {
      for (var live : games) ready(live, step).ifPresent(ready::add);
      return ready.isEmpty() ? List.of() : commit(ready);
    } finally {
      ready.forEach(Ready::release);
    }
  }

  /** Does not wait for the lock: waiting while holding other locks could deadlock. */
  private Optional<Ready> ready(LiveGame live, GameStep step) {
    if (!live.lock().tryAcquire()) return Optional.empty();
    Optional<Ready> ready = Optional.empty();
    try {
      ready =
          entries
              .decide(live, step)
              .filter(draft -> draft.entry().ending().isEmpty())
              .map(draft -> new Ready(live, draft));
    } catch (RuntimeException retriedIndividually) {
      return Optional.empty();
    } finally {
      if (ready.isEmpty()) live.lock().release();
    }
    return ready;
  }

  private List<Commit> ask(List<Ready> ready) {
    try {
      return store.commitAll(ready.stream().map(Ready::intent).toList());
    } catch (RuntimeException e) {
      ready.forEach(each -> each.live().doubt()); // the store may have committed some of them
      throw e;
    }
  }

  private List<LiveGame> commit(List<Ready> ready) {
    var commits = ask(ready);
    var moved = new ArrayList<LiveGame>();
    var failures = new ArrayList<RuntimeException>();
    for (int i = 0; i < ready.size(); i++) {
      var live = ready.get(i).live();
      try {
        switch (commits.get(i)) {
          case Commit.Committed done -> {
            var _ = publisher.publish(live, ready.get(i).draft(), done);
            moved.add(live);
          }
          // A node that does not follow the game decided on an old moment.
          case Commit.Unknown _, Commit.Conflict _ -> live.doubt();
          case Commit _ -> {} // the caller retries these games one by one
        }
      } catch (RuntimeException e) {
        failures.add(e); // a listener's failure: the other games still have to be published
      }
    }
    if (failures.isEmpty()) return moved;
    var first = failures.getFirst();
    failures.stream().skip(1).forEach(first::addSuppressed);
    throw first;
  }
}
