package dev.menagerie.server.play;

import dev.menagerie.rules.card.CardsChanged;
import dev.menagerie.rules.card.GameCards;
import dev.menagerie.rules.state.Snapshot;
import dev.menagerie.server.CardsUnavailable;
import dev.menagerie.server.archive.FinishedGame;
import dev.menagerie.server.game.GameId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The cards of stored games, and the refusal when a game's cards are missing or have changed. */
public final class PlayedCards {
  private static final Logger LOG = LoggerFactory.getLogger(PlayedCards.class);

  /** Upper bound of the games whose missing cards are logged. */
  private static final int MAX_TOLD = 1_000;

  private final Set<GameId> told = ConcurrentHashMap.newKeySet();

  /** The cards a finished game was begun with; none if it never was. */
  public static List<GameCards.Printed> of(FinishedGame finished) {
    return StoredGameReader.state(finished.finalState())
        .state()
        .map(Snapshot::begunWith)
        .orElse(List.of());
  }

  /** Does what needs a game's cards. */
  public static <T> T withCards(Supplier<T> work) {
    try {
      return work.get();
    } catch (CardsChanged e) {
      throw new CardsUnavailable(e);
    }
  }

  /** Runs {@code work}, which needs a game's cards; logs once per game if they are missing. */
  <T> T withCards(GameId game, Supplier<T> work) {
    try {
      return withCards(work);
    } catch (CardsUnavailable e) {
      if (told.size() < MAX_TOLD && told.add(game)) {
        LOG.error(
            "ALARM: game {} cannot be loaded by this server: {}. It is kept as it is: start a"
                + " server that has these cards as they were",
            game,
            e.getMessage());
      }
      throw e;
    }
  }
}
