package dev.menagerie.server.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.e2e.Person;
import dev.menagerie.server.e2e.Player;
import dev.menagerie.server.e2e.Servers;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Events without a handler count against the limits like all others. */
class UnknownEventsTest {
  @Test
  void unknownEventsAreRateLimited() {
    try (var server = Servers.another(s -> s.messagesPerSecond(1));
        var player = Player.connect(Person.guest(server.url()))) {
      player.next("session:ready");
      int limited = 0;
      for (int i = 0; i < 20; i++) {
        var reply = player.ask("game:nonsense", Map.of());
        if (reply.path("error").path("code").asString().equals("rate_limited")) limited++;
      }
      assertThat(limited).isPositive();
    }
  }
}
