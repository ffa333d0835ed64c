package dev.menagerie.server.recovery;

import dev.menagerie.server.game.CommittedRequest;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.Head;
import dev.menagerie.server.game.StoredRecord;
import dev.menagerie.server.game.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A game as the journal restores it, at the start of a new epoch.
 *
 * @param head in the new epoch, at the journal's version
 * @param at the time of the last commit; of a game without commits the epoch of {@link Instant}
 * @param records all since the snapshot
 * @param requests every request that a commit carried out: their ids are known for the game's life
 * @param replies to the requests among the last {@link RecoveryLedger#RESTORED_REPLIES} commits, by
 *     version
 * @param clock as of the last commit; the store runs its remaining time
 */
public record RestorableGame(
    GameId game,
    String header,
    Head head,
    Instant at,
    long snapshotVersion,
    String snapshot,
    List<StoredRecord> records,
    List<CommittedRequest> requests,
    Map<Long, String> replies,
    RestoredClock clock,
    List<UserId> players) {
  public RestorableGame {
    records = List.copyOf(records);
    requests = List.copyOf(requests);
    replies = Map.copyOf(replies);
    players = List.copyOf(players);
  }

  @Override
  public String toString() {
    return "RestorableGame[" + game + " " + head + "]";
  }
}
