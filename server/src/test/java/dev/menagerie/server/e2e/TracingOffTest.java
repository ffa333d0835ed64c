package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.codec.Json;
import dev.menagerie.server.commandline.LocalServer;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Nothing reaches a collector where the operator wants no share of actions traced. */
class TracingOffTest {
  private static final String SAMPLED = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

  @AutoClose private final TestCollector collector = new TestCollector();

  /** Closing the server sends what it still had to send. */
  private void played(Consumer<LocalServer.Settings> choose) {
    try (var server = Servers.another(choose)) {
      var people = List.of(Person.guest(server.url()), Person.guest(server.url()));
      var game = Map.of("deck_id", Table.deck("pocket", 0), "rules_config", "pocket");
      try (var table = Table.created(game, people)) {
        table.steps(4);
        int seat = table.toAct();
        var message = (ObjectNode) Json.toTree(Map.of("game_id", table.game()));
        message.put("message_id", Player.messageId());
        message.put("traceparent", SAMPLED);
        message.set("action", table.state(seat).path("legal_actions").get(0));
        var reply = table.player(seat).ask("game:action", message);
        assertThat(reply.path("ok").asBoolean()).as("%s", reply).isTrue();
      }
    }
  }

  @Test
  void aShareOfZeroTracesNothingWhateverAClientAsksFor() {
    played(settings -> settings.tracing(collector.address()).traceShare(0));
    assertThat(collector.everything()).isEmpty();
  }
}
