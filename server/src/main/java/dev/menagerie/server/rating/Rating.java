package dev.menagerie.server.rating;

/**
 * A player's strength, after Glicko-2.
 *
 * @param value the estimate; 1500 for a new player
 * @param deviation how uncertain it is: the true strength is within two deviations, mostly
 * @param volatility how steady the player's results are
 */
public record Rating(double value, double deviation, double volatility) {
  /** The deviation of a player without games; no deviation is greater. */
  public static final double MAX_DEVIATION = 350;

  /** Above this deviation a rating is provisional. */
  public static final double MAX_SETTLED_DEVIATION = 110;

  /** A new player. */
  public static final Rating INITIAL = new Rating(1500, MAX_DEVIATION, 0.06);

  public Rating {
    if (!Double.isFinite(value) || !(deviation > 0) || !(volatility > 0)) {
      throw new IllegalArgumentException(
          "no rating: " + value + " " + deviation + " " + volatility);
    }
  }

  /** Whether the rating says too little to be compared with others. */
  public boolean isProvisional() {
    return deviation > MAX_SETTLED_DEVIATION;
  }
}
