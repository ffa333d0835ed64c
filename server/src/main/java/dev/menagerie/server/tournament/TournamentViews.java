package dev.menagerie.server.tournament;

import dev.menagerie.server.auth.DeletedUsers;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.pairing.Standings;
import dev.menagerie.server.tournament.Tournament.Entrant;
import dev.menagerie.server.tournament.TournamentMatch.MatchGame;
import dev.menagerie.server.tournament.TournamentPlan.Format;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Tournaments as answers show them. */
public final class TournamentViews {
  private final Tournament tournament;
  private final Map<UserId, String> names;

  /**
   * @param names of users; deleted ones are missing
   */
  TournamentViews(Tournament tournament, Map<UserId, String> names) {
    this.tournament = tournament;
    this.names = names;
  }

  /** A user who plays. */
  public record TournamentPlayer(String userId, String name) {}

  /**
   * A place in the standings.
   *
   * @param wins matches won, with byes
   * @param opponentsRate the opponents' share of match points, 0 to 1
   * @param gameRate the player's share of game points, 0 to 1
   * @param opponentsGameRate the opponents' share of game points, 0 to 1
   */
  public record StandingRow(
      int rank,
      String userId,
      String name,
      int points,
      int wins,
      int losses,
      int ties,
      int byes,
      double opponentsRate,
      double gameRate,
      double opponentsGameRate,
      boolean dropped) {}

  /**
   * A match.
   *
   * @param second absent: a bye
   * @param result {@code first}, {@code second}, {@code tie} or {@code both_lose}; absent while it
   *     is played
   * @param why why it ended so
   */
  public record MatchView(
      int round,
      int table,
      TournamentPlayer first,
      Optional<TournamentPlayer> second,
      Optional<String> result,
      Optional<String> why,
      List<MatchGameView> games) {}

  /**
   * A game of a match.
   *
   * @param endReason absent while it is played
   */
  public record MatchGameView(
      String gameId, Optional<String> winnerId, Optional<String> endReason) {}

  /**
   * What a tournament is for the user who asks.
   *
   * @param deckName the deck that is registered
   * @param match the match of this round
   */
  public record Participation(
      Optional<String> deckName, boolean checkedIn, boolean dropped, Optional<MatchView> match) {}

  private TournamentPlayer player(UserId user) {
    return new TournamentPlayer(user.value(), name(user));
  }

  private String name(UserId user) {
    return names.getOrDefault(user, DeletedUsers.NAME);
  }

  MatchView match(TournamentMatch match) {
    return new MatchView(
        match.round(),
        match.table(),
        player(match.first()),
        match.second().map(this::player),
        match.decision().map(decision -> lower(decision.verdict())),
        match.decision().map(decision -> lower(decision.why())),
        match.games().stream().map(TournamentViews::game).toList());
  }

  private static MatchGameView game(MatchGame game) {
    return new MatchGameView(
        game.game().value(),
        game.result().flatMap(result -> result.winner().map(UserId::value)),
        game.result().map(TournamentMatch.Result::reason));
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** All matches, or those of a round. */
  List<MatchView> matches(Optional<Integer> round) {
    return tournament.matches().stream()
        .filter(match -> round.isEmpty() || round.get() == match.round())
        .map(this::match)
        .toList();
  }

  /** The players, the best first; equal rows of a bracket share a rank. */
  List<StandingRow> standings() {
    var dropped = new HashMap<String, Boolean>();
    for (var one : tournament.entrants()) dropped.put(one.user().value(), one.dropped());
    var rows = new ArrayList<>(rows());
    boolean isBracket = tournament.plan().format() == Format.ELIMINATION;
    // In a bracket only the rounds that a player has survived count.
    if (isBracket) rows.sort(Comparator.comparingInt(Standings.Row::wins).reversed());
    var views = new ArrayList<StandingRow>();
    int rank = 0;
    for (int i = 0; i < rows.size(); i++) {
      boolean isEqual = isBracket && i > 0 && rows.get(i).wins() == rows.get(i - 1).wins();
      if (!isEqual) rank = i + 1;
      views.add(view(rows.get(i), rank, dropped));
    }
    return views;
  }

  private List<Standings.Row> rows() {
    return Standings.of(
        tournament.entrants().stream().map(Entrant::user).map(UserId::value).toList(),
        tournament.scores());
  }

  private StandingRow view(Standings.Row row, int rank, Map<String, Boolean> dropped) {
    return new StandingRow(
        rank,
        row.id(),
        name(new UserId(row.id())),
        row.points(),
        row.wins(),
        row.losses(),
        row.ties(),
        row.byes(),
        row.opponentsRate(),
        row.gameRate(),
        row.opponentsGameRate(),
        dropped.getOrDefault(row.id(), false));
  }

  /** What the tournament is for a user; empty for one who has not registered. */
  Optional<Participation> participation(UserId user, Optional<String> deckName) {
    return tournament
        .entrant(user)
        .map(one ->
            new Participation(
                deckName,
                one.checkedIn(),
                one.dropped(),
                tournament.matchOf(user).map(this::match)));
  }
}
