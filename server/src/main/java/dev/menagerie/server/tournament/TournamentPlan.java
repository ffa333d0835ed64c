package dev.menagerie.server.tournament;

import java.time.Duration;
import java.time.Instant;

/**
 * A tournament as an operator announces it.
 *
 * @param preset the rules of all games
 * @param bestOf games of a match: 1 or 3
 * @param swissRounds rounds of a Swiss tournament; 0: as many as single elimination would take
 * @param maxPlayers users who may register
 * @param checkInAt when registered users can say that they are there
 * @param startsAt when the first round is paired
 * @param roundMinutes the clock of a round; matches that are undecided then are decided by rule
 * @param noShowMinutes after this time into a round, a player who has not come loses the match
 */
public record TournamentPlan(
    String name,
    Format format,
    String preset,
    int bestOf,
    int swissRounds,
    int maxPlayers,
    Instant checkInAt,
    Instant startsAt,
    int roundMinutes,
    int noShowMinutes) {
  /** The longest name, in characters. */
  public static final int MAX_NAME = 60;

  /** A tournament is one row, which every result writes again. */
  public static final int MAX_PLAYERS = 128;

  /** Rounds of a Swiss tournament at most. */
  public static final int MAX_ROUNDS = 15;

  /** The longest clock of a round: a week. */
  public static final int MAX_MINUTES = 7 * 24 * 60;

  /** How winners are found. */
  public enum Format {
    SWISS,
    ELIMINATION
  }

  public TournamentPlan {
    require(!name.isBlank() && name.length() <= MAX_NAME, "name has 1 to 60 characters");
    require(name.chars().noneMatch(Character::isISOControl), "name is one line of text");
    require(bestOf == 1 || bestOf == 3, "best_of is 1 or 3");
    require(swissRounds >= 0 && swissRounds <= MAX_ROUNDS, "rounds are from 1 to 15");
    require(
        swissRounds == 0 || format == Format.SWISS, "elimination has as many rounds as it takes");
    require(maxPlayers >= 2 && maxPlayers <= MAX_PLAYERS, "max_players is from 2 to 128");
    require(!checkInAt.isAfter(startsAt), "the check-in opens before the start");
    require(roundMinutes >= 1 && roundMinutes <= MAX_MINUTES, "round_minutes is from 1 to 10080");
    require(
        noShowMinutes >= 1 && noShowMinutes <= roundMinutes,
        "no_show_minutes is from 1 to round_minutes");
  }

  private static void require(boolean holds, String rule) {
    if (!holds) throw new IllegalArgumentException(rule);
  }

  /** The clock of a round. */
  Duration round() {
    return Duration.ofMinutes(roundMinutes);
  }

  /** How long a player may be late. */
  Duration noShow() {
    return Duration.ofMinutes(noShowMinutes);
  }

  /** The same tournament at another time. */
  TournamentPlan at(Instant checkIn, Instant start) {
    return new TournamentPlan(
        name,
        format,
        preset,
        bestOf,
        swissRounds,
        maxPlayers,
        checkIn,
        start,
        roundMinutes,
        noShowMinutes);
  }
}
