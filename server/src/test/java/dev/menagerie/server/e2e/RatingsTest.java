package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Ranked games change ratings when they end, casual games never. */
class RatingsTest {
  private static Map<String, Object> game(String type) {
    return Map.of("deck_id", Table.deck("pocket", 0), "rules_config", "pocket", "game_type", type);
  }

  private static JsonNode ratings(Person person) {
    return person.api().get("/ratings/me").ok().path("items");
  }

  private static JsonNode history(Person person) {
    return person.api().get("/ratings/me/history").ok().path("items");
  }

  @Test
  void aRankedGameChangesBothRatingsWithItsEnd() {
    var people = List.of(Person.guest(), Person.guest());
    try (var table = Table.created(game("ranked"), people)) {
      table.passUntil(5);
      people.getFirst().api().post("/games/" + table.game() + "/resign").ok();
      table.player(0).next("game:game_over");
    }
    await().until(() -> !ratings(people.getLast()).isEmpty());
    var winner = ratings(people.getLast()).get(0);
    assertThat(winner.path("preset").asString()).isEqualTo("pocket");
    assertThat(winner.path("wins").asInt()).isEqualTo(1);
    assertThat(winner.path("provisional").asBoolean()).isTrue();
    assertThat(winner.path("rating").asDouble()).isGreaterThan(1500);
    var loser = people.getLast().api().get("/users/" + people.getFirst().id() + "/ratings").ok();
    assertThat(loser.path("items").get(0).path("rating").asDouble()).isLessThan(1500);
    var change = history(people.getFirst()).get(0);
    assertThat(change.path("result").asString()).isEqualTo("loss");
    assertThat(change.path("rating_before").asDouble()).isEqualTo(1500);
    assertThat(people.getFirst().api().get("/ladders/pocket").ok().path("items").isArray())
        .isTrue();
    assertThat(people.getFirst().api().get("/seasons").ok().path("items")).isNotEmpty();
  }

  @Test
  void anEarlyResignationIsListedAndChangesNothing() {
    var people = List.of(Person.guest(), Person.guest());
    var id = Table.open(game("ranked"), people);
    people.getFirst().api().post("/games/" + id + "/resign").ok();
    await().until(() -> !history(people.getFirst()).isEmpty());
    var change = history(people.getFirst()).get(0);
    assertThat(change.path("not_counted").asString()).isEqualTo("too_short");
    assertThat(change.has("rating_after")).isFalse();
    assertThat(ratings(people.getFirst())).isEmpty();
  }

  @Test
  void aCasualGameIsNoRankedGame() {
    var people = List.of(Person.guest(), Person.guest());
    try (var table = Table.created(game("casual"), people)) {
      table.passUntil(5);
      people.getFirst().api().post("/games/" + table.game() + "/resign").ok();
      table.player(0).next("game:game_over");
    }
    assertThat(people.getFirst().api().get("/games/me/history").ok().path("items")).hasSize(1);
    assertThat(history(people.getFirst())).isEmpty();
    assertThat(ratings(people.getFirst())).isEmpty();
  }

  @Test
  void missingFilesAreNotFound() {
    var api = Person.guest().api();
    api.get("/ladders/nothing").refused(404, "not_found");
    api.get("/ladders/pocket?season=soon").refused(400, "invalid_message");
    api.get("/ladders/pocket?cursor=junk").refused(400, "invalid_message");
    api.get("/users/nobody/ratings").refused(404, "not_found");
    assertThat(api.get("/ladders/pocket?season=1999-1").ok().path("items")).isEmpty();
  }
}
