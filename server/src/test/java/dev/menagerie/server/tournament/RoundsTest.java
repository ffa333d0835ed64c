package dev.menagerie.server.tournament;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.menagerie.codec.Json;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.pairing.MatchScore.Verdict;
import dev.menagerie.server.tournament.Rounds.Sight;
import dev.menagerie.server.tournament.Tournament.Phase;
import dev.menagerie.server.tournament.TournamentMatch.Result;
import dev.menagerie.server.tournament.TournamentMatch.Why;
import dev.menagerie.server.tournament.TournamentPlan.Format;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How a tournament goes on, as a value that steps change. */
class RoundsTest {
  private static final Instant START = Instant.parse("2026-11-01T12:00:00Z");
  private static final Instant CHECK_IN = START.minus(Duration.ofMinutes(15));
  private static final Instant LATE = START.plus(Duration.ofMinutes(5));
  private static final Instant END = START.plus(Duration.ofMinutes(50));

  private static Tournament announced(Format format, int bestOf, int rounds) {
    var plan =
        new TournamentPlan("Friday", format, "pocket", bestOf, rounds, 64, CHECK_IN, START, 50, 5);
    return Tournament.announced(TournamentId.fresh(), plan, 7);
  }

  private static UserId user(int number) {
    return new UserId("u" + number);
  }

  private static Tournament begun(Format format, int bestOf, int players) {
    var tournament = announced(format, bestOf, 0);
    for (int i = 0; i < players; i++) tournament = Registration.register(tournament, user(i));
    tournament = at(tournament, CHECK_IN);
    for (int i = 0; i < players; i++) tournament = Registration.checkIn(tournament, user(i));
    return withGames(at(tournament, START));
  }

  private static Tournament at(Tournament tournament, Instant now) {
    return Rounds.advance(tournament, now, Optional.empty());
  }

  private static Tournament at(Tournament tournament, Instant now, Set<UserId> present) {
    return Rounds.advance(tournament, now, Optional.of(new Sight(present, Map.of())));
  }

  /** Plans games as the service does. */
  private static Tournament withGames(Tournament tournament) {
    if (tournament.phase() != Phase.RUNNING) return tournament;
    return tournament.mapMatches(
        match -> match.needsGame() ? match.withGame(GameId.fresh()) : match);
  }

  private static Tournament after(Tournament tournament, Map<GameId, Result> results) {
    return withGames(at(Rounds.withResults(tournament, results), START.plusSeconds(60)));
  }

  private static Result won(UserId user) {
    return new Result(Optional.of(user), "prizes_taken", true);
  }

  private static Tournament won(Tournament tournament, UserId user) {
    var game = tournament.matchOf(user).orElseThrow().openGame().orElseThrow().game();
    return after(tournament, Map.of(game, won(user)));
  }

