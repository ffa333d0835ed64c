package dev.menagerie.server.matchmaking;

import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.matchmaking.Ticket.Queue;
import dev.menagerie.server.play.GameHeader;
import dev.menagerie.server.play.PlayerEntry;
import java.util.List;

/**
 * A pair and the game it plays. The header is made with the pair, so that every attempt to start
 * the game starts the same one.
 *
 * @param second the player of the second seat; the first is in the header
 * @param waitedMs how long the first player had waited
 */
public record Match(Queue queue, GameHeader header, PlayerEntry second, long waitedMs) {
  /** The game that is played. */
  public GameId game() {
    return header.game();
  }

  /** The users who play, without the house. */
  public List<UserId> users() {
    var first = header.creator().user();
    return second.bot().isPresent() ? List.of(first) : List.of(first, second.user());
  }

  @Override
  public String toString() {
    return "Match[" + game() + "]";
  }
}
