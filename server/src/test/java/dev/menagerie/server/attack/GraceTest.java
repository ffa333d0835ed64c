package dev.menagerie.server.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.e2e.Player;
import dev.menagerie.server.e2e.Table;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** More time is for a lost connection: leaving and coming back earns none. */
class GraceTest {
  @Test
  void leavingTheGameAndJoiningAgainEarnsNoTime() {
    try (var table = Table.by("pocket")) {
      while (table.state(0).path("turn").isNull()) table.step();
      int seat = table.toAct();
      var player = table.player(seat);
      var other = table.player(1 - seat);
      var deadline = deadline(table, seat);
      player.ask("game:leave", Map.of("game_id", table.game()));
      other.passOver().nextPresence("disconnected");
      player.passOver().join(table.game());
      player.next("game:state", state -> hasDeadline(state, deadline));
      player.leave();
      other.nextPresence("disconnected");
      player.passOver().comeBack();
      player.next("game:state", state -> hasDeadline(state, deadline));
      try (var another = Player.connect(table.person(seat))) {
        another.next("game:state", state -> hasDeadline(state, deadline));
      }
      assertThat(other.all("game:turn_timeout"))
          .allMatch(told -> List.of("left", "returned").contains(told.path("reason").asString()));
    }
  }

  private static String deadline(Table table, int seat) {
    return table.state(seat).path("turn").path("deadline").asString();
  }

  /**
   * The absence has its own, earlier deadline until the return is noted, which may be a moment
   * after the first state: the node notes both in the order in which they reach the game.
   */
  private static boolean hasDeadline(JsonNode message, String deadline) {
    return message.path("state").path("turn").path("deadline").asString().equals(deadline);
  }
}