  private static TournamentMatch match(Tournament tournament, int table) {
    return tournament.matchesOf(tournament.round()).stream()
        .filter(one -> one.table() == table)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void onlyThoseWhoCheckInPlay() {
    var tournament = announced(Format.SWISS, 1, 0);
    for (int i = 0; i < 5; i++) tournament = Registration.register(tournament, user(i));
    var early = tournament;
    assertThatThrownBy(() -> Registration.checkIn(early, user(0)))
        .isInstanceOf(TournamentRefused.class);
    tournament = Registration.drop(tournament, user(4));
    tournament = at(tournament, CHECK_IN);
    assertThat(tournament.phase()).isEqualTo(Phase.CHECK_IN);
    for (int i = 0; i < 3; i++) tournament = Registration.checkIn(tournament, user(i));
    // Who registers now is there.
    tournament = Registration.register(tournament, user(9));
    tournament = at(tournament, START);
    assertThat(tournament.active()).containsExactlyInAnyOrder(user(0), user(1), user(2), user(9));
    assertThat(tournament.rounds()).isEqualTo(2);
    var running = tournament;
    assertThatThrownBy(() -> Registration.register(running, user(7)))
        .isInstanceOf(TournamentRefused.class);
  }

  @Test
  void aTournamentOfOnePlayerIsCalledOff() {
    var tournament = Registration.register(announced(Format.SWISS, 1, 0), user(0));
    tournament = Registration.checkIn(at(tournament, CHECK_IN), user(0));
    assertThat(at(tournament, START).phase()).isEqualTo(Phase.CANCELLED);
  }

  @Test
  void aFullTournamentTakesNobody() {
    var plan = new TournamentPlan("Two", Format.SWISS, "pocket", 1, 0, 2, CHECK_IN, START, 50, 5);
    var full = Tournament.announced(TournamentId.fresh(), plan, 1);
    for (int i = 0; i < 2; i++) full = Registration.register(full, user(i));
    var last = full;
    assertThatThrownBy(() -> Registration.register(last, user(2)))
        .isInstanceOfSatisfying(
            TournamentRefused.class,
            refused -> assertThat(refused.reason()).isEqualTo(TournamentRefused.Reason.FULL));
    assertThat(Registration.register(last, user(0))).isEqualTo(last);
  }

  @Test
  void twoOfThreeGamesWinAMatch() {
    var tournament = begun(Format.SWISS, 3, 2);
    var first = match(tournament, 1).first();
    var second = match(tournament, 1).second().orElseThrow();
    assertThat(match(tournament, 1).openGame().orElseThrow().opens()).isEqualTo(first);
    tournament = won(tournament, first);
    assertThat(match(tournament, 1).isOpen()).isTrue();
    assertThat(match(tournament, 1).openGame().orElseThrow().opens()).isEqualTo(second);
    tournament = won(tournament, second);
    tournament = won(tournament, first);
    assertThat(tournament.phase()).isEqualTo(Phase.FINISHED);
    assertThat(tournament.matches().getFirst().decision().orElseThrow().verdict())
        .isEqualTo(Verdict.FIRST);
    assertThat(tournament.matches().getFirst().games()).hasSize(3);
  }

  @Test
  void aVoidedGameIsPlayedAgainAndAResultIsTakenOnce() {
    var tournament = begun(Format.SWISS, 1, 2);
    var game = match(tournament, 1).openGame().orElseThrow().game();
    tournament = after(tournament, Map.of(game, new Result(Optional.empty(), "voided", false)));
    assertThat(match(tournament, 1).isOpen()).isTrue();
    assertThat(match(tournament, 1).games()).hasSize(2);
    tournament = after(tournament, Map.of(game, won(match(tournament, 1).first())));
    assertThat(match(tournament, 1).isOpen()).isTrue();
  }

  @Test
  void aTiedGameTiesASwissMatchAndIsPlayedAgainInABracket() {
    var tie = new Result(Optional.empty(), "tie", true);
    var swiss = begun(Format.SWISS, 1, 2);
    swiss = after(swiss, Map.of(match(swiss, 1).openGame().orElseThrow().game(), tie));
    assertThat(swiss.matches().getFirst().decision().orElseThrow().verdict())
        .isEqualTo(Verdict.TIE);
    var bracket = begun(Format.ELIMINATION, 1, 2);
    for (int i = 0; i < TournamentMatch.MAX_GAMES - 1; i++) {
      bracket = after(bracket, Map.of(match(bracket, 1).openGame().orElseThrow().game(), tie));
      assertThat(match(bracket, 1).isOpen()).isTrue();
    }
    bracket = after(bracket, Map.of(match(bracket, 1).openGame().orElseThrow().game(), tie));
    assertThat(bracket.phase()).isEqualTo(Phase.FINISHED);
    assertThat(bracket.matches().getFirst().decision().orElseThrow().why()).isEqualTo(Why.TIME);
  }

  @Test
  void whoDoesNotComeLosesAndIsDropped() {
    var tournament = begun(Format.SWISS, 1, 4);
    var there = match(tournament, 1).first();
    var other = match(tournament, 1).second().orElseThrow();
    var both = match(tournament, 2);
    assertThat(at(tournament, LATE)).isEqualTo(tournament);
    tournament = at(tournament, LATE, Set.of(there));
    assertThat(tournament.phase()).isEqualTo(Phase.FINISHED);
    assertThat(tournament.matches())
        .extracting(match -> match.decision().orElseThrow().verdict())
        .containsExactly(
            tournament.matches().getFirst().first().equals(there) ? Verdict.FIRST : Verdict.SECOND,
            Verdict.BOTH_LOSE);
    assertThat(tournament.active()).containsExactly(there);
    assertThat(tournament.entrant(other).orElseThrow().dropped()).isTrue();
    assertThat(tournament.entrant(both.first()).orElseThrow().dropped()).isTrue();
  }

  @Test
  void theClockOfTheRoundDecides() {
    var everybody = new HashSet<UserId>();
    for (int i = 0; i < 4; i++) everybody.add(user(i));
    var tournament = at(begun(Format.SWISS, 3, 4), LATE, everybody);
    var leader = match(tournament, 1).second().orElseThrow();
    tournament = won(tournament, leader);
    tournament = at(tournament, END, everybody);
    assertThat(tournament.round()).isEqualTo(2);
    var first = tournament.matchesOf(1);
    assertThat(first.getFirst().decision().orElseThrow().verdict()).isEqualTo(Verdict.SECOND);
    assertThat(first.getLast().decision().orElseThrow().verdict()).isEqualTo(Verdict.TIE);
    assertThat(tournament.roundEndsAt()).contains(END.plus(Duration.ofMinutes(50)));
  }

  @Test
  void inABracketTheLeaderOfTheGameGoesOnOrElseTheBetterSeed() {
    var tournament = begun(Format.ELIMINATION, 1, 4);
    var everybody = new HashSet<>(tournament.active());
    tournament = at(tournament, LATE, everybody);
    var led = match(tournament, 1);
    var leader = led.second().orElseThrow();
    var sight = new Sight(everybody, Map.of(led.openGame().orElseThrow().game(), leader));
    var better =
        tournament.active().stream().filter(match(tournament, 2)::has).findFirst().orElseThrow();
    tournament = Rounds.advance(tournament, END, Optional.of(sight));
    assertThat(tournament.round()).isEqualTo(2);
    assertThat(match(tournament, 1).players()).containsExactly(leader, better);
  }

  @Test
  void whoDropsLosesTheMatchAndTheOpponentGoesOn() {
    var tournament = begun(Format.ELIMINATION, 1, 4);
    var dropping = match(tournament, 1).first();
    var opponent = match(tournament, 1).second().orElseThrow();
    tournament = Registration.drop(tournament, dropping);
    tournament = won(tournament, match(tournament, 2).first());
    assertThat(tournament.round()).isEqualTo(2);
    assertThat(match(tournament, 1).has(opponent)).isTrue();
    // The winner of the other table leaves before the final is played.
    var other = match(tournament, 1).opponentOf(opponent).orElseThrow();
    tournament = at(Registration.drop(tournament, other), START.plusSeconds(90));
    assertThat(tournament.phase()).isEqualTo(Phase.FINISHED);
    assertThat(tournament.matches().getLast().winner()).contains(opponent);
  }

  @Test
  void aJudgeDecidesExtendsRestoresAndCallsOff() {
    var tournament = begun(Format.SWISS, 1, 4);
    var first = match(tournament, 1).first();
    tournament = Judge.decide(tournament, 1, Verdict.SECOND);
    tournament = Judge.decide(tournament, 1, Verdict.FIRST);
    assertThat(match(tournament, 1).winner()).contains(first);
    assertThat(match(tournament, 1).decision().orElseThrow().why()).isEqualTo(Why.JUDGE);
    var running = tournament;
    assertThatThrownBy(() -> Judge.decide(running, 9, Verdict.TIE))
        .isInstanceOf(TournamentRefused.class);
    tournament = Judge.extend(tournament, Duration.ofMinutes(10));
    assertThat(tournament.roundEndsAt()).contains(END.plus(Duration.ofMinutes(10)));
    tournament = Registration.drop(tournament, first);
    assertThat(tournament.active()).doesNotContain(first);
    tournament = Judge.restore(tournament, first);
    assertThat(tournament.active()).contains(first);
    tournament = Judge.cancel(tournament, LATE);
    assertThat(tournament.phase()).isEqualTo(Phase.CANCELLED);
    assertThat(tournament.open()).isEmpty();
  }

  @Test
  void whoStartsNowPlaysWithThoseWhoAreRegistered() {
    var tournament = announced(Format.SWISS, 1, 3);
    for (int i = 0; i < 3; i++) tournament = Registration.register(tournament, user(i));
    var now = CHECK_IN.minus(Duration.ofHours(1));
    tournament = at(Judge.start(tournament, now), now);
    assertThat(tournament.phase()).isEqualTo(Phase.RUNNING);
    assertThat(tournament.rounds()).isEqualTo(3);
    assertThat(tournament.matches()).hasSize(2);
  }

  /** Any tournament ends, whatever happens; and it is the same after being stored and read. */
  @Test
  void everyTournamentEnds() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    for (int i = 0; i < 60; i++) {
      var format = random.nextBoolean() ? Format.SWISS : Format.ELIMINATION;
      int players = 2 + random.nextInt(20);
      play(begun(format, random.nextBoolean() ? 1 : 3, players), random, "seed " + seed + "/" + i);
    }
  }

