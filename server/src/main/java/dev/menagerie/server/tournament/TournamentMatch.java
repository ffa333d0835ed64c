package dev.menagerie.server.tournament;

import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.pairing.MatchScore;
import dev.menagerie.server.pairing.MatchScore.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A match of a round.
 *
 * @param table its place in the round, from 1; in a bracket the place that it has there
 * @param second absent: the first has a bye
 * @param games in the order in which they are played
 * @param decision absent while the match is played
 */
public record TournamentMatch(
    int round,
    int table,
    UserId first,
    Optional<UserId> second,
    List<MatchGame> games,
    Optional<Decision> decision) {
  /** Games of a match at most: ties and voided games are played again. */
  static final int MAX_GAMES = 9;

  public TournamentMatch {
    games = List.copyOf(games);
  }

  /**
   * A game of a match.
   *
   * @param opens the player of the first seat
   * @param result absent while it is played
   */
  public record MatchGame(GameId game, UserId opens, Optional<Result> result) {}

  /**
   * How a game ended.
   *
   * @param counts false for a game that was voided or never begun
   */
  public record Result(Optional<UserId> winner, String reason, boolean counts) {}

  /** How a match was decided. */
  public record Decision(Verdict verdict, Why why) {}

  /** Why a match ended as it did. */
  public enum Why {
    PLAYED,
    BYE,
    /** A player did not come. */
    NO_SHOW,
    /** A player left the tournament. */
    DROPPED,
    /** The clock of the round ran out. */
    TIME,
    JUDGE
  }

  static TournamentMatch of(int round, int table, UserId first, Optional<UserId> second) {
    var bye = second.isEmpty() ? Optional.of(new Decision(Verdict.FIRST, Why.BYE)) : noDecision();
    return new TournamentMatch(round, table, first, second, List.of(), bye);
  }

  private static Optional<Decision> noDecision() {
    return Optional.empty();
  }

  /** Whether a user plays in it. */
  public boolean has(UserId user) {
    return first.equals(user) || second.filter(user::equals).isPresent();
  }

  /** The user's opponent; empty for a bye. */
  public Optional<UserId> opponentOf(UserId user) {
    return first.equals(user) ? second : Optional.of(first);
  }

  /** The users who play. */
  List<UserId> players() {
    return second.map(other -> List.of(first, other)).orElse(List.of(first));
  }

  /** Whether it goes on. */
  public boolean isOpen() {
    return decision.isEmpty();
  }

  /** The game that is being played or is to begin. */
  public Optional<MatchGame> openGame() {
    return games.stream().filter(game -> game.result().isEmpty()).findFirst();
  }

  /** Whether the next game is to be planned. */
  boolean needsGame() {
    return isOpen() && openGame().isEmpty() && games.size() < MAX_GAMES;
  }

  /** Who has the first seat of the next game: the players take turns. */
  UserId opensNext() {
    return games.size() % 2 == 0 ? first : second.orElseThrow();
  }

  TournamentMatch decided(Verdict verdict, Why why) {
    return new TournamentMatch(
        round, table, first, second, games, Optional.of(new Decision(verdict, why)));
  }

  /** The verdict by which this player loses. */
  TournamentMatch lostBy(UserId loser, Why why) {
    return decided(first.equals(loser) ? Verdict.SECOND : Verdict.FIRST, why);
  }

  TournamentMatch withGame(GameId game) {
    var all = new ArrayList<>(games);
    all.add(new MatchGame(game, opensNext(), Optional.empty()));
    return new TournamentMatch(round, table, first, second, all, decision);
  }

  TournamentMatch withResult(GameId game, Result result) {
    var all =
        games.stream()
            .map(one ->
                one.game().equals(game) && one.result().isEmpty()
                    ? new MatchGame(game, one.opens(), Optional.of(result))
                    : one)
            .toList();
    return new TournamentMatch(round, table, first, second, all, decision);
  }

  /** Games that a player has won. */
  int winsOf(UserId player) {
    return (int)
        counted().stream()
            .filter(result -> result.winner().filter(player::equals).isPresent())
            .count();
  }

  int ties() {
    return (int) counted().stream().filter(result -> result.winner().isEmpty()).count();
  }

  List<Result> counted() {
    return games.stream().flatMap(game -> game.result().stream()).filter(Result::counts).toList();
  }

  /**
   * The winner, if there is one.
   *
   * @throws java.util.NoSuchElementException if the match is open
   */
  Optional<UserId> winner() {
    return switch (decision.orElseThrow().verdict()) {
      case FIRST -> Optional.of(first);
      case SECOND -> second;
      case TIE, BOTH_LOSE -> Optional.empty();
    };
  }

  /** The decided match for the standings; a match without games was won by default. */
  MatchScore score(int gamesToWin) {
    var verdict = decision.orElseThrow().verdict();
    int firstGames = winsOf(first);
    int secondGames = second.map(this::winsOf).orElse(0);
    if (verdict == Verdict.FIRST) firstGames = gamesToWin;
    if (verdict == Verdict.SECOND) secondGames = gamesToWin;
    return new MatchScore(
        first.value(), second.map(UserId::value), verdict, firstGames, secondGames, ties());
  }
}
