package dev.menagerie.server.players;

import static dev.menagerie.server.http.ProblemKind.INVALID_MESSAGE;
import static dev.menagerie.server.http.ProblemKind.LIMIT_REACHED;
import static dev.menagerie.server.http.ProblemKind.NOT_FOUND;

import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.http.Call;
import dev.menagerie.server.http.HttpRefusal;
import dev.menagerie.server.http.Page;
import dev.menagerie.server.http.RateLimit;
import dev.menagerie.server.http.Route;
import dev.menagerie.server.http.RouteResponse;
import dev.menagerie.server.players.FriendRoutes.BlockedView;
import dev.menagerie.server.players.Reports.Reason;
import dev.menagerie.server.players.Reports.Report;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Muting and reporting players over REST. */
public final class FairPlayRoutes {
  private static final RateLimit MUTES = RateLimit.perMinute("changes of mutes", 60);
  private static final RateLimit REPORTS = RateLimit.perMinute("reports", 30);

  private static final int MAX_DETAILS = 500;

  private final Mutes mutes;
  private final Reports reports;

  /** Routes over these stores. */
  public FairPlayRoutes(Mutes mutes, Reports reports) {
    this.mutes = mutes;
    this.reports = reports;
  }

  /**
   * A report about another user.
   *
   * @param gameId the game in which it happened
   * @param details in the reporter's words, 500 characters at most
   */
  public record NewReport(
      String userId, Reason reason, Optional<String> gameId, Optional<String> details) {}

  /** A report that was filed; operators see it. */
  public record Filed(String reportId) {}

  /**
   * A report of the caller.
   *
   * @param closedAt when an operator closed it; absent: it waits
   */
  public record ReportView(
      String reportId,
      String userId,
      String name,
      Reason reason,
      Optional<String> gameId,
      Instant createdAt,
      Optional<Instant> closedAt) {}

  /** The routes of mutes and reports. */
  public List<Route<?, ?>> routes() {
    return List.of(
        Route.get("/users/me/mutes", "myMutes", "Users whose emotes you do not see")
            .respondsPageOf(BlockedView.class)
            .by(this::muted),
        Route.put("/users/me/mutes/{id}", "mute", "See no emotes of a user")
            .limitedTo(MUTES)
            .refuses(NOT_FOUND, LIMIT_REACHED)
            .by(this::mute),
        Route.delete("/users/me/mutes/{id}", "unmute", "See the emotes of a user again")
            .limitedTo(MUTES)
            .by(call -> {
              UserId.parse(call.pathParameter("id"))
                  .ifPresent(other -> mutes.unmute(user(call), other));
              return RouteResponse.nothing();
            }),
        Route.post("/reports", "report", "Report a user to the operators")
            .takes(NewReport.class)
            .responds(201, Filed.class)
            .limitedTo(REPORTS)
            .refuses(NOT_FOUND, LIMIT_REACHED)
            .by(this::report),
        Route.get("/reports/me", "myReports", "Your reports")
            .respondsPageOf(ReportView.class)
            .by(this::filed));
  }

  private RouteResponse<Page<BlockedView>> muted(Call<Void> call) {
    var items =
        mutes.mutedBy(user(call)).stream()
            .map(blocked -> new BlockedView(blocked.user().value(), blocked.name()))
            .toList();
    return RouteResponse.of(Page.whole(items));
  }

  private RouteResponse<Void> mute(Call<Void> call) {
    return switch (mutes.mute(user(call), other(call, call.pathParameter("id")))) {
      case Relations.Outcome.Done _ -> RouteResponse.nothing();
      case Relations.Outcome.LimitReached reached -> throw full(reached.most());
      case Relations.Outcome.NoSuchUser _, Relations.Outcome.Blocked _ ->
          throw HttpRefusal.of(NOT_FOUND);
    };
  }

  private RouteResponse<Filed> report(Call<NewReport> call) {
    var body = call.body();
    var details = body.details().orElse("").strip();
    if (details.length() > MAX_DETAILS) {
      throw HttpRefusal.of(INVALID_MESSAGE, "details have " + MAX_DETAILS + " characters at most");
    }
    var game =
        body.gameId().map(id -> GameId.parse(id).orElseThrow(HttpRefusal.because(NOT_FOUND)));
    var outcome =
        reports.file(
            new Reports.NewReport(
                user(call), other(call, body.userId()), body.reason(), game, details));
    return switch (outcome) {
      case Reports.Outcome.Filed filed -> RouteResponse.of(new Filed(Long.toString(filed.id())));
      case Reports.Outcome.NoSuchUser _ -> throw HttpRefusal.of(NOT_FOUND);
      case Reports.Outcome.LimitReached reached -> throw full(reached.most());
    };
  }

  private RouteResponse<Page<ReportView>> filed(Call<Void> call) {
    var items = reports.by(user(call)).stream().map(FairPlayRoutes::view).toList();
    return RouteResponse.of(Page.whole(items));
  }

  private static ReportView view(Report report) {
    return new ReportView(
        Long.toString(report.id()),
        report.reported().value(),
        report.reportedName(),
        report.reason(),
        report.game().map(GameId::value),
        report.createdAt(),
        report.closing().map(Reports.Closing::at));
  }

  private static HttpRefusal full(int most) {
    return HttpRefusal.of(LIMIT_REACHED, "You have as many as allowed").with(Map.of("most", most));
  }

  private static UserId user(Call<?> call) {
    return new UserId(call.user().userId());
  }

  private static UserId other(Call<?> call, String id) {
    return UserId.parse(id)
        .filter(user -> !user.equals(user(call)))
        .orElseThrow(HttpRefusal.because(NOT_FOUND));
  }
}
