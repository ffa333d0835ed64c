package dev.menagerie.server.archive;

import dev.menagerie.server.game.Checkpoint;
import dev.menagerie.server.game.Ending;
import dev.menagerie.server.game.GameId;
import java.util.List;

/** Makes the history of a game that has just ended. Pure: it may be called more than once. */
@FunctionalInterface
public interface HistoryComposer {
  /**
   * Makes the history.
   *
   * @param header the game's header, JSON
   * @param rows all commits of the game, in order
   * @param last the state after the last one
   */
  GameHistory compose(
      GameId game, String header, List<HistoryRow> rows, Checkpoint last, Ending ending);
}
