package dev.menagerie.server.admin;

import static dev.menagerie.server.admin.AdminCalls.number;

import dev.menagerie.server.admin.AdminCalls.Items;
import dev.menagerie.server.http.ManagementServer.Call;
import dev.menagerie.server.http.ManagementServer.Response;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What operators switch on a node, the audit log of all they do, and what the stores hold. */
public record NodeCalls(NodeSwitches switches, AuditLog audit, Storage storage) {
  /** Adds the calls. */
  public void addTo(AdminCalls calls) {
    calls.look("/admin/audit", this::read);
    calls.look("/admin/storage", _ -> Items.of(storage.tables()));
    calls.act("/admin/node/ready/{value}", "ready", call -> flip(call, switches.ready()));
    calls.act(
        "/admin/node/new-games/{value}", "new-games", call -> flip(call, switches.newGames()));
  }

  private Response read(Call call) {
    return Items.of(
        audit.read(
            Optional.ofNullable(call.query().get("subject")),
            Optional.ofNullable(call.query().get("operator")),
            number(call, "before", Long.MAX_VALUE)));
  }

  private static Response flip(Call call, Consumer<Boolean> target) {
    return switch (call.parameter("value")) {
      case "on" -> flipped(target, true);
      case "off" -> flipped(target, false);
      default -> Response.error(422, "on or off");
    };
  }

  private static Response flipped(Consumer<Boolean> target, boolean value) {
    target.accept(value);
    return Response.json(200, Map.of("on", value));
  }
}
