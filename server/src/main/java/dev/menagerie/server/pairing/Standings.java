package dev.menagerie.server.pairing;

import static java.util.Comparator.comparingDouble;
import static java.util.Comparator.comparingInt;

import dev.menagerie.server.pairing.MatchScore.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Standings as trading card games count them: three points for a match that is won or a bye, one
 * for a tie. Equal points are broken by the opponents' rate of match points, the own rate of game
 * points and the opponents' rate of game points, in this order. A rate counts as a third at least,
 * so that it costs little to have met a player who left early, and byes are no opponents.
 */
public final class Standings {
  /** Points of a match or a game that is won. */
  public static final int WIN = 3;

  /** Points of a match or a game that is tied. */
  public static final int TIE = 1;

  private static final double LOWEST_RATE = 0.33;

  private static final Comparator<Row> BEST_FIRST =
      comparingInt(Row::points)
          .thenComparingDouble(Row::opponentsRate)
          .thenComparing(comparingDouble(Row::gameRate))
          .thenComparing(comparingDouble(Row::opponentsGameRate))
          .reversed();

  private Standings() {}

  /**
   * A player's place.
   *
   * @param wins matches won, with byes
   * @param byes rounds without an opponent, which count as won
   * @param opponentsRate the mean of the opponents' shares of match points, 0 to 1
   * @param gameRate the player's share of game points, 0 to 1
   * @param opponentsGameRate the mean of the opponents' shares of game points, 0 to 1
   */
  public record Row(
      String id,
      int points,
      int wins,
      int losses,
      int ties,
      int byes,
      double opponentsRate,
      double gameRate,
      double opponentsGameRate) {}

  /**
   * The players, the best first; among equals in the given order.
   *
   * @param scores decided matches of these players
   */
  public static List<Row> of(List<String> players, List<MatchScore> scores) {
    var tallies = new LinkedHashMap<String, Tally>();
    for (var player : players) tallies.put(player, new Tally());
    for (var score : scores) add(tallies, score);
    return players.stream().map(player -> row(player, tallies)).sorted(BEST_FIRST).toList();
  }

  private static void add(Map<String, Tally> tallies, MatchScore score) {
    var first = tallyOf(score.first(), tallies);
    first.add(score, Verdict.FIRST, score.firstGames());
    score
        .second()
        .ifPresent(id -> {
          var second = tallyOf(id, tallies);
          second.add(score, Verdict.SECOND, score.secondGames());
          first.opponents.add(id);
          second.opponents.add(score.first());
        });
  }

  private static Tally tallyOf(String player, Map<String, Tally> tallies) {
    var tally = tallies.get(player);
    if (tally == null) throw new IllegalArgumentException("not a player: " + player);
    return tally;
  }

  private static Row row(String player, Map<String, Tally> tallies) {
    var tally = tallyOf(player, tallies);
    var opponents = tally.opponents.stream().map(id -> tallyOf(id, tallies)).toList();
    return new Row(
        player,
        tally.points(),
        tally.wins,
        tally.losses,
        tally.ties,
        tally.byes,
        opponents.stream().mapToDouble(Tally::rate).average().orElse(0),
        tally.gameRate(),
        opponents.stream().mapToDouble(Tally::gameRate).average().orElse(0));
  }

  private static final class Tally {
    final List<String> opponents = new ArrayList<>();
    int wins;
    int losses;
    int ties;
    int byes;
    int games;
    int gamePoints;

    void add(MatchScore score, Verdict own, int gamesWon) {
      if (score.verdict() == own) wins++;
      else if (score.verdict() == Verdict.TIE) ties++;
      else losses++;
      if (score.isBye()) byes++;
      games += score.games();
      gamePoints += gamesWon * WIN + score.tiedGames() * TIE;
    }

    int points() {
      return wins * WIN + ties * TIE;
    }

    /** The share of match points in rounds that were played. */
    double rate() {
      int rounds = wins + losses + ties - byes;
      return rate(points() - byes * WIN, rounds);
    }

    double gameRate() {
      return rate(gamePoints, games);
    }

    private static double rate(int points, int played) {
      if (played == 0) return LOWEST_RATE;
      return Math.max(LOWEST_RATE, (double) points / (played * WIN));
    }
  }
}
