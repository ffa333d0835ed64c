package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.clients.load.Patches;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** In delta mode each commit is one message, and the patches lead to the whole state. */
class DeltaTest {
  private static final int EVERY = 7;

  /** A client that applies patches. */
  private static final class Follower {
    private final Player player;
    private final boolean events;
    private JsonNode state;
    private long bytes;
    private long told;

    Follower(Player player, boolean events, JsonNode state) {
      this.player = player;
      this.events = events;
      this.state = state;
    }

    static Follower of(Player player, String event, String game, boolean events) {
      var reply = player.ask(event, joining(game, events));
      assertThat(reply.path("ok").asBoolean()).as("%s", reply).isTrue();
      return new Follower(player, events, player.next("game:state").path("state"));
    }

    void hear(long version) {
      fold(player.next("game:update", update -> update.path("event_id").asLong() >= version));
    }

    void fold(JsonNode update) {
      bytes += size(update);
      assertThat(update.path("events").isArray()).isTrue();
      told += update.path("events").size();
      assertThat(update.path("event_id").asLong()).isEqualTo(state.path("event_id").asLong() + 1);
      state = Patches.apply(state, update.path("patch"));
      assertThat(state.path("event_id")).isEqualTo(update.path("event_id"));
    }
  }

  private static Map<String, Object> joining(String game, boolean events) {
    return Map.of(
        "message_id", Player.messageId(), "game_id", game, "sync", "delta", "events", events);
  }

  private static int size(JsonNode message) {
    return message.toString().getBytes(StandardCharsets.UTF_8).length;
  }

  @Test
  void theFoldOfPatchesIsTheFullStateForPlayersAndSpectators() {
    var people = List.of(Person.guest(), Person.guest());
    var game =
        Table.open(Map.of("deck_id", Table.deck("pocket", 2), "rules_config", "pocket"), people);
    try (var first = Player.connect(people.getFirst());
        var second = Player.connect(people.getLast());
        var folding = Player.connect(Person.guest());
        var watching = Player.connect(Person.guest())) {
      var players =
          List.of(
              Follower.of(first, "game:join", game, true),
              Follower.of(second, "game:join", game, false));
      var spectator = Follower.of(folding, "game:spectate", game, false);
      watching.ask("game:spectate", Map.of("game_id", game));
      watching.next("game:state");
      long full = play(game, players, spectator, watching);
      System.out.printf(
          Locale.ROOT,
          "bytes a commit: delta %d %d, full %d%n",
          players.getFirst().bytes / players.getFirst().state.path("event_id").asLong(),
          players.getLast().bytes / players.getFirst().state.path("event_id").asLong(),
          full / players.getFirst().state.path("event_id").asLong());
      assertThat(spectator.bytes).isLessThan(full);
      assertThat(players.getFirst().told).isPositive();
      assertThat(players.getLast().told).as("events that nobody wants").isZero();
      assertThat(spectator.told).as("events that nobody wants").isZero();
      for (var player : List.of(first, second, folding)) {
        assertThat(player.all("game:opponent_action")).isEmpty();
        assertThat(player.all("game:turn_start")).isEmpty();
      }
    }
  }

  /** A client that sent again because the reply was late has the state all the same. */
  @Test
  void aRepeatGetsTheFirstReplyWithItsPatch() {
    var people = List.of(Person.guest(), Person.guest());
    var game =
        Table.open(Map.of("deck_id", Table.deck("pocket", 2), "rules_config", "pocket"), people);
    try (var first = Player.connect(people.getFirst());
        var second = Player.connect(people.getLast())) {
      var players =
          List.of(
              Follower.of(first, "game:join", game, true),
              Follower.of(second, "game:join", game, true));
      var actor =
          players.stream()
              .filter(player -> !player.state.path("legal_actions").isEmpty())
              .findFirst()
              .orElseThrow();
      var message = Player.action(game, "again", actor.state.path("legal_actions").get(0));

      var reply = actor.player.ask("game:action", message);
      var repeated = actor.player.ask("game:action", message);

      assertThat(reply.path("patch").isArray()).as("%s", reply).isTrue();
      assertThat(repeated).isEqualTo(reply);
      actor.fold(repeated);
      isWhole(actor, game);
    }
  }

  private static long play(
      String game, List<Follower> players, Follower spectator, Player watching) {
    var random = new SplittableRandom(game.hashCode());
    long full = 0;
    while (true) {
      int seat = players.getFirst().state.path("legal_actions").isEmpty() ? 1 : 0;
      var actor = players.get(seat);
      var legal = actor.state.path("legal_actions");
      assertThat(legal.isEmpty()).as("%s", actor.state).isFalse();
      var reply = actor.player.act(game, legal.get(random.nextInt(legal.size())));
      assertThat(reply.path("ok").asBoolean()).as("%s", reply).isTrue();
      long version = reply.path("event_id").asLong();
      actor.fold(reply);
      players.get(1 - seat).hear(version);
      spectator.hear(version);
      var told = watching.next("game:state", s -> s.path("event_id").asLong() == version);
      full += size(told);
      assertThat(spectator.state).isEqualTo(told.path("state"));
      if (version % EVERY == 0 || reply.has("game_over")) players.forEach(p -> isWhole(p, game));
      if (reply.has("game_over")) return full;
    }
  }

  /** A requested whole state equals the patched one, and further patches apply to it. */
  private static void isWhole(Follower follower, String game) {
    follower.player.passOver();
    assertThat(
            follower.player.ask("game:join", joining(game, follower.events)).path("ok").asBoolean())
        .isTrue();
    assertThat(follower.player.next("game:state").path("state")).isEqualTo(follower.state);
  }
}
