package dev.menagerie.server.admin;

import static dev.menagerie.server.admin.AdminCalls.done;
import static dev.menagerie.server.admin.AdminCalls.gameId;
import static dev.menagerie.server.admin.AdminCalls.number;
import static dev.menagerie.server.admin.AdminCalls.userId;

import dev.menagerie.server.admin.AdminCalls.Items;
import dev.menagerie.server.chat.ChatLog;
import dev.menagerie.server.chat.ChatLog.ChatMessage;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.http.ManagementServer.Call;
import dev.menagerie.server.http.ManagementServer.Response;
import dev.menagerie.server.players.Mutes;
import dev.menagerie.server.players.Reports;
import dev.menagerie.server.players.Reports.Closing;
import dev.menagerie.server.players.Reports.Report;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** The queue of reports, what was said in a game, and muting users for all. */
public record FairPlayCalls(Reports reports, Mutes mutes, ChatLog chat) {
  private static final int MAX_NOTE = 500;

  private record ReportView(
      String reportId,
      String reporterId,
      String reporterName,
      String userId,
      String name,
      String reason,
      Optional<String> gameId,
      String details,
      Instant createdAt,
      Optional<Instant> closedAt,
      Optional<String> closedBy,
      Optional<String> note) {
    static ReportView of(Report report) {
      return new ReportView(
          Long.toString(report.id()),
          report.reporter().value(),
          report.reporterName(),
          report.reported().value(),
          report.reportedName(),
          report.reason().name().toLowerCase(Locale.ROOT),
          report.game().map(GameId::value),
          report.details(),
          report.createdAt(),
          report.closing().map(Closing::at),
          report.closing().map(Closing::operator),
          report.closing().map(Closing::note));
    }
  }

  private record MuteView(
      String userId, Optional<Instant> until, String reason, String operator, Instant since) {
    static MuteView of(Mutes.Sanction mute) {
      return new MuteView(
          mute.user().value(), mute.until(), mute.reason(), mute.operator(), mute.since());
    }
  }

  private record MessageView(String chatId, String userId, Instant saidAt, String text) {
    static MessageView of(ChatMessage message) {
      return new MessageView(
          Long.toString(message.id()),
          message.user().value(),
          message.at(),
          message.text().value());
    }
  }

  /** Adds the calls. */
  public void addTo(AdminCalls calls) {
    calls.look("/admin/reports", this::queue);
    calls.act("/admin/reports/{id}/close", "close-report", this::close);
    calls.look(
        "/admin/games/{id}/chat",
        call -> Items.of(chat.of(gameId(call)).stream().map(MessageView::of).toList()));
    calls.look(
        "/admin/mutes", _ -> Items.of(mutes.sanctions().stream().map(MuteView::of).toList()));
    calls.act("/admin/users/{id}/mute", "mute", this::mute);
    calls.act(
        "/admin/users/{id}/unmute",
        "unmute",
        call -> mutes.lift(userId(call)) ? done() : Response.error(409, "the user is not muted"));
  }

  private Response queue(Call call) {
    var state = call.query().getOrDefault("state", "open");
    if (!state.equals("open") && !state.equals("closed")) {
      return Response.error(422, "state is open or closed");
    }
    var about = Optional.ofNullable(call.query().get("user")).map(UserId::new);
    return Items.of(
        reports.queue(state.equals("closed"), about).stream().map(ReportView::of).toList());
  }

  private Response close(Call call) {
    var note = call.query().getOrDefault("note", "");
    if (note.length() > MAX_NOTE) {
      return Response.error(422, "a note has " + MAX_NOTE + " characters at most");
    }
    long id;
    try {
      id = Long.parseLong(call.parameter("id"));
    } catch (NumberFormatException none) {
      id = 0;
    }
    return reports.close(id, call.operator().name(), note)
        ? done()
        : Response.error(409, "no report of that id waits");
  }

  private Response mute(Call call) {
    var reason = call.query().getOrDefault("reason", "");
    if (reason.length() > UserCalls.MAX_REASON) {
      return Response.error(422, "a reason has " + UserCalls.MAX_REASON + " characters at most");
    }
    long hours = number(call, "hours", 0);
    if (call.query().containsKey("hours") && (hours < 1 || hours > UserCalls.MAX_HOURS)) {
      return Response.error(
          422, "hours are from 1 to " + UserCalls.MAX_HOURS + "; without, it is for good");
    }
    return mutes
        .sanction(userId(call), UserCalls.length(hours), reason, call.operator().name())
        .map(mute -> Response.json(200, MuteView.of(mute)))
        .orElseGet(() -> Response.error(404, "there is no such user"));
  }
}
