package dev.menagerie.server.play;

import dev.menagerie.codec.Json;
import dev.menagerie.rules.card.CatalogSource;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.server.archive.FinishedGame;
import dev.menagerie.server.game.GameClock;
import java.util.Optional;

/** Finished games as they were at their end, after the store has dropped them. */
final class ArchivedGames {
  private final CatalogSource cards;

  ArchivedGames(CatalogSource cards) {
    this.cards = cards;
  }

  LiveGame of(FinishedGame finished) {
    var saved = StoredGameReader.state(finished.finalState());
    return new LiveGame(header(finished, saved), moment(finished, saved));
  }

  /** The header of the finished game, without its invitation: no one can join it any more. */
  private static GameHeader header(FinishedGame finished, SavedState saved) {
    var chronicle = finished.chronicle();
    return new GameHeader(
        finished.game(),
        finished.startedAt(),
        Json.read("\"" + finished.indexEntry().gameType() + "\"", GameType.class),
        StoredGameReader.rules(chronicle.rules()),
        saved.players().getFirst(),
        new Invitation.House(),
        finished.indexEntry().audience(),
        0,
        chronicle.seed(),
        chronicle.cardsVersion(),
        Optional.empty());
  }

  private Moment moment(FinishedGame finished, SavedState saved) {
    return new Moment(
        finished.head(),
        saved.players(),
        saved
            .state()
            .map(snapshot -> GameState.restore(snapshot, cards.holding(snapshot.begunWith()))),
        GameClock.NONE,
        Optional.of(finished.startedAt()),
        finished.endedAt(),
        Optional.of(finished.ending()),
        finished.head().version());
  }
}
