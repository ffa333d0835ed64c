package dev.menagerie.server.recovery;

import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.StoreUnavailable.Store;
import dev.menagerie.server.game.ClockReading;
import dev.menagerie.server.game.Commit;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.GameStore;
import dev.menagerie.server.game.Head;
import dev.menagerie.server.game.InstallResult;
import dev.menagerie.server.game.Intent;
import dev.menagerie.server.game.JournalEntry;
import dev.menagerie.server.game.NewGame;
import dev.menagerie.server.game.NotCertified;
import dev.menagerie.server.game.Partition;
import dev.menagerie.server.game.Request;
import dev.menagerie.server.game.StoredGame;
import dev.menagerie.server.game.StoredRecord;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.journal.RecentEntries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * A game store with recovery: it remembers this node's commits until they are journaled, and
 * recovers a restarted store before it uses it again. Callers never see {@code Uncertified}.
 */
public final class GuardedGameStore implements GameStore {
  private static final Commit UNCERTIFIED = new Commit.Uncertified();
  private static final Commit MISSING = new Commit.Missing();

  private final GameStore store;
  private final RecentEntries recent;
  private final Recovery recovery;

  /**
   * Guards this store.
   *
   * @param recent remembers what this node has committed
   */
  public GuardedGameStore(GameStore store, RecentEntries recent, Recovery recovery) {
    this.store = store;
    this.recent = recent;
    this.recovery = recovery;
  }

  @Override
  public InstallResult install(NewGame game) {
    var first = store.install(game);
    if (!(first instanceof InstallResult.Uncertified)) return first;
    recovery.recover(Partition.of(game.id()));
    var second = store.install(game);
    if (second instanceof InstallResult.Uncertified) throw notTrusted();
    return second;
  }

  @Override
  public List<Commit> commitAll(List<Intent> intents) {
    if (!recent.hasRoom(Intent.partition(intents))) return full(intents);
    var first = remembered(intents, store.commitAll(intents));
    return first.contains(UNCERTIFIED) ? restOnceRecovered(intents, first) : first;
  }

  @Override
  public boolean commitsPartitionsTogether() {
    return store.commitsPartitionsTogether();
  }

  /** Waits for the recovery of one partition; of several, those that are closed are refused. */
  @Override
  public CompletionStage<List<Commit>> commitAsync(List<Intent> intents) {
    if (!haveRoom(intents)) return CompletableFuture.completedFuture(full(intents));
    return store
        .commitAsync(intents)
        .thenApply(outcomes -> remembered(intents, outcomes))
        .thenCompose(first ->
            first.contains(UNCERTIFIED) && Intent.byPartition(intents).size() == 1
                ? CompletableFuture.supplyAsync(
                    () -> restOnceRecovered(intents, first), Thread::startVirtualThread)
                : CompletableFuture.completedFuture(first));
  }

  /** The copy is full long after its outbox: then it does not matter that one game refuses all. */
  private boolean haveRoom(List<Intent> intents) {
    for (var intent : intents) {
      if (!recent.hasRoom(Partition.of(intent.game()))) return false;
    }
    return true;
  }

  private static List<Commit> full(List<Intent> intents) {
    return Collections.nCopies(intents.size(), new Commit.Full());
  }

  /** Blocks: recovery reads both stores. */
  private List<Commit> commitOnceRecovered(List<Intent> intents) {
    recovery.recover(Intent.partition(intents));
    var second = remembered(intents, store.commitAll(intents));
    if (second.contains(UNCERTIFIED)) throw notTrusted();
    return second;
  }

  /** Commits the uncertified entries again; the other outcomes are final. */
  private List<Commit> restOnceRecovered(List<Intent> intents, List<Commit> first) {
    var outcomes = new ArrayList<>(first);
    var refused =
        IntStream.range(0, intents.size()).filter(i -> first.get(i).equals(UNCERTIFIED)).toArray();
    var again = commitOnceRecovered(Arrays.stream(refused).mapToObj(intents::get).toList());
    for (int i = 0; i < refused.length; i++) outcomes.set(refused[i], again.get(i));
    return outcomes;
  }

  private List<Commit> remembered(List<Intent> intents, List<Commit> outcomes) {
    for (int i = 0; i < outcomes.size(); i++) {
      if (outcomes.get(i) instanceof Commit.Committed committed) {
        recent.add(entryOf(intents.get(i), committed));
      }
    }
    return outcomes;
  }

  private static JournalEntry entryOf(Intent intent, Commit.Committed done) {
    return new JournalEntry(intent.game(), done.head(), done.at(), intent.entry(), done.clock());
  }

  @Override
  public Optional<StoredGame> load(GameId game) {
    var loaded = trusted(game, () -> store.load(game));
    if (loaded.isPresent() || !recovery.restoreMissing(game)) return loaded;
    return trusted(game, () -> store.load(game));
  }

  @Override
  public Optional<Head> head(GameId game) {
    return trusted(game, () -> store.head(game));
  }

  @Override
  public Optional<ClockReading> clock(GameId game) {
    return trusted(game, () -> store.clock(game));
  }

  @Override
  public Optional<List<StoredRecord>> recordsAfter(GameId game, int epoch, long version) {
    return trusted(game, () -> store.recordsAfter(game, epoch, version));
  }

  @Override
  public Optional<Commit> reply(GameId game, Request request) {
    var known = trusted(game, () -> store.reply(game, request));
    boolean isMissing = known.filter(MISSING::equals).isPresent();
    if (!isMissing) return known;
    if (!recovery.restoreMissing(game)) return Optional.empty();
    return trusted(game, () -> store.reply(game, request));
  }

  @Override
  public List<GameId> activeGamesOf(UserId user) {
    recovery.recover(user);
    return store.activeGamesOf(user);
  }

  @Override
  public void retire(GameId game) {
    store.retire(game);
  }

  private <T> T trusted(GameId game, Supplier<T> question) {
    try {
      return question.get();
    } catch (NotCertified _) {
      recovery.recover(Partition.of(game));
    }
    try {
      return question.get();
    } catch (NotCertified _) {
      throw notTrusted();
    }
  }

  private static StoreUnavailable notTrusted() {
    return new StoreUnavailable(
        Store.REDIS, new IllegalStateException("it was restarted once more"));
  }
}
