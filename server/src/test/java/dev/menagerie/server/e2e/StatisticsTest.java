package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Finished games with their decks, and what they add up to, as their players see them. */
class StatisticsTest {
  private final List<Person> people = List.of(Person.guest(), Person.guest());
  private final List<String> decks = List.of(Table.deck("pocket", 0), Table.deck("pocket", 1));

  private Person ada() {
    return people.getFirst();
  }

  /** Ada plays with one deck and Bob with the other; who gives up has lost when this returns. */
  private void play(int deck, int loser) {
    var creation = Map.of("deck_id", decks.get(deck), "rules_config", "pocket");
    var created = ada().api().post("/games", creation).ok();
    var game = "/games/" + created.path("game_id").stringValue();
    var join =
        Map.of(
            "deck_id",
            decks.get(1 - deck),
            "invite_code",
            created.path("invite_code").stringValue());
    people.getLast().api().post(game + "/join", join).ok();
    try (var witness = Player.connect(people.get(loser))) {
      witness.join(created.path("game_id").stringValue());
      people.get(loser).api().post(game + "/resign").ok();
      witness.next("game:game_over");
    }
  }

  private JsonNode statistics(Person person, String query) {
    return person.api().get("/statistics/me" + query).ok();
  }

  private static void tally(JsonNode node, int games, int won, int lost) {
    assertThat(node.path("games").asInt()).as("%s", node).isEqualTo(games);
    assertThat(node.path("won").asInt()).as("%s", node).isEqualTo(won);
    assertThat(node.path("lost").asInt()).as("%s", node).isEqualTo(lost);
    assertThat(node.path("tied").asInt()).as("%s", node).isEqualTo(games - won - lost);
  }

  @Test
  void resultsAreCountedOnceByPresetAndDecks() {
    play(0, 1);
    play(0, 1);
    play(1, 0);

    var all = statistics(ada(), "");

    tally(all, 3, 2, 1);
    tally(all.path("presets").get(0), 3, 2, 1);
    assertThat(all.path("presets").get(0).path("key").asString()).isEqualTo("pocket");
    tally(all.path("decks").get(0), 2, 2, 0);
    tally(all.path("decks").get(1), 1, 0, 1);
    tally(all.path("opponent_decks").get(0), 2, 2, 0);
    assertThat(all.path("opponent_decks").get(0).path("key"))
        .isEqualTo(all.path("decks").get(1).path("key"));
    assertThat(all.path("decks").get(0).path("name").asString()).isNotEmpty();
    tally(all.path("months").get(0), 3, 2, 1);
    tally(statistics(people.getLast(), ""), 3, 1, 2);
    var deck = all.path("decks").get(1).path("key").asString();
    tally(statistics(ada(), "?deck=" + deck), 1, 0, 1);
    tally(statistics(ada(), "?opponent_deck=" + deck), 2, 2, 0);
    tally(statistics(ada(), "?preset=pocket"), 3, 2, 1);
    tally(statistics(ada(), "?preset=house"), 0, 0, 0);
    tally(statistics(ada(), "?game_type=casual&result=won"), 2, 2, 0);
    tally(statistics(ada(), "?game_type=ranked"), 0, 0, 0);
    var last = ada().api().get("/games/me/history").ok().path("items").get(0);
    tally(statistics(ada(), "?since=" + last.path("ended_at").asString()), 1, 0, 1);
    tally(statistics(ada(), "?against=bots"), 0, 0, 0);
    tally(statistics(ada(), "?opponent=" + people.getLast().id()), 3, 2, 1);
    var profile = people.getLast().api().get("/users/" + ada().id() + "/statistics").ok();
    tally(profile, 3, 2, 1);
    assertThat(profile.has("decks")).isFalse();
  }

  @Test
  void historyHasDecksAndResultsAndIsFiltered() {
    play(0, 1);
    play(1, 0);

    var games = ada().api().get("/games/me/history").ok().path("items");

    assertThat(games).hasSize(2);
    assertThat(games.get(0).path("result").asString()).isEqualTo("lost");
    assertThat(games.get(1).path("result").asString()).isEqualTo("won");
    assertThat(games.get(0).path("deck")).isEqualTo(games.get(1).path("opponent_deck"));
    var latest = games.get(0).path("game_id").asString();
    var first = games.get(1).path("game_id").asString();
    var deck = games.get(0).path("deck").path("deck_id").asString();
    var ended = games.get(0).path("ended_at").asString();
    assertThat(history("?result=won")).containsExactly(first);
    assertThat(history("?deck=" + deck)).containsExactly(latest);
    assertThat(history("?until=" + ended)).containsExactly(first);
    assertThat(history("?since=" + ended)).containsExactly(latest);
    assertThat(history("?opponent_deck=" + deck)).containsExactly(first);
    assertThat(history("?preset=pocket&game_type=casual")).hasSize(2);
    assertThat(history("?preset=house")).isEmpty();
    assertThat(history("?game_type=ranked")).isEmpty();
    assertThat(history("?opponent=" + people.getLast().id() + "&against=people")).hasSize(2);
    for (var wrong : List.of("since=yesterday", "result=maybe", "against=cats")) {
      ada().api().get("/games/me/history?" + wrong).refused(400, "invalid_message");
      ada().api().get("/statistics/me?" + wrong).refused(400, "invalid_message");
    }
  }

  private List<String> history(String query) {
    return ada()
        .api()
        .get("/games/me/history" + query)
        .ok()
        .path("items")
        .valueStream()
        .map(game -> game.path("game_id").asString())
        .toList();
  }
}
