package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.game.GameId;
import org.junit.jupiter.api.Test;

/** A running game whose cards a server does not have, as its players meet it there. */
class CardsGoneTest {
  @Test
  void aGameWithMissingCardsNamesThemAndBlocksNoOtherGame() {
    try (var table = Table.by("pocket");
        var other = Servers.node()) {
      Servers.changeCardsOf(new GameId(table.game()));
      var ada = table.person(0).at(other.url());
      var summary = ada.api().get("/games/" + table.game()).ok();
      assertThat(summary.path("status").asString()).isEqualTo("setup");
      assertThat(ada.api().get("/games/me/active").ok().path("items").valueStream())
          .anyMatch(game -> game.path("game_id").asString().equals(table.game()));
      var refused = ada.api().post("/games/" + table.game() + "/resign");
      refused.refused(503, "unavailable");
      assertThat(refused.body().path("details").path("reason").asString()).isEqualTo("cards");
      try (var player = Player.connect(ada)) {
        assertThat(player.next("session:ready").path("active_games").valueStream())
            .anyMatch(game -> game.asString().equals(table.game()));
        var reply = player.join(table.game());
        assertThat(reply.path("ok").asBoolean()).isFalse();
        assertThat(reply.path("error").path("code").asString()).isEqualTo("unavailable");
        assertThat(reply.path("error").path("details").path("reason").asString())
            .isEqualTo("cards");
      }
    }
  }
}
