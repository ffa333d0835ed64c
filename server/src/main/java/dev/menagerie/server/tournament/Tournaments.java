package dev.menagerie.server.tournament;

import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.pairing.MatchScore.Verdict;
import dev.menagerie.server.play.GameType;
import dev.menagerie.server.play.MatchGames;
import dev.menagerie.server.play.PlayerEntry;
import dev.menagerie.server.tournament.Rounds.Sight;
import dev.menagerie.server.tournament.Tournament.Phase;
import dev.menagerie.server.tournament.TournamentRefused.Reason;
import dev.menagerie.server.tournament.TournamentStore.Locked;
import dev.menagerie.server.tournament.TournamentStore.PlannedGame;
import dev.menagerie.server.tournament.TournamentStore.SurplusGame;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Everything that can be done to tournaments. Each step takes the results that have come in, does
 * what was asked and all that is due, plans the games of new matches, and is stored whole. Any
 * thread; waits for the store.
 */
public final class Tournaments {
  private static final SecureRandom LOTS = new SecureRandom();

  private final TournamentStore store;
  private final MatchGames games;
  private final Function<String, Optional<RulesConfig>> presets;
  private final InstantSource clock;

  /**
   * @param presets rules by name
   */
  public Tournaments(
      TournamentStore store,
      MatchGames games,
      Function<String, Optional<RulesConfig>> presets,
      InstantSource clock) {
    this.store = store;
    this.games = games;
    this.presets = presets;
    this.clock = clock;
  }

  /**
   * A new tournament; empty if as many as allowed are open.
   *
   * @throws IllegalArgumentException if there are no such rules
   */
  public Optional<Tournament> announce(TournamentPlan plan) {
    if (presets.apply(plan.preset()).isEmpty()) {
      throw new IllegalArgumentException("there is no preset " + plan.preset());
    }
    var tournament = Tournament.announced(TournamentId.fresh(), plan, LOTS.nextLong());
    return Optional.of(tournament).filter(store::create);
  }

  /**
   * A user registers, or changes the deck before the start.
   *
   * @throws TournamentRefused if that is not possible
   */
  public Tournament register(TournamentId id, PlayerEntry entry) {
    return change(
        id,
        locked -> {
          locked.putEntry(entry);
          return Registration.register(locked.tournament(), entry.user());
        });
  }

  /** A registered user is there; refused before the check-in and after it. */
  public Tournament checkIn(TournamentId id, UserId user) {
    return step(id, tournament -> Registration.checkIn(tournament, user));
  }

  /** A user leaves; what is being played is lost. */
  public Tournament drop(TournamentId id, UserId user) {
    return change(
        id,
        locked -> {
          var after = Registration.drop(locked.tournament(), user);
          if (after.entrant(user).isEmpty()) locked.removeEntry(user);
          return after;
        });
  }

  /** An operator has the first round paired now. */
  public Tournament start(TournamentId id) {
    return step(id, tournament -> Judge.start(tournament, clock.instant()));
  }

  /** An operator calls the tournament off; games that are played end without a result. */
  public Tournament cancel(TournamentId id) {
    return step(id, tournament -> Judge.cancel(tournament, clock.instant()));
  }

  /** An operator decides a match of this round. */
  public Tournament decide(TournamentId id, int table, Verdict verdict) {
    return step(id, tournament -> Judge.decide(tournament, table, verdict));
  }

  /** An operator lets a user play the next round who has dropped. */
  public Tournament restore(TournamentId id, UserId user) {
    return step(id, tournament -> Judge.restore(tournament, user));
  }

  /** An operator gives this round more time. */
  public Tournament extend(TournamentId id, Duration time) {
    return step(id, tournament -> Judge.extend(tournament, time));
  }

  /** Goes on with results and time. */
  Tournament advance(TournamentId id, Optional<Sight> sight) {
    return change(id, sight, Locked::tournament);
  }

  private Tournament step(TournamentId id, UnaryOperator<Tournament> step) {
    return change(id, locked -> step.apply(locked.tournament()));
  }

  private Tournament change(TournamentId id, Function<Locked, Tournament> step) {
    return change(id, Optional.empty(), step);
  }

  private Tournament change(
      TournamentId id, Optional<Sight> sight, Function<Locked, Tournament> step) {
    return store
        .locked(id, locked -> changed(locked, sight, step))
        .orElseThrow(() -> new TournamentRefused(Reason.NOT_FOUND, "There is no such tournament."));
  }

  private Tournament changed(
      Locked locked, Optional<Sight> sight, Function<Locked, Tournament> step) {
    var before = locked.tournament();
    var asked = step.apply(locked);
    var after = Rounds.withResults(asked, locked.takeResults());
    after = withoutDeleted(after, locked);
    after = Rounds.advance(after, clock.instant(), sight);
    after = withGames(after, locked);
    endSurplus(before, after, locked);
    if (after.equals(before)) return before;
    var saved = after.withRevision(before.revision() + 1);
    locked.save(saved);
    return saved;
  }

  /** A deleted user has dropped: there is no deck to play with. */
  private static Tournament withoutDeleted(Tournament tournament, Locked locked) {
    var after = tournament;
    if (tournament.phase().isOver()) return after;
    var registered = locked.registered();
    for (var user : tournament.active()) {
      if (!registered.contains(user)) after = Registration.drop(after, user);
    }
    return after;
  }

  private Tournament withGames(Tournament tournament, Locked locked) {
    if (tournament.phase() != Phase.RUNNING) return tournament;
    var rules = presets.apply(tournament.plan().preset());
    // The operator has removed the preset: a judge decides what is left.
    if (rules.isEmpty()) return tournament;
    return tournament.mapMatches(match ->
        match.needsGame()
            ? planned(tournament.id(), rules.get(), match, locked)
                .map(match::withGame)
                .orElse(match)
            : match);
  }

  private Optional<GameId> planned(
      TournamentId id, RulesConfig rules, TournamentMatch match, Locked locked) {
    var opens = match.opensNext();
    var first = locked.entry(opens);
    var second = match.opponentOf(opens).flatMap(locked::entry);
    if (first.isEmpty() || second.isEmpty()) return Optional.empty();
    var header = games.plan(rules, GameType.CASUAL, first.get());
    locked.plan(new PlannedGame(id, header, second.get()));
    return Optional.of(header.game());
  }

  /** Games of matches that this step has decided: the loser gives up. */
  private static void endSurplus(Tournament before, Tournament after, Locked locked) {
    for (var match : after.matches()) {
      if (match.isOpen() || match.openGame().isEmpty()) continue;
      var game = match.openGame().get().game();
      if (!before.matchOf(game).map(TournamentMatch::isOpen).orElse(true)) continue;
      var loser = match.winner().flatMap(match::opponentOf);
      locked.end(new SurplusGame(game, loser));
    }
  }
}
