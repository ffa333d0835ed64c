package dev.menagerie.server.play;

import dev.menagerie.server.game.Commit;
import dev.menagerie.server.game.GameStore;
import dev.menagerie.server.game.Intent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One step in many games of a partition at once. The store is asked once for all of them; for the
 * rest, each is moved on as if it were alone. What is not plain is left to whoever asked: a game
 * that somebody is busy with, one that ends, one where the store has anything to object.
 */
final class Wave {
  private final GameStore store;
  private final Proposals proposals;
  private final Settling settling;

  Wave(GameStore store, Proposals proposals, Settling settling) {
    this.store = store;
    this.proposals = proposals;
    this.settling = settling;
  }

  /** A game whose lock is held, and what is to become of it. */
  private record Ready(LiveGame live, Draft draft) {
    Intent intent() {
      return new Intent(live.id(), draft.before().head(), draft.entry());
    }

    void release() {
      live.lock().unlock();
    }
  }

  /**
   * Takes the step where it can.
   *
   * @return the games that have moved on
   */
  List<LiveGame> take(List<LiveGame> games, Step step) {
    var ready = games.stream().map(live -> ready(live, step)).flatMap(Optional::stream).toList();
    return ready.isEmpty() ? List.of() : settle(ready, commit(ready));
  }

  /**
   * Waits for no lock: whoever holds several must not. What fails here is told by who tries next.
   */
  private Optional<Ready> ready(LiveGame live, Step step) {
    if (!live.lock().tryLock()) return Optional.empty();
    Optional<Draft> draft = Optional.empty();
    try {
      draft = proposals.decided(live, step).filter(made -> made.entry().ending().isEmpty());
    } catch (RuntimeException toldByWhoTriesNext) {
      draft = Optional.empty();
    } finally {
      if (draft.isEmpty()) live.lock().unlock();
    }
    return draft.map(made -> new Ready(live, made));
  }

  private List<Commit> commit(List<Ready> ready) {
    boolean answered = false;
    try {
      var commits = store.commitAll(ready.stream().map(Ready::intent).toList());
      answered = true;
      return commits;
    } finally {
      if (!answered) ready.forEach(Ready::release);
    }
  }

  /** Whatever a listener makes of one game, the others are told. */
  private List<LiveGame> settle(List<Ready> ready, List<Commit> commits) {
    var moved = new ArrayList<LiveGame>();
    @Nullable RuntimeException failure = null;
    for (int i = 0; i < ready.size(); i++) {
      var each = ready.get(i);
      try {
        switch (commits.get(i)) {
          case Commit.Committed done -> {
            var _ = settling.settle(each.live(), each.draft(), done);
            moved.add(each.live());
          }
          case Commit.Unknown _ -> each.live().doubt();
          case Commit _ -> {} // whoever asked goes the way that knows what to do then
        }
      } catch (RuntimeException e) {
        failure = e;
      } finally {
        each.release();
      }
    }
    if (failure != null) throw failure;
    return moved;
  }
}
