package dev.menagerie.server.game;

import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.StoreUnavailable.Store;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A store as a node uses it: what it commits is remembered until it is journaled, and a store that
 * was restarted is recovered before it is asked again. Callers never see {@code Uncertified}.
 */
public final class GuardedGameStore implements GameStore {
  private final GameStore store;
  private final Tail tail;
  private final Recovery recovery;

  public GuardedGameStore(GameStore store, Tail tail, Recovery recovery) {
    this.store = store;
    this.tail = tail;
    this.recovery = recovery;
  }

  @Override
  public Install install(NewGame game) {
    var first = store.install(game);
    if (!(first instanceof Install.Uncertified)) return first;
    recovery.recover();
    var second = store.install(game);
    if (second instanceof Install.Uncertified) throw notTrusted();
    return second;
  }

  @Override
  public Commit commit(GameId game, Head expected, Entry entry) {
    if (!tail.hasRoom(Partition.of(game))) return new Commit.Full();
    var first = attempt(game, expected, entry);
    if (!(first instanceof Commit.Uncertified)) return first;
    recovery.recover();
    var second = attempt(game, expected, entry);
    if (second instanceof Commit.Uncertified) throw notTrusted();
    return second;
  }

  private Commit attempt(GameId game, Head expected, Entry entry) {
    var outcome = store.commit(game, expected, entry);
    if (outcome instanceof Commit.Committed committed) {
      tail.add(new JournalEntry(game, committed.head(), committed.at(), entry, committed.clock()));
    }
    return outcome;
  }

  @Override
  public Optional<Loaded> load(GameId game) {
    return trusted(() -> store.load(game));
  }

  @Override
  public Optional<Head> head(GameId game) {
    return trusted(() -> store.head(game));
  }

  @Override
  public Optional<ClockReading> clock(GameId game) {
    return trusted(() -> store.clock(game));
  }

  @Override
  public Optional<List<Recorded>> recordsAfter(GameId game, int epoch, long version) {
    return trusted(() -> store.recordsAfter(game, epoch, version));
  }

  @Override
  public Optional<Commit> reply(GameId game, Request request) {
    return trusted(() -> store.reply(game, request));
  }

  @Override
  public List<GameId> activeGamesOf(UserId user) {
    return store.activeGamesOf(user);
  }

  @Override
  public void retire(GameId game) {
    store.retire(game);
  }

  private <T> T trusted(Supplier<T> question) {
    try {
      return question.get();
    } catch (NotCertified _) {
      recovery.recover();
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
