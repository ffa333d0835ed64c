package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.cards.deck.StarterDecks;
import dev.menagerie.cards.house.Presets;
import dev.menagerie.cards.set.CardSets;
import dev.menagerie.codec.Json;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.game.Boards;
import dev.menagerie.rules.game.Seed;
import dev.menagerie.rules.state.Board;
import dev.menagerie.rules.state.BoardPokemon;
import dev.menagerie.rules.state.BoardSide;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.server.play.Planting;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A choice in the other one's turn has a short clock of its own, and a legal answer at its end. */
class ChoiceClockTest {
  private static final int CHOICE_MS = 1_000;
  private static final int TURN_MS = 60_000;
  private static final Seed SEED = Seed.of(new byte[Seed.BYTES]);

  private static RulesConfig rules() {
    var pocket = (ObjectNode) Json.toTree(Presets.POCKET);
    var timer = Map.of("turn_ms", TURN_MS, "choice_ms", CHOICE_MS, "warning_ms", CHOICE_MS / 2);
    ((ObjectNode) pocket.path("timer")).setAll((ObjectNode) Json.toTree(timer));
    return Json.bind(pocket, RulesConfig.class);
  }

  /** The first player's next attack knocks out the second's Active; two others could step up. */
  private static String game(List<Person> people) {
    var attacker = BoardPokemon.of("kindlemole", "energy-fire");
    var hurt =
        new BoardPokemon(
            "kindlemole",
            Optional.of(60),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            List.of());
    var board =
        new Board(
            side(attacker, "sootsparrow"),
            side(hurt, "sootsparrow", "thistlepup"),
            3,
            Seat.FIRST,
            Optional.empty());
    var state = Boards.open(board, rules(), CardSets.load().catalog(), SEED);
    var deck = StarterDecks.load().forRules("pocket").getFirst().list();
    return Servers.planting()
        .board(
            state,
            SEED,
            new Planting.Sitting(people.getFirst().id(), "Hits", deck),
            new Planting.Sitting(people.getLast().id(), "Chooses", deck));
  }

  private static BoardSide side(BoardPokemon active, String... bench) {
    return Planting.side(
        active, List.of(bench), List.of(), Collections.nCopies(10, "kindlemole"), List.of());
  }

  @Test
  void anExpiredChoiceIsMadeLegallyAndTheGameGoesOn() {
    var people = List.of(Person.guest(), Person.guest());
    var game = game(people);
    try (var hits = Player.connect(people.getFirst());
        var chooses = Player.connect(people.getLast())) {
      for (var player : List.of(hits, chooses)) {
        assertThat(player.join(game).path("ok").asBoolean()).isTrue();
      }
      var attack = Json.toTree(Map.of("type", "attack", "attack_index", 0));
      long version = hits.act(game, attack).path("event_id").asLong();
      var asked = chooses.stateAt(version);
      assertThat(asked.path("pending").path("kind").asString()).isEqualTo("select_active");
      assertThat(asked.path("legal_actions")).hasSize(2);
      assertThat(hits.stateAt(version).path("pending").propertyNames())
          .containsExactly("player_id");

      var expired = expired(chooses);
      assertThat(expired.path("player_id").asString()).isEqualTo(people.getLast().id());
      assertThat(expired.path("consequence").asString()).isEqualTo("auto_pass");
      assertThat(expired.path("timeouts_used").asInt()).isEqualTo(1);
      assertThat(expired(hits).path("event_id")).isEqualTo(expired.path("event_id"));

      long next = expired.path("event_id").asLong();
      for (var player : List.of(hits, chooses)) {
        var state = player.stateAt(next);
        assertThat(state.path("pending").isNull()).isTrue();
        assertThat(state.at("/players/1/active/card").asString()).isIn("sootsparrow", "thistlepup");
        assertThat(state.at("/players/1/bench")).hasSize(1);
        assertThat(state.at("/players/0/points").asInt()).isEqualTo(1);
      }
      var turn = chooses.stateAt(next).path("turn");
      assertThat(turn.path("player_id").asString()).isEqualTo(people.getLast().id());
      var at = Instant.parse(expired.path("timestamp").asString());
      assertThat(Duration.between(at, Instant.parse(turn.path("deadline").asString())))
          .isBetween(Duration.ofMillis(TURN_MS - 2_000), Duration.ofMillis(TURN_MS));
      var pass = chooses.act(game, Json.toTree(Map.of("type", "pass")));
      assertThat(pass.path("ok").asBoolean()).as("%s", pass).isTrue();
    }
  }

  private static JsonNode expired(Player player) {
    return player.next(
        "game:turn_timeout",
        told -> told.path("kind").asString().equals("expired"),
        Duration.ofSeconds(5));
  }
}
