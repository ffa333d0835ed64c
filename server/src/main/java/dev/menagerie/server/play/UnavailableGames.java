package dev.menagerie.server.play;

import dev.menagerie.server.GameUnavailable;
import dev.menagerie.server.game.GameId;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs each game that this server cannot load, once. Any thread. */
final class UnavailableGames {
  private static final Logger LOG = LoggerFactory.getLogger(UnavailableGames.class);

  /** Upper bound of the games that are logged. */
  private static final int MAX_LOGGED = 1_000;

  private final Set<GameId> logged = ConcurrentHashMap.newKeySet();

  /**
   * Does what needs a game.
   *
   * @throws GameUnavailable if {@code work} throws it, or the game's cards are not there
   */
  <T> T watched(GameId game, Supplier<T> work) {
    try {
      return PlayedCards.withCards(work);
    } catch (GameUnavailable e) {
      if (logged.size() < MAX_LOGGED && logged.add(game)) {
        LOG.error(
            "ALARM: game {} cannot be loaded by this server: {}. It is kept as it is: start a"
                + " server {}",
            game,
            e.getMessage(),
            switch (e.reason()) {
              case CARDS -> "that has these cards as they were";
              case VERSION -> "of the version that stored it";
            });
      }
      throw e;
    }
  }
}
