package dev.menagerie.server.play;

import dev.menagerie.codec.Json;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.server.game.Ending;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How a game ended, in the store's words. */
public final class EndingCodes {
  private static final String EXPIRED = "expired";

  private static final String CANCELLED = "cancelled";
  private static final String DECLINED = "declined";
  private static final String CREATOR_LEFT = "creator_left";

  private static final Set<String> CALLED_OFF = Set.of(CANCELLED, DECLINED, CREATOR_LEFT);

  private EndingCodes() {}

  /** Whether a game ended without ever having begun. */
  public static boolean isUnplayed(String reason) {
    return reason.equals(EXPIRED) || isCalledOff(reason);
  }

  /** Whether a waiting game was called off: it is gone for everyone. */
  static boolean isCalledOff(String reason) {
    return CALLED_OFF.contains(reason);
  }

  /** How a game ends that is closed while it waits. */
  static String of(Move.Closed.Why why) {
    return switch (why) {
      case EXPIRED -> EXPIRED;
      case CANCELLED -> CANCELLED;
      case DECLINED -> DECLINED;
      case CREATOR_LEFT -> CREATOR_LEFT;
    };
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
