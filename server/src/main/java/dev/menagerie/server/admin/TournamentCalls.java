package dev.menagerie.server.admin;

import static dev.menagerie.server.admin.AdminCalls.number;

import dev.menagerie.server.admin.AdminCalls.Items;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.http.ManagementServer.Call;
import dev.menagerie.server.http.ManagementServer.Response;
import dev.menagerie.server.pairing.MatchScore.Verdict;
import dev.menagerie.server.tournament.Tournament;
import dev.menagerie.server.tournament.TournamentId;
import dev.menagerie.server.tournament.TournamentPlan;
import dev.menagerie.server.tournament.TournamentPlan.Format;
import dev.menagerie.server.tournament.TournamentRefused;
import dev.menagerie.server.tournament.TournamentStore;
import dev.menagerie.server.tournament.TournamentSummary;
import dev.menagerie.server.tournament.Tournaments;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Tournaments in the hands of operators: announced, started, judged, called off.
 *
 * @param export everything about a tournament
 */
public record TournamentCalls(
    Tournaments tournaments,
    TournamentStore store,
    Function<Tournament, Object> export,
    InstantSource clock) {
  private static final int DEFAULT_PLAYERS = 32;
  private static final int DEFAULT_ROUND_MINUTES = 50;
  private static final int DEFAULT_NO_SHOW_MINUTES = 5;
  private static final int DEFAULT_CHECK_IN_MINUTES = 15;

  /** A year ahead at most. */
  private static final long MAX_START_MINUTES = 366L * 24 * 60;

  /** Adds the calls. */
  public void addTo(AdminCalls calls) {
    calls.look("/admin/tournaments", this::list);
    calls.look("/admin/tournaments/{id}", this::show);
    calls.act("/admin/tournaments", "announce-tournament", this::announce);
    calls.act(
        "/admin/tournaments/{id}/start",
        "start-tournament",
        call -> changed(() -> tournaments.start(id(call))));
    calls.act(
        "/admin/tournaments/{id}/cancel",
        "cancel-tournament",
        call -> changed(() -> tournaments.cancel(id(call))));
    calls.act("/admin/tournaments/{id}/result", "judge", this::judge);
    calls.act(
        "/admin/tournaments/{id}/drop",
        "drop-player",
        call -> changed(() -> tournaments.drop(id(call), user(call))));
    calls.act(
        "/admin/tournaments/{id}/restore",
        "restore-player",
        call -> changed(() -> tournaments.restore(id(call), user(call))));
    calls.act("/admin/tournaments/{id}/extend", "extend-round", this::extend);
  }

  private Response list(Call call) {
    boolean areOver = call.query().getOrDefault("over", "").equals("true");
    List<TournamentSummary> found = areOver ? store.ended(Optional.empty()) : store.current();
    return Items.of(found);
  }

  private Response show(Call call) {
    return store
        .find(id(call))
        .map(tournament -> Response.json(200, export.apply(tournament)))
        .orElseGet(() -> Response.error(404, "there is no such tournament"));
  }

  private Response announce(Call call) {
    try {
      return tournaments
          .announce(plan(call))
          .map(made -> Response.json(201, TournamentSummary.of(made)))
          .orElseGet(() -> Response.error(409, "there are as many open tournaments as may be"));
    } catch (IllegalArgumentException | DateTimeException refused) {
      return Response.error(422, String.valueOf(refused.getMessage()));
    }
  }

  private TournamentPlan plan(Call call) {
    var now = clock.instant();
    var given = Optional.ofNullable(call.query().get("starts_at")).map(Instant::parse);
    long minutes = within(call, "starts_in", 60, 0, MAX_START_MINUTES);
    var start = given.orElse(now.plus(Duration.ofMinutes(minutes)));
    long checkIn = within(call, "check_in_minutes", DEFAULT_CHECK_IN_MINUTES, 0, MAX_START_MINUTES);
    int round =
        (int) within(call, "round_minutes", DEFAULT_ROUND_MINUTES, 1, TournamentPlan.MAX_MINUTES);
    int noShow = Math.min(DEFAULT_NO_SHOW_MINUTES, round);
    return new TournamentPlan(
        call.query().getOrDefault("name", "").strip(),
        format(call.query().getOrDefault("format", "swiss")),
        call.query().getOrDefault("preset", ""),
        (int) within(call, "best_of", 1, 1, 3),
        (int) within(call, "rounds", 0, 0, TournamentPlan.MAX_ROUNDS),
        (int) within(call, "max_players", DEFAULT_PLAYERS, 2, TournamentPlan.MAX_PLAYERS),
        start.minus(Duration.ofMinutes(checkIn)),
        start,
        round,
        (int) within(call, "no_show_minutes", noShow, 1, round));
  }

  private static long within(Call call, String name, long otherwise, long least, long most) {
    if (!call.query().containsKey(name)) return otherwise;
    long given = number(call, name, least - 1);
    if (given < least || given > most) {
      throw new IllegalArgumentException(name + " is from " + least + " to " + most);
    }
    return given;
  }

  private static Format format(String name) {
    return switch (name) {
      case "swiss" -> Format.SWISS;
      case "elimination" -> Format.ELIMINATION;
      default -> throw new IllegalArgumentException("format is swiss or elimination");
    };
  }

  private Response judge(Call call) {
    var verdict =
        switch (call.query().getOrDefault("winner", "").toLowerCase(Locale.ROOT)) {
          case "first" -> Optional.of(Verdict.FIRST);
          case "second" -> Optional.of(Verdict.SECOND);
          case "tie" -> Optional.of(Verdict.TIE);
          case "none" -> Optional.of(Verdict.BOTH_LOSE);
          default -> Optional.<Verdict>empty();
        };
    if (verdict.isEmpty()) return Response.error(422, "winner is first, second, tie or none");
    int table = (int) number(call, "table", 0);
    return changed(() -> tournaments.decide(id(call), table, verdict.get()));
  }

  private Response extend(Call call) {
    long minutes = number(call, "minutes", 0);
    if (minutes < 1 || minutes > TournamentPlan.MAX_MINUTES) {
      return Response.error(422, "minutes are from 1 to " + TournamentPlan.MAX_MINUTES);
    }
    return changed(() -> tournaments.extend(id(call), Duration.ofMinutes(minutes)));
  }

  private static Response changed(Supplier<Tournament> change) {
    try {
      return Response.json(200, TournamentSummary.of(change.get()));
    } catch (TournamentRefused refused) {
      int status = refused.reason() == TournamentRefused.Reason.NOT_FOUND ? 404 : 409;
      return Response.error(status, String.valueOf(refused.getMessage()));
    }
  }

  private static TournamentId id(Call call) {
    return new TournamentId(call.parameter("id"));
  }

  private static UserId user(Call call) {
    return new UserId(call.query().getOrDefault("user", ""));
  }
}
