package dev.menagerie.server.simulation;

import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.game.Commit;
import dev.menagerie.server.game.ForwardingGameStore;
import dev.menagerie.server.game.GameStore;
import dev.menagerie.server.game.InMemoryGameStore;
import dev.menagerie.server.game.Intent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The game store as a node sees it. A commit without an answer is sent again, as {@code
 * RedisGameStore} does it, until its fate is known or the patience is over.
 */
final class RemoteGameStore extends ForwardingGameStore {
  private static final Duration RESOLVE = Duration.ofSeconds(3);
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(50);

  private final SimulatedProcess caller;
  private final InMemoryGameStore store;
  private final GameStore effects;
  private final Rpc rpc;
  private final Witnesses witnesses;

  /**
   * @param effects what a call does in the store, which a mutant may do in another way
   */
  RemoteGameStore(
      SimulatedProcess caller,
      InMemoryGameStore store,
      GameStore effects,
      Rpc rpc,
      Witnesses witnesses) {
    super(Remote.port(GameStore.class, effects, rpc));
    this.caller = caller;
    this.store = store;
    this.effects = effects;
    this.rpc = rpc;
    this.witnesses = witnesses;
  }

  @Override
  public List<Commit> commitAll(List<Intent> intents) {
    return commit(intents);
  }

  @Override
  public CompletionStage<List<Commit>> commitAsync(List<Intent> intents) {
    return CompletableFuture.supplyAsync(() -> commit(intents), work -> caller.start(work));
  }

  private List<Commit> commit(List<Intent> intents) {
    var outcomes = sent(intents);
    for (int i = 0; i < intents.size(); i++) {
      if (outcomes.get(i) instanceof Commit.Committed done) {
        witnesses.saw(caller, intents.get(i).game(), done.head());
      }
    }
    return outcomes;
  }

  private List<Commit> sent(List<Intent> intents) {
    try {
      return rpc.call(() -> inOneStep(intents));
    } catch (StoreUnavailable e) {
      return resolve(intents);
    }
  }

  private List<Commit> resolve(List<Intent> intents) {
    long end = caller.nanos() + RESOLVE.toNanos();
    while (caller.nanos() < end) {
      try {
        return rpc.call(() -> resend(intents));
      } catch (StoreUnavailable e) {
        if (!caller.pause(BETWEEN_ATTEMPTS)) break;
      }
    }
    return Collections.nCopies(intents.size(), new Commit.Unknown());
  }

  private List<Commit> inOneStep(List<Intent> intents) {
    return effects.commitAsync(intents).toCompletableFuture().join();
  }

  /**
   * Committed where the game's head is the one that the lost call would have written; a request
   * that the store does not know was not committed, as in {@code CommitAttempt}.
   */
  private List<Commit> resend(List<Intent> intents) {
    var outcomes = new ArrayList<>(inOneStep(intents));
    for (int i = 0; i < outcomes.size(); i++) {
      var intent = intents.get(i);
      boolean isAsked = intent.entry().cause().asked().isPresent();
      boolean mayBeOwn =
          outcomes.get(i) instanceof Commit.Duplicate
              || (!isAsked
                  && (outcomes.get(i) instanceof Commit.Conflict
                      || outcomes.get(i) instanceof Commit.Ended));
      if (!mayBeOwn) continue;
      int index = i;
      store
          .last(intent.game())
          .filter(last -> last.head().equals(intent.next()))
          .ifPresent(last ->
              outcomes.set(index, new Commit.Committed(last.head(), last.at(), last.clock())));
    }
    return outcomes;
  }
}
