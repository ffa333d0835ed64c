package dev.menagerie.server.admin;

import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.http.ManagementAccess.Role;
import dev.menagerie.server.http.ManagementServer;
import dev.menagerie.server.http.ManagementServer.Call;
import dev.menagerie.server.http.ManagementServer.Handler;
import dev.menagerie.server.http.ManagementServer.Response;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adds the operators' calls to a server. Each act, refused or not, is a line of the log {@code
 * dev.menagerie.audit} and an entry of the audit log, with what it was given.
 */
public record AdminCalls(ManagementServer server, AuditLog audit) {
  private static final Logger LINES = LoggerFactory.getLogger("dev.menagerie.audit");

  /** The part of a path that names what an act is done to. */
  private static final String SUBJECT = "id";

  /** The status of a call that is refused for its role. */
  private static final int FORBIDDEN = 403;

  /** A list with a name, so that responses may grow. */
  record Items<T>(List<T> items) {
    static <T> Response of(List<T> items) {
      return Response.json(200, new Items<>(items));
    }
  }

  /** Adds the call that lists all calls. */
  public void addList() {
    look("/admin/calls", _ -> Items.of(server.calls()));
  }

  /** A call that changes nothing, for viewers. */
  public void look(String path, Handler handler) {
    server.on("GET", path, Role.VIEWER, call -> handle(handler, call));
  }

  /** A call that changes something, for operators. */
  public void act(String path, String act, Handler handler) {
    server.on(
        "POST", path, Role.OPERATOR, audited(act, handler), call -> record(call, act, FORBIDDEN));
  }

  /** A call that changes nothing and shows what others may not see: for viewers, audited. */
  public void disclose(String path, String act, Handler handler) {
    server.on(
        "GET", path, Role.VIEWER, audited(act, handler), call -> record(call, act, FORBIDDEN));
  }

  private Handler audited(String act, Handler handler) {
    return call -> {
      var response = handle(handler, call);
      record(call, act, response.status());
      return response;
    };
  }

  /**
   * A call for operators that is no act of its own: it goes on with one that was audited, or
   * touches no game.
   */
  public void follow(String method, String path, Handler handler) {
    server.on(method, path, Role.OPERATOR, call -> handle(handler, call));
  }

  private void record(Call call, String act, int status) {
    var operator = call.operator().name();
    var subject = call.parameters().getOrDefault(SUBJECT, "node");
    var details = ActDetails.of(call, SUBJECT);
    LINES
        .atInfo()
        .addKeyValue("operator", operator)
        .addKeyValue("act", act)
        .addKeyValue("status", status)
        .log("{}: {} {} {}: {}", operator, act, subject, details, status);
    try {
      audit.add(new AuditLog.Act(operator, act, subject, details, status));
    } catch (StoreUnavailable away) {
      LINES.warn("the act before this line is in no audit table: {} is away", away.store());
    }
  }

  private static Response handle(Handler handler, Call call) {
    try {
      return handler.handle(call);
    } catch (StoreUnavailable away) {
      return Response.error(503, "a store does not answer: " + away.store());
    } catch (IllegalArgumentException notAnId) {
      return Response.error(404, "there is no such id");
    }
  }

  static GameId gameId(Call call) {
    return new GameId(call.parameter(SUBJECT));
  }

  static UserId userId(Call call) {
    return new UserId(call.parameter(SUBJECT));
  }

  /** A number of the query, or this one where there is none that can be read. */
  static long number(Call call, String name, long otherwise) {
    try {
      return Long.parseLong(call.query().getOrDefault(name, ""));
    } catch (NumberFormatException none) {
      return otherwise;
    }
  }

  static Response noSuchGame() {
    return Response.error(404, "there is no such game");
  }

  static Response done() {
    return Response.json(200, Map.of("ok", true));
  }
}
