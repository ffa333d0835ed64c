package dev.menagerie.server.rating;

import java.util.List;

/**
 * Mark Glickman's rating system Glicko-2, after "Example of the Glicko-2 system" (2013). Steps and
 * symbols are the paper's. {@link StrictMath} makes the results the same on every machine, so that
 * ratings can be computed again from the history and compared.
 */
public final class Glicko2 {
  /** Rating points per unit of the internal scale. */
  private static final double SCALE = 173.7178;

  private static final double CENTER = 1500;

  /** Restrains changes of the volatility; the paper advises 0.3 to 1.2. */
  private static final double TAU = 0.5;

  /** Precision of the volatility. */
  private static final double EPSILON = 0.000001;

  /** The iteration takes about ten rounds; far more would mean that it does not converge. */
  private static final int MAX_ROUNDS = 200;

  private Glicko2() {}

  /**
   * One game's result.
   *
   * @param opponent the opponent's rating before the game
   * @param score 1 for a win, 0.5 for a tie, 0 for a loss
   */
  public record Result(Rating opponent, double score) {
    double mu() {
      return (opponent.value() - CENTER) / SCALE;
    }

    /** The paper's g(φ): the less is known of the opponent, the less the result says. */
    double weight() {
      double phi = opponent.deviation() / SCALE;
      return 1 / StrictMath.sqrt(1 + 3 * phi * phi / (StrictMath.PI * StrictMath.PI));
    }

    /** The paper's E: the score that was to be expected. */
    double expected(double mu) {
      return 1 / (1 + StrictMath.exp(-weight() * (mu - mu())));
    }
  }

  /**
   * The rating after some games.
   *
   * @param periods rating periods that have passed since the rating before, at least 0; the paper
   *     has 1. Fractions let a rating follow each game, with the uncertainty of the time between
   */
  public static Rating after(Rating before, List<Result> results, double periods) {
    if (results.isEmpty()) throw new IllegalArgumentException("no games");
    double mu = (before.value() - CENTER) / SCALE;
    double phi = before.deviation() / SCALE;
    double information = 0;
    double surprise = 0;
    for (var result : results) {
      double expected = result.expected(mu);
      information += result.weight() * result.weight() * expected * (1 - expected);
      surprise += result.weight() * (result.score() - expected);
    }
    double variance = 1 / information;
    double sigma = volatility(before.volatility(), phi, variance, variance * surprise);
    double aged = StrictMath.sqrt(phi * phi + periods * sigma * sigma);
    double precise = 1 / StrictMath.sqrt(1 / (aged * aged) + 1 / variance);
    double moved = mu + precise * precise * surprise;
    return new Rating(
        CENTER + SCALE * moved, Math.min(SCALE * precise, Rating.MAX_DEVIATION), sigma);
  }

  /** The rating of a player who did not play for some periods: the deviation grows. */
  public static Rating idle(Rating before, double periods) {
    if (periods == 0) return before;
    double phi = before.deviation() / SCALE;
    double sigma = before.volatility();
    double aged = SCALE * StrictMath.sqrt(phi * phi + periods * sigma * sigma);
    return new Rating(before.value(), Math.min(aged, Rating.MAX_DEVIATION), sigma);
  }

  /** The paper's step 5: the new volatility, by the Illinois algorithm. */
  private static double volatility(double sigma, double phi, double variance, double delta) {
    double a = StrictMath.log(sigma * sigma);
    double square = delta * delta - phi * phi - variance;
    double low = a;
    double high = square > 0 ? StrictMath.log(square) : below(a, phi, variance, delta);
    double atLow = f(low, a, phi, variance, delta);
    double atHigh = f(high, a, phi, variance, delta);
    for (int round = 0; Math.abs(high - low) > EPSILON; round++) {
      if (round == MAX_ROUNDS) throw new IllegalStateException("the volatility does not converge");
      double next = low + (low - high) * atLow / (atHigh - atLow);
      double atNext = f(next, a, phi, variance, delta);
      if (atNext * atHigh <= 0) {
        low = high;
        atLow = atHigh;
      } else {
        atLow /= 2;
      }
      high = next;
      atHigh = atNext;
    }
    return StrictMath.exp(low / 2);
  }

  private static double below(double a, double phi, double variance, double delta) {
    for (int k = 1; k < MAX_ROUNDS; k++) {
      double candidate = a - k * TAU;
      if (f(candidate, a, phi, variance, delta) >= 0) return candidate;
    }
    throw new IllegalStateException("the volatility has no lower bound");
  }

  private static double f(double x, double a, double phi, double variance, double delta) {
    double e = StrictMath.exp(x);
    double sum = phi * phi + variance + e;
    return e * (delta * delta - sum) / (2 * sum * sum) - (x - a) / (TAU * TAU);
  }
}
