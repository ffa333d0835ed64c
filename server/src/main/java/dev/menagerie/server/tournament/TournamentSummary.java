package dev.menagerie.server.tournament;

import dev.menagerie.server.tournament.Tournament.Phase;
import dev.menagerie.server.tournament.TournamentPlan.Format;
import java.time.Instant;
import java.util.Optional;

/**
 * A tournament as lists show it.
 *
 * @param round the round that is played, from 1; 0 before the start
 * @param rounds rounds in all; 0 before the start
 * @param players those who are registered; from the start those who came
 * @param revision rises with every change
 */
public record TournamentSummary(
    String tournamentId,
    String name,
    Format format,
    String preset,
    int bestOf,
    Phase phase,
    int round,
    int rounds,
    int players,
    int maxPlayers,
    Instant checkInAt,
    Instant startsAt,
    Optional<Instant> roundEndsAt,
    Optional<Instant> endedAt,
    long revision) {
  /** The summary of a tournament. */
  public static TournamentSummary of(Tournament tournament) {
    var plan = tournament.plan();
    return new TournamentSummary(
        tournament.id().value(),
        plan.name(),
        plan.format(),
        plan.preset(),
        plan.bestOf(),
        tournament.phase(),
        tournament.round(),
        tournament.rounds(),
        tournament.entrants().size(),
        plan.maxPlayers(),
        plan.checkInAt(),
        plan.startsAt(),
        tournament.roundEndsAt(),
        tournament.endedAt(),
        tournament.revision());
  }
}
