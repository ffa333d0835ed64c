package dev.menagerie.server.tournament;

import static java.util.Objects.requireNonNull;

import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.pairing.Bracket;
import dev.menagerie.server.pairing.Contender;
import dev.menagerie.server.pairing.MatchScore.Verdict;
import dev.menagerie.server.pairing.RoundPair;
import dev.menagerie.server.pairing.Standings;
import dev.menagerie.server.pairing.Swiss;
import dev.menagerie.server.tournament.Tournament.Entrant;
import dev.menagerie.server.tournament.Tournament.Phase;
import dev.menagerie.server.tournament.TournamentMatch.Result;
import dev.menagerie.server.tournament.TournamentMatch.Why;
import dev.menagerie.server.tournament.TournamentPlan.Format;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a tournament goes on by itself: with time and with the results of games. Pure, and the same
 * for the same tournament on every node.
 */
final class Rounds {
  private Rounds() {}

  /**
   * Facts about players and games that are needed when a clock of a round has expired.
   *
   * @param present users who are connected, or who have acted in a game of this round
   * @param leaders the player ahead in each running game
   */
  record Sight(Set<UserId> present, Map<GameId, UserId> leaders) {}

  /** Adds results of games to the matches that are open. */
  static Tournament withResults(Tournament tournament, Map<GameId, Result> results) {
    if (results.isEmpty()) return tournament;
    return tournament.mapMatches(match -> {
      var changed = match;
      for (var game : match.games()) {
        var result = results.get(game.game());
        if (result != null) changed = changed.withResult(game.game(), result);
      }
      return changed.isOpen() ? byGames(changed, tournament) : changed;
    });
  }

  private static TournamentMatch byGames(TournamentMatch match, Tournament tournament) {
    int first = match.winsOf(match.first());
    int second = match.winsOf(match.second().orElseThrow());
    int toWin = tournament.gamesToWin();
    boolean isLast = match.counted().size() >= tournament.plan().bestOf();
    if (first >= toWin || (isLast && first > second)) {
      return match.decided(Verdict.FIRST, Why.PLAYED);
    }
    if (second >= toWin || (isLast && second > first)) {
      return match.decided(Verdict.SECOND, Why.PLAYED);
    }
    if (isLast && tournament.plan().format() == Format.SWISS) {
      return match.decided(Verdict.TIE, Why.PLAYED);
    }
    boolean mayGoOn = match.openGame().isPresent() || match.needsGame();
    return mayGoOn ? match : byTime(match, tournament, Map.of());
  }

  /** Does all that is due now; what needs a sight waits for one. */
  static Tournament advance(Tournament tournament, Instant now, Optional<Sight> sight) {
    var before = tournament;
    while (true) {
      var after = step(before, now, sight);
      if (after.equals(before)) return after;
      before = after;
    }
  }

  private static Tournament step(Tournament tournament, Instant now, Optional<Sight> sight) {
    return switch (tournament.phase()) {
      case REGISTRATION ->
          isDue(Optional.of(tournament.plan().checkInAt()), now)
              ? tournament.with(Phase.CHECK_IN)
              : tournament;
      case CHECK_IN ->
          isDue(Optional.of(tournament.plan().startsAt()), now)
              ? started(tournament, now)
              : tournament;
      case RUNNING -> running(tournament, now, sight);
      case FINISHED, CANCELLED -> tournament;
    };
  }

  private static boolean isDue(Optional<Instant> time, Instant now) {
    return time.filter(at -> !at.isAfter(now)).isPresent();
  }

  private static Tournament started(Tournament tournament, Instant now) {
    var present =
        new ArrayList<>(tournament.entrants().stream().filter(Entrant::checkedIn).toList());
    if (present.size() < 2) return tournament.ended(Phase.CANCELLED, now);
    Collections.shuffle(present, new Random(tournament.lots()));
    var seeded = tournament.withEntrants(present);
    int rounds = Bracket.rounds(present.size());
    if (tournament.plan().format() == Format.ELIMINATION) {
      var tables = Bracket.first(seeded.active().stream().map(UserId::value).toList());
      return seeded.withRound(1, rounds, atTables(1, tables), now);
    }
    int wanted = tournament.plan().swissRounds();
    return seeded.withRound(1, wanted == 0 ? rounds : wanted, swiss(seeded, 1), now);
  }

  private static Tournament running(Tournament tournament, Instant now, Optional<Sight> sight) {
    if (tournament.open().findAny().isEmpty()) return nextRound(tournament, now);
    if (sight.isPresent() && isDue(tournament.noShowAt(), now)) {
      return noShows(tournament, sight.get().present());
    }
    if (sight.isPresent() && isDue(tournament.roundEndsAt(), now)) {
      return tournament.mapMatches(
          match -> match.isOpen() ? byTime(match, tournament, sight.get().leaders()) : match);
    }
    return tournament;
  }

