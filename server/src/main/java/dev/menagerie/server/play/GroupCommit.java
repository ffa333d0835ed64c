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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the commits of one pass of a loop and sends them to the store together. The replies come
 * back on the same loop. Used on that loop only.
 */
final class GroupCommit {
  /** Upper bound on commits per script call: a script blocks all other commands of the store. */
  private static final int MAX_GROUP = 16;

  private final GameLoop loop;
  private final GameStore store;
  private List<Pending> pending = new ArrayList<>();

  GroupCommit(GameLoop loop, GameStore store) {
    this.loop = loop;
    this.store = store;
  }

  /** A commit that has not been sent. */
  private record Pending(Intent intent, Partition partition, CommitCallback callback) {}

  /** Receives on the loop the outcome of a commit or its failure; the other one is null. */
  @FunctionalInterface
  interface CommitCallback {
    void accept(@Nullable Commit commit, @Nullable Throwable failure);
  }

  /**
   * Commits at the end of this pass, or when a group is full. The game's lock is held until the
   * reply, so a game has at most one commit here.
   */
  void commit(Intent intent, CommitCallback callback) {
    if (pending.isEmpty()) loop.atEndOfPass(this::send);
    pending.add(new Pending(intent, Partition.of(intent.game()), callback));
    if (pending.size() == MAX_GROUP) send();
  }

  private void send() {
    if (pending.isEmpty()) return; // a full group was sent before the end of the pass
    var group = pending;
    pending = new ArrayList<>();
    if (group.size() > 1) group.sort(Comparator.comparing(Pending::partition));
    if (store.commitsPartitionsTogether()) send(group);
    else sendByPartition(group);
  }

  private void sendByPartition(List<Pending> group) {
    group.stream().collect(Collectors.groupingBy(Pending::partition)).values().forEach(this::send);
  }

  private void send(List<Pending> group) {
    var answer = commit(group.stream().map(Pending::intent).toList());
    var _ =
        answer.whenComplete((commits, failure) -> {
          if (loop.isCurrent()) {
            callback(group, commits, failure);
          } else {
            loop.execute(() -> callback(group, commits, failure));
          }
        });
  }

  private CompletionStage<List<Commit>> commit(List<Intent> intents) {
    try {
      return store.commitAsync(intents);
    } catch (RuntimeException | Error failure) { // otherwise its games would wait forever
      return CompletableFuture.failedFuture(failure);
    }
  }

  /** Those of a closed partition are sent again on their own, so that no other waits for it. */
  private void callback(
      List<Pending> group, @Nullable List<Commit> commits, @Nullable Throwable failure) {
    var refused = new ArrayList<Pending>();
    boolean isOfOne = group.getFirst().partition().equals(group.getLast().partition());
    for (int i = 0; i < group.size(); i++) {
      @Nullable Commit commit = commits == null ? null : commits.get(i);
      if (commit instanceof Commit.Uncertified && !isOfOne) refused.add(group.get(i));
      else group.get(i).callback().accept(commit, failure);
    }
    sendByPartition(refused);
  }
}
