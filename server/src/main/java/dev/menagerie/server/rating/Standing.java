package dev.menagerie.server.rating;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A player's place in a preset's season.
 *
 * @param lastGameAt when the last game that counted ended
 */
public record Standing(
    Season season,
    Rating rating,
    int games,
    int wins,
    int losses,
    int ties,
    Optional<Instant> lastGameAt) {
  /**
   * The length of a rating period. A settled player who does not play for about a year is
   * provisional again.
   */
  static final Duration PERIOD = Duration.ofDays(4);

  /** The certainty that a new season begins with at most: a few games settle it. */
  static final double SEASON_DEVIATION = 130;

  /** A player's first place. */
  public static Standing first(Season season) {
    return new Standing(season, Rating.INITIAL, 0, 0, 0, 0, Optional.empty());
  }

  /** The place in this season of a player with a place in an earlier one, or in this one. */
  public Standing in(Season now) {
    if (season.equals(now)) return this;
    var carried =
        new Rating(
            rating.value(), Math.max(rating.deviation(), SEASON_DEVIATION), rating.volatility());
    return new Standing(now, carried, 0, 0, 0, 0, lastGameAt);
  }

  /** The rating as uncertain as it has become since the last game. */
  Rating ratingAt(Instant now) {
    return Glicko2.idle(rating, periodsUntil(now));
  }

  /** The place after a game; the opponent's is that before the game. */
  Standing after(Standing opponent, Outcome outcome, Instant endedAt) {
    var result = new Glicko2.Result(opponent.ratingAt(endedAt), outcome.score());
    var next = Glicko2.after(rating, List.of(result), periodsUntil(endedAt));
    return new Standing(
        season,
        next,
        games + 1,
        wins + (outcome == Outcome.WIN ? 1 : 0),
        losses + (outcome == Outcome.LOSS ? 1 : 0),
        ties + (outcome == Outcome.TIE ? 1 : 0),
        Optional.of(endedAt));
  }

  private double periodsUntil(Instant now) {
    return lastGameAt
        .map(last ->
            Math.max(0, Duration.between(last, now).toMillis()) / (double) PERIOD.toMillis())
        .orElse(0.0);
  }

  /** A game's result for one of its players. */
  public enum Outcome {
    WIN(1),
    TIE(0.5),
    LOSS(0);

    private final double score;

    Outcome(double score) {
      this.score = score;
    }

    double score() {
      return score;
    }
  }
}