  /** Who has not come loses the match and is dropped. */
  private static Tournament noShows(Tournament tournament, Set<UserId> present) {
    var absent =
        tournament
            .open()
            .filter(match -> match.counted().isEmpty())
            .flatMap(match -> match.players().stream())
            .filter(user -> !present.contains(user))
            .collect(Collectors.toSet());
    return tournament
        .withClocks(tournament.roundEndsAt(), Optional.empty())
        .mapMatches(match -> match.isOpen() ? withoutAbsent(match, absent) : match)
        .withEntrants(
            tournament.entrants().stream()
                .map(one ->
                    absent.contains(one.user())
                        ? new Entrant(one.user(), one.checkedIn(), true)
                        : one)
                .toList());
  }

  private static TournamentMatch withoutAbsent(TournamentMatch match, Set<UserId> absent) {
    var missing = match.players().stream().filter(absent::contains).toList();
    if (missing.isEmpty()) return match;
    return missing.size() == 2
        ? match.decided(Verdict.BOTH_LOSE, Why.NO_SHOW)
        : match.lostBy(missing.getFirst(), Why.NO_SHOW);
  }

  /**
   * The clock has run out: more games win. Otherwise a Swiss match is tied; in a bracket the one
   * who is ahead in the game goes on, or else the better seed.
   */
  private static TournamentMatch byTime(
      TournamentMatch match, Tournament tournament, Map<GameId, UserId> leaders) {
    var other = match.second().orElseThrow();
    int lead = match.winsOf(match.first()) - match.winsOf(other);
    if (lead != 0) return match.decided(lead > 0 ? Verdict.FIRST : Verdict.SECOND, Why.TIME);
    if (tournament.plan().format() == Format.SWISS) return match.decided(Verdict.TIE, Why.TIME);
    var ahead =
        match
            .openGame()
            .flatMap(game -> Optional.ofNullable(leaders.get(game.game())))
            .filter(match::has)
            .orElseGet(() -> betterSeed(match, tournament));
    return match.decided(match.first().equals(ahead) ? Verdict.FIRST : Verdict.SECOND, Why.TIME);
  }

  private static UserId betterSeed(TournamentMatch match, Tournament tournament) {
    return tournament.entrants().stream()
        .map(Entrant::user)
        .filter(match::has)
        .findFirst()
        .orElse(match.first());
  }

  private static Tournament nextRound(Tournament tournament, Instant now) {
    int next = tournament.round() + 1;
    boolean isOver = next > tournament.rounds() || tournament.active().size() < 2;
    if (tournament.plan().format() == Format.SWISS) {
      return isOver
          ? tournament.ended(Phase.FINISHED, now)
          : tournament.withRound(next, tournament.rounds(), swiss(tournament, next), now);
    }
    if (next > tournament.rounds()) return tournament.ended(Phase.FINISHED, now);
    var tables = Bracket.next(winners(tournament));
    return tournament.withRound(next, tournament.rounds(), atTables(next, tables), now);
  }

  /** By table; those who have dropped do not go on. */
  private static List<Optional<String>> winners(Tournament tournament) {
    int tables = 1 << (tournament.rounds() - tournament.round());
    var winners = new ArrayList<Optional<String>>(Collections.nCopies(tables, Optional.empty()));
    var active = new HashSet<>(tournament.active());
    for (var match : tournament.matchesOf(tournament.round())) {
      winners.set(match.table() - 1, match.winner().filter(active::contains).map(UserId::value));
    }
    return winners;
  }

  private static List<TournamentMatch> swiss(Tournament tournament, int round) {
    var rows =
        Standings.of(
            tournament.entrants().stream().map(one -> one.user().value()).toList(),
            tournament.scores());
    var points = rows.stream().collect(Collectors.toMap(Standings.Row::id, row -> row));
    var active = new ArrayList<>(tournament.active());
    Collections.shuffle(active, new Random(tournament.lots() + round));
    var pairs =
        Swiss.pair(
            active.stream()
                .map(user -> {
                  var row = requireNonNull(points.get(user.value()));
                  return new Contender(
                      user.value(), row.points(), opponents(tournament, user), row.byes());
                })
                .toList());
    return atTables(round, pairs.stream().map(Optional::of).toList());
  }

  private static Set<String> opponents(Tournament tournament, UserId user) {
    return tournament.matches().stream()
        .filter(match -> match.has(user))
        .flatMap(match -> match.opponentOf(user).stream())
        .map(UserId::value)
        .collect(Collectors.toSet());
  }

  private static List<TournamentMatch> atTables(int round, List<Optional<RoundPair>> tables) {
    var matches = new ArrayList<TournamentMatch>();
    for (int i = 0; i < tables.size(); i++) {
      int table = i + 1;
      tables
          .get(i)
          .map(pair ->
              TournamentMatch.of(
                  round, table, new UserId(pair.first()), pair.second().map(UserId::new)))
          .ifPresent(matches::add);
    }
    return matches;
  }
}
