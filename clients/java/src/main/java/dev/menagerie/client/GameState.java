package dev.menagerie.client;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The state of a game as the user sees it, at one version. The members that every client needs have
 * methods; all of them are in {@code json}, by the names of {@code docs/protocol.md}.
 *
 * @param json the whole state; not to be changed
 */
public record GameState(JsonNode json) {
  /** The version of the game: one more for each commit. */
  public long eventId() {
    return json.path("event_id").asLong();
  }

  /** Rises when the game is restored after a store lost it. */
  public int epoch() {
    return json.path("epoch").asInt();
  }

  /** {@code waiting}, {@code setup}, {@code active} or {@code finished}. */
  public String status() {
    return json.path("status").asString();
  }

  /** Whether the game is over. */
  public boolean isFinished() {
    return status().equals("finished");
  }

  /** What this player may do now, each ready to be sent back as it is. */
  public List<JsonNode> legalActions() {
    return Json.list(json.path("legal_actions"), action -> action);
  }

  /** The winner; empty until the game is over, and after a tie. */
  public Optional<String> winnerId() {
    return json.path("winner_id").stringValueOpt();
  }

  /** Why the game ended; empty until it is over. */
  public Optional<String> endReason() {
    return json.path("end_reason").stringValueOpt();
  }

  /** The id of the player whose view this is; empty for a spectator. */
  public Optional<String> viewerId() {
    var seat = json.path("viewer").path("seat");
    return seat.isNumber()
        ? json.path("players").path(seat.asInt()).path("player_id").stringValueOpt()
        : Optional.empty();
  }
}
