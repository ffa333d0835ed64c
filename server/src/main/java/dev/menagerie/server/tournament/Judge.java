package dev.menagerie.server.tournament;

import dev.menagerie.server.game.UserId;
import dev.menagerie.server.pairing.MatchScore.Verdict;
import dev.menagerie.server.tournament.Tournament.Entrant;
import dev.menagerie.server.tournament.Tournament.Phase;
import dev.menagerie.server.tournament.TournamentMatch.Why;
import dev.menagerie.server.tournament.TournamentRefused.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;

/** What operators do to a tournament. Pure. */
final class Judge {
  private Judge() {}

  /** The first round is paired now, with those who are registered; all of them count as there. */
  static Tournament start(Tournament tournament, Instant now) {
    Registration.require(tournament, EnumSet.of(Phase.REGISTRATION, Phase.CHECK_IN));
    return tournament
        .withPlan(tournament.plan().at(now, now))
        .withEntrants(
            tournament.entrants().stream()
                .map(one -> new Entrant(one.user(), true, one.dropped()))
                .toList());
  }

  static Tournament cancel(Tournament tournament, Instant now) {
    if (tournament.phase().isOver()) {
      throw new TournamentRefused(Reason.WRONG_PHASE, "The tournament is over.");
    }
    return tournament
        .mapMatches(match -> match.isOpen() ? match.decided(Verdict.BOTH_LOSE, Why.JUDGE) : match)
        .ended(Phase.CANCELLED, now);
  }

  /** Decides a match of the round that is played, also one that was decided before. */
  static Tournament decide(Tournament tournament, int table, Verdict verdict) {
    Registration.require(tournament, EnumSet.of(Phase.RUNNING));
    boolean isThere =
        tournament.matchesOf(tournament.round()).stream()
            .anyMatch(match -> match.table() == table && match.second().isPresent());
    if (!isThere) throw new TournamentRefused(Reason.NOT_FOUND, "There is no match at this table.");
    return tournament.mapMatches(match ->
        match.round() == tournament.round() && match.table() == table
            ? match.decided(verdict, Why.JUDGE)
            : match);
  }

  /** Lets a player who dropped, or did not come, play the next round. */
  static Tournament restore(Tournament tournament, UserId user) {
    Registration.require(tournament, EnumSet.of(Phase.RUNNING));
    if (tournament.entrant(user).isEmpty()) {
      throw new TournamentRefused(Reason.NOT_FOUND, "The user does not take part.");
    }
    return tournament.withEntrant(user, _ -> new Entrant(user, true, false));
  }

  /** Gives the round more time. */
  static Tournament extend(Tournament tournament, Duration time) {
    Registration.require(tournament, EnumSet.of(Phase.RUNNING));
    return tournament.withClocks(
        tournament.roundEndsAt().map(end -> end.plus(time)),
        tournament.noShowAt().map(end -> end.plus(time)));
  }
}
