package dev.menagerie.server.play;

import dev.menagerie.server.game.Commit;
import dev.menagerie.server.game.GameStore;
import dev.menagerie.server.game.Intent;
import dev.menagerie.server.game.Partition;
import dev.menagerie.server.loop.GameLoop;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the commits of one pass of a loop and sends them to the store together. The answers come
 * back on the same loop. Used on that loop only.
 */
final class GroupCommit {
  /** Commits of one script call: longer ones hold up everybody else's. */
  private static final int GROUP = 16;

  private final GameLoop loop;
  private final GameStore store;
  private List<Wanted> wanted = new ArrayList<>();

  GroupCommit(GameLoop loop, GameStore store) {
    this.loop = loop;
    this.store = store;
  }

  private record Wanted(Intent intent, Partition partition, Answered answered) {}

  /** Hears on the loop what became of a commit: either the outcome or the failure is there. */
  @FunctionalInterface
  interface Answered {
    void accept(@Nullable Commit commit, @Nullable Throwable failure);
  }

  /**
   * Commits at the end of this pass, or when a group is full. A game has one commit on its way at a
   * time: its lock's.
   */
  void commit(Intent intent, Answered answered) {
    if (wanted.isEmpty()) loop.atEndOfPass(this::send);
    wanted.add(new Wanted(intent, Partition.of(intent.game()), answered));
    if (wanted.size() == GROUP) send();
  }

  private void send() {
    if (wanted.isEmpty()) return; // a full group has gone before
    var group = wanted;
    wanted = new ArrayList<>();
    if (group.size() > 1) group.sort(Comparator.comparing(Wanted::partition));
    send(group);
  }

  private void send(List<Wanted> group) {
    var answer = commit(group.stream().map(Wanted::intent).toList());
    var _ =
        answer.whenComplete((commits, failure) -> {
          if (loop.isCurrent()) {
            answered(group, commits, failure);
          } else {
            loop.execute(() -> answered(group, commits, failure));
          }
        });
  }

  private CompletionStage<List<Commit>> commit(List<Intent> intents) {
    try {
      return store.commitAsync(intents);
    } catch (RuntimeException | Error failure) { // else its games would wait for ever
      return CompletableFuture.failedFuture(failure);
    }
  }

  private static void answered(
      List<Wanted> group, @Nullable List<Commit> commits, @Nullable Throwable failure) {
    for (int i = 0; i < group.size(); i++) {
      group.get(i).answered().accept(commits == null ? null : commits.get(i), failure);
    }
  }
}
