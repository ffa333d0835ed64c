package dev.menagerie.server.matchmaking;

import dev.menagerie.server.game.UserId;
import dev.menagerie.server.play.GameType;
import dev.menagerie.server.play.PlayerEntry;
import java.time.Instant;
import java.util.Optional;

/**
 * A user who waits for an opponent. A user has one ticket at a time.
 *
 * @param rating in the preset; only ranked queues look at it
 * @param entry the name and the deck that the user plays with
 * @param lastOpponent the opponent of the user's last pair
 * @param botAt when the house may take the other seat; absent: never
 */
public record Ticket(
    Queue queue,
    double rating,
    PlayerEntry entry,
    Optional<UserId> lastOpponent,
    Optional<Instant> botAt,
    Instant since) {
  /** The user who waits. */
  public UserId user() {
    return entry.user();
  }

  /** Tickets of one queue may be paired. */
  public record Queue(String preset, GameType type) {
    public Queue {
      if (type == GameType.CAMPAIGN) {
        throw new IllegalArgumentException("a campaign is played against the house");
      }
    }
  }
}
