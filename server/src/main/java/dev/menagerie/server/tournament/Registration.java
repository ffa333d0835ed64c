package dev.menagerie.server.tournament;

import dev.menagerie.server.game.UserId;
import dev.menagerie.server.tournament.Tournament.Entrant;
import dev.menagerie.server.tournament.Tournament.Phase;
import dev.menagerie.server.tournament.TournamentMatch.Why;
import dev.menagerie.server.tournament.TournamentRefused.Reason;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Set;

/** What players do to a tournament: register, check in, drop. Pure. */
final class Registration {
  private static final Set<Phase> BEFORE_START = EnumSet.of(Phase.REGISTRATION, Phase.CHECK_IN);

  private Registration() {}

  /** Adds a user; one who is registered changes the deck only. */
  static Tournament register(Tournament tournament, UserId user) {
    require(tournament, BEFORE_START);
    if (tournament.entrant(user).isPresent()) return tournament;
    if (tournament.entrants().size() >= tournament.plan().maxPlayers()) {
      throw new TournamentRefused(Reason.FULL, "The tournament is full.");
    }
    var entrants = new ArrayList<>(tournament.entrants());
    // Who registers while the check-in is open is there.
    entrants.add(new Entrant(user, tournament.phase() == Phase.CHECK_IN, false));
    return tournament.withEntrants(entrants);
  }

  /** The user is there. */
  static Tournament checkIn(Tournament tournament, UserId user) {
    requireEntrant(tournament, user);
    require(tournament, EnumSet.of(Phase.CHECK_IN));
    return tournament.withEntrant(user, one -> new Entrant(user, true, one.dropped()));
  }

  /** The user leaves: before the start as if never registered, later with the loss of a match. */
  static Tournament drop(Tournament tournament, UserId user) {
    requireEntrant(tournament, user);
    if (BEFORE_START.contains(tournament.phase())) {
      return tournament.withEntrants(
          tournament.entrants().stream().filter(one -> !one.user().equals(user)).toList());
    }
    require(tournament, EnumSet.of(Phase.RUNNING));
    return tournament
        .withEntrant(user, one -> new Entrant(user, one.checkedIn(), true))
        .mapMatches(
            match -> match.isOpen() && match.has(user) ? match.lostBy(user, Why.DROPPED) : match);
  }

  private static void requireEntrant(Tournament tournament, UserId user) {
    if (tournament.entrant(user).filter(one -> !one.dropped()).isEmpty()) {
      throw new TournamentRefused(Reason.NOT_FOUND, "The user does not take part.");
    }
  }

  static void require(Tournament tournament, Set<Phase> phases) {
    if (phases.contains(tournament.phase())) return;
    throw new TournamentRefused(
        Reason.WRONG_PHASE, "The tournament does not allow this at this point.");
  }
}
