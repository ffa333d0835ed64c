package dev.menagerie.server.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.rating.RatingRules.Circumstances;
import dev.menagerie.server.rating.RatingRules.NotCounted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which games count, and what seasons do to ratings. */
class RatingRulesTest {
  private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
  private static final UserId ADA = UserId.fresh();
  private static final UserId BOB = UserId.fresh();
  private static final Circumstances USUAL = new Circumstances(false, 0);

  private static RankedGame game(String reason, int turns, boolean hasBot) {
    return new RankedGame(
        GameId.fresh(), "pocket", List.of(ADA, BOB), hasBot, Optional.of(ADA), reason, turns, NOW);
  }

  private static RankedGame usual() {
    return game("points", 12, false);
  }

  @Test
  void aGameToTheEndCounts() {
    assertThat(RatingRules.judge(usual(), USUAL)).isEmpty();
  }

  @Test
  void aGameWithTheHouseDoesNotCount() {
    assertThat(RatingRules.judge(game("points", 12, true), USUAL)).contains(NotCounted.HOUSE);
  }

  @Test
  void anEarlyResignationDoesNotCountAndALateOneDoes() {
    assertThat(RatingRules.judge(game("resigned", 3, false), USUAL)).contains(NotCounted.TOO_SHORT);
    assertThat(RatingRules.judge(game("resigned", 4, false), USUAL)).isEmpty();
    assertThat(RatingRules.judge(game("timeout", 1, false), USUAL)).isEmpty();
  }

  @Test
  void onePairCountsSomeTimesADay() {
    assertThat(RatingRules.judge(usual(), new Circumstances(false, 4))).isEmpty();
    assertThat(RatingRules.judge(usual(), new Circumstances(false, 5)))
        .contains(NotCounted.PAIR_TOO_OFTEN);
  }

  @Test
  void playersOfOneAddressDoNotCount() {
    assertThat(RatingRules.judge(usual(), new Circumstances(true, 0)))
        .contains(NotCounted.SAME_ADDRESS);
  }

  @Test
  void aGameThatBothLeftDoesNotCount() {
    assertThat(RatingRules.judge(game("abandoned", 30, false), USUAL))
        .contains(NotCounted.ABANDONED);
  }

  @Test
  void aGameThatAnOperatorVoidedDoesNotCount() {
    assertThat(RatingRules.judge(game("voided", 30, false), USUAL)).contains(NotCounted.VOIDED);
  }

  @Test
  void equalRatingsChangeByTheSameAmount() {
    var season = usual().season();
    var before = List.of(Standing.first(season), Standing.first(season));
    var after = RatingRules.apply(usual(), before);
    double gain = after.getFirst().rating().value() - 1500;
    assertThat(gain).isBetween(100.0, 250.0);
    assertThat(after.getLast().rating().value()).isEqualTo(1500 - gain);
    assertThat(after.getFirst().wins()).isEqualTo(1);
    assertThat(after.getLast().losses()).isEqualTo(1);
    assertThat(after.getFirst().rating().isProvisional()).isTrue();
  }

  @Test
  void aNewSeasonKeepsStrengthAndAsksForAFewGames() {
    var old = new Season("2026-3");
    var settled = new Standing(old, new Rating(1800, 60, 0.05), 40, 30, 9, 1, Optional.of(NOW));
    var carried = settled.in(new Season("2026-4"));
    assertThat(carried.rating()).isEqualTo(new Rating(1800, 130, 0.05));
    assertThat(carried.games()).isZero();
    assertThat(carried.rating().isProvisional()).isTrue();
    assertThat(settled.in(old)).isEqualTo(settled);
  }

  @Test
  void seasonsAreQuarters() {
    assertThat(Season.of(NOW)).isEqualTo(new Season("2026-4"));
    var season = new Season("2026-4");
    assertThat(season.startsAt()).isEqualTo(Instant.parse("2026-10-01T00:00:00Z"));
    assertThat(season.endsAt()).isEqualTo(Instant.parse("2027-01-01T00:00:00Z"));
    assertThat(Season.of(season.endsAt().minusMillis(1))).isEqualTo(season);
    assertThat(Season.of(season.endsAt())).isEqualTo(new Season("2027-1"));
    assertThatThrownBy(() -> new Season("2026-5")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void timeWithoutGamesLetsARatingMoveFurther() {
    var season = new Season("2026-4");
    var settled = new Standing(season, new Rating(1500, 60, 0.06), 40, 20, 20, 0, Optional.of(NOW));
    var rested =
        new Standing(
            season, settled.rating(), 40, 20, 20, 0, Optional.of(NOW.minus(Duration.ofDays(300))));
    double soon = settled.after(settled, Standing.Outcome.WIN, NOW).rating().value();
    double late = rested.after(settled, Standing.Outcome.WIN, NOW).rating().value();
    assertThat(late).isGreaterThan(soon);
  }
}
