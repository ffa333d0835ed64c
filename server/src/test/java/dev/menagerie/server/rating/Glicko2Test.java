package dev.menagerie.server.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.menagerie.server.rating.Glicko2.Result;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class Glicko2Test {
  /** The worked example of Glickman's "Example of the Glicko-2 system". */
  @Test
  void theExampleOfThePaper() {
    var before = new Rating(1500, 200, 0.06);
    var results =
        List.of(
            new Result(new Rating(1400, 30, 0.06), 1),
            new Result(new Rating(1550, 100, 0.06), 0),
            new Result(new Rating(1700, 300, 0.06), 0));

    var after = Glicko2.after(before, results, 1);

    assertThat(after.value()).isEqualTo(1464.06, within(0.02));
    assertThat(after.deviation()).isEqualTo(151.52, within(0.02));
    assertThat(after.volatility()).isEqualTo(0.05999, within(0.00001));
  }

  /** The paper's intermediate values of its first opponent. */
  @Test
  void theExamplesWeightAndExpectation() {
    var result = new Result(new Rating(1400, 30, 0.06), 1);
    assertThat(result.weight()).isEqualTo(0.9955, within(0.0001));
    assertThat(result.expected(0)).isEqualTo(0.639, within(0.001));
  }

  @Test
  void inactivityRaisesTheDeviationOnly() {
    var settled = new Rating(1700, 60, 0.06);
    assertThat(Glicko2.idle(settled, 0)).isEqualTo(settled);
    var later = Glicko2.idle(settled, 90);
    assertThat(later.value()).isEqualTo(1700);
    assertThat(later.deviation()).isGreaterThan(Rating.MAX_SETTLED_DEVIATION);
    assertThat(Glicko2.idle(settled, 1_000_000).deviation()).isEqualTo(Rating.MAX_DEVIATION);
  }

  @Test
  void withoutAGameThereIsNothingToCount() {
    assertThatThrownBy(() -> Glicko2.after(Rating.INITIAL, List.of(), 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Whatever is counted, numbers stay numbers and a winner does not fall. */
  @Test
  @Timeout(60)
  void anyGamesGiveARating() {
    long seed = 20_261_129;
    var random = new SplittableRandom(seed);
    for (int i = 0; i < 20_000; i++) {
      var before = random(random);
      double score = random.nextInt(3) / 2.0;
      var result = List.of(new Result(random(random), score));
      var after = Glicko2.after(before, result, random.nextDouble(0, 3));
      assertThat(after.deviation()).as("seed %d, %d", seed, i).isBetween(1.0, 350.0);
      if (score == 1)
        assertThat(after.value()).as("seed %d", seed).isGreaterThanOrEqualTo(before.value());
      if (score == 0)
        assertThat(after.value()).as("seed %d", seed).isLessThanOrEqualTo(before.value());
      assertThat(after.volatility()).as("seed %d", seed).isBetween(0.001, 1.0);
    }
  }

  private static Rating random(SplittableRandom random) {
    return new Rating(
        random.nextDouble(300, 3_000), random.nextDouble(30, 350), random.nextDouble(0.03, 0.12));
  }
}
