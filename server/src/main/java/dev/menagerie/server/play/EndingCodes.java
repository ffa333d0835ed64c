package dev.menagerie.server.play;

import dev.menagerie.codec.Json;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.server.game.Ending;
import java.util.List;
import java.util.Optional;

/** How a game ended, in the store's words. */
public final class EndingCodes {
  static final String EXPIRED = "expired";

  /** A waiting game its creator gave up: gone for everyone. */
  static final String CANCELLED = "cancelled";

  private EndingCodes() {}

  /** Whether a game ended without ever having begun. */
  public static boolean isUnplayed(String reason) {
    return reason.equals(EXPIRED) || reason.equals(CANCELLED);
  }

  static Optional<Ending> of(GameState state, List<PlayerEntry> players) {
    return state
        .result()
        .map(result ->
            new Ending(
                Json.toTree(result.reason()).asString(),
                result.winner().map(seat -> players.get(seat.index()).user())));
  }
}