  private static void play(Tournament begun, Random random, String where) {
    var tournament = begun;
    var now = START;
    for (int step = 0; !tournament.phase().isOver(); step++) {
      assertThat(step).as(where).isLessThan(5_000);
      tournament = read(tournament, where);
      now = now.plusSeconds(random.nextInt(120));
      tournament = happen(tournament, random);
      var present = new HashSet<>(tournament.active());
      if (random.nextInt(20) == 0) present.removeIf(_ -> random.nextInt(4) == 0);
      tournament = withGames(at(tournament, now, present));
    }
    var met = new ArrayList<Set<UserId>>();
    for (var match : tournament.matches()) {
      assertThat(match.isOpen()).as(where).isFalse();
      match.second().ifPresent(other -> met.add(Set.of(match.first(), other)));
    }
    boolean mayRepeat = tournament.plan().format() == Format.SWISS && begun.active().size() < 10;
    if (!mayRepeat && tournament.active().size() > 8)
      assertThat(met).as(where).doesNotHaveDuplicates();
  }

  private static Tournament happen(Tournament tournament, Random random) {
    if (random.nextInt(40) == 0 && tournament.active().size() > 2) {
      var users = tournament.active();
      return Registration.drop(tournament, users.get(random.nextInt(users.size())));
    }
    if (random.nextInt(60) == 0) return Judge.extend(tournament, Duration.ofMinutes(1));
    var results = new HashMap<GameId, Result>();
    for (var match : tournament.open().toList()) {
      if (random.nextInt(3) > 0 || match.openGame().isEmpty()) continue;
      var players = match.players();
      var result =
          switch (random.nextInt(10)) {
            case 0 -> new Result(Optional.empty(), "tie", true);
            case 1 -> new Result(Optional.empty(), "voided", false);
            default -> won(players.get(random.nextInt(players.size())));
          };
      results.put(match.openGame().get().game(), result);
    }
    return Rounds.withResults(tournament, results);
  }

  private static Tournament read(Tournament tournament, String where) {
    var read = Json.read(Json.text(tournament), Tournament.class);
    assertThat(read).as(where).isEqualTo(tournament);
    assertThat(List.copyOf(read.matches())).isEqualTo(tournament.matches());
    return read;
  }
}
