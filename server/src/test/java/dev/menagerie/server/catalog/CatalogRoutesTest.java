package dev.menagerie.server.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.cards.house.HouseRules;
import dev.menagerie.cards.set.CardSets;
import dev.menagerie.server.http.Ask;
import dev.menagerie.server.http.Rest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogRoutesTest {
  private static final CardSets SETS = CardSets.load();
  private static final Rest REST = new Rest(new CatalogRoutes(SETS, HouseRules.shipped()).all());

  @Test
  void everyCardIsThereWithItsSetAndItsText() {
    var all = REST.json(200, Ask.get("/cards"));
    assertThat(all.path("items")).hasSize(SETS.catalog().definitions().size());
    for (var card : all.path("items")) {
      assertThat(card.path("set").stringValue()).isNotEmpty();
      for (var attack : card.path("attacks")) assertThat(attack.has("text")).isTrue();
    }
    var first = all.path("items").get(0);
    assertThat(REST.json(200, Ask.get("/cards/" + first.path("id").stringValue())))
        .isEqualTo(first);
  }

  @Test
  void theCardsOfOneSet() {
    var set = SETS.sets().getFirst();
    var some = REST.json(200, Ask.get("/cards").query("set", set.set().id()));
    assertThat(some.path("items")).hasSize(set.cards().size());
    REST.refused(404, "not_found", Ask.get("/cards").query("set", "no-such-set"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/cards", "/rules", "/rules/standard"})
  void anUnchangedResourceIsAnsweredWithoutContent(String path) {
    var first = REST.handle(Ask.get(path));
    String tag = first.headers().first("ETag").orElseThrow();
    var again = REST.handle(Ask.get(path).header("If-None-Match", tag));
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @Test
  void rulesTellTheirFieldsWithDefaultsAndBounds() {
    assertThat(REST.json(200, Ask.get("/rules")).path("items").get(0).path("preset").stringValue())
        .isEqualTo("standard");
    var pocket = REST.json(200, Ask.get("/rules/pocket")).path("fields");
    assertThat(pocket.path("timer.turn_ms").path("default").intValue()).isEqualTo(180_000);
    assertThat(pocket.path("timer.turn_ms").path("min").intValue()).isEqualTo(1_000);
    assertThat(pocket.path("prizes.mode").path("one_of")).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/cards/nope", "/rules/chess", "/cards/..", "/rules/"})
  void missingResourcesAreNotFound(String path) {
    REST.refused(404, "not_found", Ask.get(path));
  }
}
