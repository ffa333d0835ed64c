package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.GameUnavailable.Reason;
import dev.menagerie.server.game.GameId;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A running game that a server cannot load, as its players meet it there. */
class UnavailableGameTest {
  @ParameterizedTest
  @EnumSource
  void aGameOfAnotherServerSaysWhyAndBlocksNoOtherGame(Reason reason) {
    try (var table = Table.by("pocket");
        var other = Servers.node()) {
      var stored = new GameId(table.game());
      switch (reason) {
        case CARDS -> Servers.changeCardsOf(stored);
        case VERSION -> Servers.changeVersionOf(stored);
      }
      var word = reason.name().toLowerCase(Locale.ROOT);
      var ada = table.person(0).at(other.url());
      var summary = ada.api().get("/games/" + table.game()).ok();
      assertThat(summary.path("status").asString()).isEqualTo("setup");
      assertThat(ada.api().get("/games/me/active").ok().path("items").valueStream())
          .anyMatch(game -> game.path("game_id").asString().equals(table.game()));
      var refused = ada.api().post("/games/" + table.game() + "/resign");
      refused.refused(503, "unavailable");
      assertThat(refused.body().path("details").path("reason").asString()).isEqualTo(word);
      try (var player = Player.connect(ada)) {
        assertThat(player.next("session:ready").path("active_games").valueStream())
            .anyMatch(game -> game.asString().equals(table.game()));
        var reply = player.join(table.game());
        assertThat(reply.path("ok").asBoolean()).isFalse();
        assertThat(reply.path("error").path("code").asString()).isEqualTo("unavailable");
        assertThat(reply.path("error").path("details").path("reason").asString()).isEqualTo(word);
      }
    }
  }
}
