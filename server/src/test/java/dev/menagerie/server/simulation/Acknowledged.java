package dev.menagerie.server.simulation;

import dev.menagerie.server.game.GameId;
import java.util.Optional;

/**
 * The answer that a player got to a request.
 *
 * @param reply absent where only the place of the commit was known
 */
record Acknowledged(
    GameId game, int seat, String message, int epoch, long version, Optional<String> reply) {
  @Override
  public String toString() {
    return message + " of seat " + seat + " in " + game + " as " + epoch + "/" + version;
  }
}
