package dev.menagerie.server.play;

import dev.menagerie.rules.card.CardsChanged;
import dev.menagerie.rules.card.GameCards;
import dev.menagerie.rules.state.Snapshot;
import dev.menagerie.server.GameUnavailable;
import dev.menagerie.server.archive.FinishedGame;
import java.util.List;
import java.util.function.Supplier;

/** The cards of stored games, and the refusal when a game's cards are missing or have changed. */
public final class PlayedCards {
  private PlayedCards() {}

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
      throw GameUnavailable.cards(e);
    }
  }
}
