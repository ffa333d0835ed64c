package dev.menagerie.server.archive;

import dev.menagerie.server.game.Checkpoint;
import dev.menagerie.server.game.Ending;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.JournalRow;
import java.util.List;

/** Makes the chronicle of a game that has just ended; a pure function. */
@FunctionalInterface
public interface HistoryComposer {
  ReplayData compose(
      GameId game, String header, List<JournalRow> rows, Checkpoint last, Ending ending);
}
