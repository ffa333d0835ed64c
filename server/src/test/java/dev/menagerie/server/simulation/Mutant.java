package dev.menagerie.server.simulation;

import dev.menagerie.server.Intercepted;
import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.game.GameJournal;
import dev.menagerie.server.game.GameStore;
import dev.menagerie.server.game.InMemoryGameStore;
import dev.menagerie.server.game.Intent;
import dev.menagerie.server.recovery.RecoveryLedger;
import dev.menagerie.server.recovery.Restoration;
import java.util.List;

/**
 * A product, or one without one of its checks: a simulation that cannot tell them apart is blind.
 */
enum Mutant {
  NONE,

  /** A partition is certified although its games have not been brought up to the journal. */
  CERTIFIES_WITHOUT_COMPARING {
    @Override
    Restoration restoration(InMemoryGameStore store) {
      return intercepted(Restoration.class, store, "restore", _ -> true);
    }
  },

  /** A commit that was decided on an older state than the store has is carried out. */
  VERSIONS_ARE_NOT_COMPARED {
    @Override
    GameStore store(InMemoryGameStore store) {
      return intercepted(
          GameStore.class,
          store,
          "commitAsync",
          call -> {
            List<?> intents = (List<?>) call.argument(0);
            call.setArgument(
                0, intents.stream().map(Intent.class::cast).map(i -> onNewest(store, i)).toList());
            return call.go();
          });
    }
  },

  /** A request that was committed before is committed again. */
  DUPLICATES_ARE_NOT_KNOWN {
    @Override
    GameStore store(InMemoryGameStore store) {
      return intercepted(
          GameStore.class,
          store,
          "commitAsync",
          call -> {
            store.forgetRequests();
            return call.go();
          });
    }
  },

  /** The drainer takes a journal that does not answer for one that has written. */
  DRAINER_FORGETS_TOO_EARLY {
    @Override
    GameJournal journal(GameJournal journal) {
      return intercepted(
          GameJournal.class,
          journal,
          "append",
          call -> {
            try {
              return call.go();
            } catch (StoreUnavailable e) {
              return new GameJournal.Appended(0, List.of());
            }
          });
    }
  },

  /** Nodes hand in nothing after a restart of the store. */
  NODES_HAND_IN_NOTHING {
    @Override
    RecoveryLedger ledger(RecoveryLedger ledger) {
      return intercepted(
          RecoveryLedger.class,
          ledger,
          "handIn",
          call -> {
            call.setArgument(2, List.of());
            return call.go();
          });
    }
  };

  GameStore store(InMemoryGameStore store) {
    return store;
  }

  Restoration restoration(InMemoryGameStore store) {
    return store;
  }

  GameJournal journal(GameJournal journal) {
    return journal;
  }

  RecoveryLedger ledger(RecoveryLedger ledger) {
    return ledger;
  }

  private static Intent onNewest(InMemoryGameStore store, Intent intent) {
    var newest = store.head(intent.game()).orElse(intent.expected());
    return new Intent(intent.game(), newest, intent.entry());
  }

  private static <T> T intercepted(
      Class<T> port, T real, String name, Intercepted.Interceptor change) {
    return Intercepted.port(
        port, real, call -> call.name().equals(name) ? change.answer(call) : call.go());
  }
}
