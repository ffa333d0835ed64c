package dev.menagerie.server.rating;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which ranked games count, and what they change. Pure. */
public final class RatingRules {
  /** Turns before which a resignation does not count: two players could trade points by it. */
  static final int MIN_TURNS_OF_RESIGNATION = 4;

  /** Games of one pair that count within {@link #PAIR_WINDOW}. */
  public static final int MAX_OF_PAIR = 5;

  /** The time in which games of one pair are counted. */
  public static final Duration PAIR_WINDOW = Duration.ofDays(1);

  private RatingRules() {}

  /** Why a ranked game changes no rating. */
  public enum NotCounted {
    /** The house played. */
    HOUSE,
    SAME_PLAYER,
    /** Both players are signed in from one address. */
    SAME_ADDRESS,
    /** Resigned before the game had begun in earnest. */
    TOO_SHORT,
    /** The same pair has played many games that count. */
    PAIR_TOO_OFTEN,
    /** Neither player acted. */
    ABANDONED,
    /** An operator took the result away. */
    VOIDED;

    /** The word on the wire and in the store. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Facts about the players that the game does not have.
   *
   * @param sharesAddress whether both are signed in from one address, where that matters
   * @param gamesOfPair games of the same pair and preset that counted within the window before
   */
  public record Circumstances(boolean sharesAddress, int gamesOfPair) {}

  /** Why a game does not count; empty if it does. */
  public static Optional<NotCounted> judge(RankedGame game, Circumstances circumstances) {
    if (game.hasBot()) return Optional.of(NotCounted.HOUSE);
    var players = game.players();
    if (players.getFirst().equals(players.getLast())) return Optional.of(NotCounted.SAME_PLAYER);
    if (circumstances.sharesAddress()) return Optional.of(NotCounted.SAME_ADDRESS);
    if (game.endReason().equals("abandoned")) return Optional.of(NotCounted.ABANDONED);
    if (game.endReason().equals("voided")) return Optional.of(NotCounted.VOIDED);
    boolean isResigned = game.endReason().equals("resigned");
    if (isResigned && game.turns() < MIN_TURNS_OF_RESIGNATION) {
      return Optional.of(NotCounted.TOO_SHORT);
    }
    return circumstances.gamesOfPair() >= MAX_OF_PAIR
        ? Optional.of(NotCounted.PAIR_TOO_OFTEN)
        : Optional.empty();
  }

  /**
   * The places of both players, by seat, after a game that counts.
   *
   * @param before their last places, of this season or an earlier one
   */
  public static List<Standing> apply(RankedGame game, List<Standing> before) {
    var first = before.getFirst().in(game.season());
    var second = before.getLast().in(game.season());
    return List.of(
        first.after(second, game.outcome(game.players().getFirst()), game.endedAt()),
        second.after(first, game.outcome(game.players().getLast()), game.endedAt()));
  }
}
