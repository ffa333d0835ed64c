package dev.menagerie.server.play;

import dev.menagerie.rules.card.CatalogSource;
import dev.menagerie.rules.game.Game;
import dev.menagerie.rules.state.Event;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.server.game.GameClock;
import dev.menagerie.server.game.StoredGame;
import dev.menagerie.server.game.StoredRecord;
import java.time.Instant;
import java.util.Optional;

/** Makes a moment of a stored checkpoint and the records after it. */
final class MomentReader {
  private final CatalogSource cards;

  MomentReader(CatalogSource cards) {
    this.cards = cards;
  }

  Moment of(StoredGame loaded) {
    var saved = StoredGameReader.state(loaded.snapshot());
    var state =
        saved
            .state()
            .map(snapshot -> GameState.restore(snapshot, cards.holding(snapshot.begunWith())));
    Instant at = loaded.now();
    for (var recorded : loaded.since()) {
      state = Optional.of(fold(state.orElseThrow(), StoredGameReader.record(recorded)));
      at = recorded.at();
    }
    return new Moment(
        loaded.head(),
        saved.players(),
        state,
        loaded.clock(),
        saved.startedAt(),
        at,
        loaded.ending(),
        loaded.snapshotVersion());
  }

  /** The moment one version later, after another node's commit. */
  static Moment after(Moment before, StoredRecord recorded, GameRecord record) {
    var state = fold(before.state().orElseThrow(), record);
    return new Moment(
        before.head().after(recorded.record()),
        before.players(),
        Optional.of(state),
        clock(before, recorded, record),
        before.startedAt(),
        recorded.at(),
        EndingCodes.of(state, before.players()),
        before.checkpointed());
  }

  private static GameClock clock(Moment before, StoredRecord recorded, GameRecord record) {
    var clock = before.clock().after(record.clock(), recorded.at());
    return record.move() instanceof Move.TimeGivenBack given
        ? clock.runningOutAt(given.deadline())
        : clock;
  }

  /** The deal is in the checkpoint, not in a record; a game that was closed has no state. */
  static boolean isPublishable(GameRecord record) {
    return !(record.move() instanceof Move.Opened || record.move() instanceof Move.Closed);
  }

  private static GameState fold(GameState state, GameRecord record) {
    var folded = state;
    for (Event event : record.events()) folded = Game.evolve(folded, event);
    return folded;
  }
}
