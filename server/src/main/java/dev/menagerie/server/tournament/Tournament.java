package dev.menagerie.server.tournament;

import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.pairing.MatchScore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A tournament at one moment.
 *
 * @param lots decides who is paired among equals; secret until the end
 * @param round the round that is played, from 1; 0 before the start
 * @param rounds rounds in all; 0 before the start
 * @param roundEndsAt when the clock of this round runs out
 * @param noShowAt when players who have not come to this round lose; absent once that is done
 * @param entrants those who registered; from the start in the order of their seeds
 * @param matches of all rounds, in order
 * @param revision rises with every change
 */
public record Tournament(
    TournamentId id,
    TournamentPlan plan,
    long lots,
    Phase phase,
    int round,
    int rounds,
    Optional<Instant> roundEndsAt,
    Optional<Instant> noShowAt,
    List<Entrant> entrants,
    List<TournamentMatch> matches,
    Optional<Instant> endedAt,
    long revision) {
  public Tournament {
    entrants = List.copyOf(entrants);
    matches = List.copyOf(matches);
  }

  /** How far a tournament has come. */
  public enum Phase {
    REGISTRATION,
    CHECK_IN,
    RUNNING,
    FINISHED,
    /** An operator called it off, or fewer than two players came. */
    CANCELLED;

    /** Whether nothing can change any more. */
    public boolean isOver() {
      return this == FINISHED || this == CANCELLED;
    }
  }

  /** A registered player; {@code dropped}: plays no further round. */
  public record Entrant(UserId user, boolean checkedIn, boolean dropped) {}

  /** A tournament without registrations. */
  public static Tournament announced(TournamentId id, TournamentPlan plan, long lots) {
    return new Tournament(
        id,
        plan,
        lots,
        Phase.REGISTRATION,
        0,
        0,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        0);
  }

  /** A registered player. */
  public Optional<Entrant> entrant(UserId user) {
    return entrants.stream().filter(one -> one.user().equals(user)).findFirst();
  }

  /** Those who play the next round, by seed. */
  List<UserId> active() {
    return entrants.stream().filter(one -> !one.dropped()).map(Entrant::user).toList();
  }

  /** The matches of a round, by table. */
  public List<TournamentMatch> matchesOf(int wanted) {
    return matches.stream().filter(match -> match.round() == wanted).toList();
  }

  /** The match that a user plays in this round. */
  public Optional<TournamentMatch> matchOf(UserId user) {
    return matchesOf(round).stream().filter(match -> match.has(user)).findFirst();
  }

  Stream<TournamentMatch> open() {
    return matches.stream().filter(TournamentMatch::isOpen);
  }

  List<MatchScore> scores() {
    return matches.stream()
        .filter(match -> !match.isOpen())
        .map(match -> match.score(gamesToWin()))
        .toList();
  }

  /** Games that win a match. */
  int gamesToWin() {
    return plan.bestOf() / 2 + 1;
  }

  /** When something is to be done without anybody asking. */
  public Optional<Instant> nextAt() {
    return switch (phase) {
      case REGISTRATION -> Optional.of(plan.checkInAt());
      case CHECK_IN -> Optional.of(plan.startsAt());
      case RUNNING ->
          Stream.concat(noShowAt.stream(), roundEndsAt.stream()).min(Instant::compareTo);
      case FINISHED, CANCELLED -> Optional.empty();
    };
  }

  Tournament with(Phase next) {
    return new Tournament(
        id,
        plan,
        lots,
        next,
        round,
        rounds,
        roundEndsAt,
        noShowAt,
        entrants,
        matches,
        endedAt,
        revision);
  }

  Tournament withPlan(TournamentPlan changed) {
    return new Tournament(
        id,
        changed,
        lots,
        phase,
        round,
        rounds,
        roundEndsAt,
        noShowAt,
        entrants,
        matches,
        endedAt,
        revision);
  }

  Tournament withEntrants(List<Entrant> changed) {
    return new Tournament(
        id,
        plan,
        lots,
        phase,
        round,
        rounds,
        roundEndsAt,
        noShowAt,
        changed,
        matches,
        endedAt,
        revision);
  }

  Tournament withMatches(List<TournamentMatch> changed) {
    return new Tournament(
        id,
        plan,
        lots,
        phase,
        round,
        rounds,
        roundEndsAt,
        noShowAt,
        entrants,
        changed,
        endedAt,
        revision);
  }

  Tournament withClocks(Optional<Instant> roundEnd, Optional<Instant> noShow) {
    return new Tournament(
        id, plan, lots, phase, round, rounds, roundEnd, noShow, entrants, matches, endedAt,
        revision);
  }

  Tournament withRevision(long changed) {
    return new Tournament(
        id,
        plan,
        lots,
        phase,
        round,
        rounds,
        roundEndsAt,
        noShowAt,
        entrants,
        matches,
        endedAt,
        changed);
  }

  /** Another round begins with these matches. */
  Tournament withRound(int next, int all, List<TournamentMatch> added, Instant now) {
    var together = new ArrayList<>(matches);
    together.addAll(added);
    return new Tournament(
        id,
        plan,
        lots,
        Phase.RUNNING,
        next,
        all,
        Optional.of(now.plus(plan.round())),
        Optional.of(now.plus(plan.noShow())),
        entrants,
        together,
        endedAt,
        revision);
  }

  /** Nothing happens any more. */
  Tournament ended(Phase how, Instant now) {
    return new Tournament(
        id,
        plan,
        lots,
        how,
        round,
        rounds,
        Optional.empty(),
        Optional.empty(),
        entrants,
        matches,
        Optional.of(now),
        revision);
  }

  Tournament withEntrant(UserId user, UnaryOperator<Entrant> change) {
    return withEntrants(
        entrants.stream().map(one -> one.user().equals(user) ? change.apply(one) : one).toList());
  }

  Tournament mapMatches(UnaryOperator<TournamentMatch> change) {
    return withMatches(matches.stream().map(change).toList());
  }

  /** The match that a game belongs to. */
  Optional<TournamentMatch> matchOf(GameId game) {
    return matches.stream()
        .filter(match -> match.games().stream().anyMatch(one -> one.game().equals(game)))
        .findFirst();
  }
}
