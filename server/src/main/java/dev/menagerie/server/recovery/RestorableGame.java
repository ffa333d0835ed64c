package dev.menagerie.server.recovery;

import dev.menagerie.server.game.CommittedRequest;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.Head;
import dev.menagerie.server.game.JournalRow;
import dev.menagerie.server.game.UserId;
import java.util.List;

/**
 * A game as the journal restores it, at the start of a new epoch.
 *
 * @param head in the new epoch, at the journal's version
 * @param latest the last rows: all since the snapshot, and at least those of {@link
 *     RecoveryLedger#RESTORED_REPLIES} commits
 * @param requests every request that a commit carried out: their ids are known for the game's life
 * @param clock as of the last commit; the store runs its remaining time
 */
public record RestorableGame(
    GameId game,
    String header,
    Head head,
    long snapshotVersion,
    String snapshot,
    List<JournalRow> latest,
    List<CommittedRequest> requests,
    RestoredClock clock,
    List<UserId> players) {
  public RestorableGame {
    latest = List.copyOf(latest);
    requests = List.copyOf(requests);
    players = List.copyOf(players);
  }

  @Override
  public String toString() {
    return "RestorableGame[" + game + " " + head + "]";
  }
}
