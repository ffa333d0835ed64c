package dev.menagerie.server.game;

import java.util.List;

/** Makes the chronicle of a game that has just ended; a pure function. */
@FunctionalInterface
public interface HistoryComposer {
  Chronicle compose(
      GameId game, String header, List<JournalRow> rows, Checkpoint last, Ending ending);
}
