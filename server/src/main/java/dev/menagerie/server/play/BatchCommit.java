package dev.menagerie.server.play;

import dev.menagerie.server.game.Commit;
import dev.menagerie.server.game.GameStore;
import dev.menagerie.server.game.Intent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One step in many games of a partition at once. The store is asked once for all of them; for the
 * rest, each is moved on as if it were alone. What is not plain is left to whoever asked: a game
 * that somebody is busy with, one that ends, one where the store has anything to object.
 */
final class BatchCommit {
  private final GameStore store;
  private final EntryBuilder proposals;
  private final CommitPublisher publisher;

  BatchCommit(GameStore store, EntryBuilder proposals, CommitPublisher publisher) {
    this.store = store;
    this.proposals = proposals;
    this.publisher = publisher;
  }

  /** A game whose lock is held, and what is to become of it. */
  private record Ready(LiveGame live, Draft draft) {
    Intent intent() {
      return new Intent(live.id(), draft.before().head(), draft.entry());
    }

    void release() {
      live.lock().release();
    }
  }

  /**
   * Takes the step where it can.
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

  /** Waits for no lock: whoever holds several must not. */
  private Optional<Ready> ready(LiveGame live, GameStep step) {
    if (!live.lock().tryAcquire()) return Optional.empty();
    Optional<Ready> ready = Optional.empty();
    try {
      ready =
          proposals
              .decided(live, step)
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
      ready.forEach(each -> each.live().doubt()); // it may have happened to some all the same
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
          case Commit.Unknown _ -> live.doubt();
          case Commit _ -> {} // whoever asked goes the way that knows what to do then
        }
      } catch (RuntimeException e) {
        failures.add(e); // a listener's: the other games are told all the same
      }
    }
    if (failures.isEmpty()) return moved;
    var first = failures.getFirst();
    failures.stream().skip(1).forEach(first::addSuppressed);
    throw first;
  }
}
