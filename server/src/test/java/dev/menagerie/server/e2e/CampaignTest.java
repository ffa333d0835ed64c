package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.menagerie.cards.deck.StarterDecks;
import dev.menagerie.rules.deck.DeckList;
import dev.menagerie.server.commandline.LocalServer;
import dev.menagerie.server.settings.CommandFailure;
import dev.menagerie.testkit.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** House opponents, one after the other. An operator makes the bot give up where a user wins. */
class CampaignTest {
  private static final String OWN =
      """
      {"opponents": [
        {"id": "ann", "name": "Ann", "about": "First.", "rules": "pocket", "bot": "random",
         "deck_id": "pocket-bramble",
         "rewards": [{"kind": "title", "id": "first", "name": "The First"},
                     {"kind": "card_back", "id": "moon", "name": "Moon"},
                     {"kind": "card", "id": "mistheron", "name": "Mistheron", "count": 1},
                     {"kind": "card", "id": "tea-leaves", "name": "Tea Leaves", "count": 2}]},
        {"id": "ben", "name": "Ben", "about": "Second.", "rules": "pocket", "bot": "greedy",
         "deck_id": "pocket-shallows", "rewards": []}]}
      """;

  private final int port = Ports.free();

  private @TempDir Path directory;
  private LocalServer server;
  private Operator oda;

  @BeforeEach
  void start() throws IOException {
    var tokens = Operator.tokens(directory);
    oda = Operator.oda(directory, port);
    var file = Files.writeString(directory.resolve("campaign.json"), OWN);
    server =
        Servers.another(s ->
            s.managementPort(port)
                .managementTokens(tokens)
                .campaign(file)
                .collections(true)
                .jwtSecretFile(Servers.jwtFile()));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static String play(Person person, String opponent) {
    return person
        .api()
        .post("/campaign/" + opponent + "/games", TournamentPlayers.DECK)
        .ok()
        .path("game_id")
        .stringValue();
  }

  private static JsonNode opponent(Person person, int index) {
    return person.api().get("/campaign").ok().path("opponents").get(index);
  }

  private static String status(Person person, int index) {
    return opponent(person, index).path("status").asString();
  }

  @Test
  void aWinUnlocksTheNextOpponentOnce() {
    var person = Person.guest(server.url());
    assertThat(status(person, 0)).isEqualTo("open");
    assertThat(status(person, 1)).isEqualTo("locked");
    var lost = play(person, "ann");
    var shown = person.api().get("/games/" + lost).ok();
    assertThat(shown.path("game_type").asString()).isEqualTo("campaign");
    assertThat(shown.path("players").get(1).path("name").asString()).isEqualTo("Ann");
    person.api().post("/games/" + lost + "/resign").ok();
    var won = play(person, "ann");
    assertThat(status(person, 1)).isEqualTo("locked");
    oda.does("end", won, "loser=1");
    await().until(() -> status(person, 0).equals("beaten"));
    assertThat(status(person, 1)).isEqualTo("open");
    assertThat(person.api().get("/campaign").ok().path("rewards").get(0).path("name").asString())
        .isEqualTo("The First");
    var first = opponent(person, 0).path("beaten_at");
    var again = play(person, "ann");
    oda.does("end", again, "loser=1");
    await()
        .until(() ->
            person.api().get("/games/" + again).ok().path("status").asString().equals("finished"));
    assertThat(opponent(person, 0).path("beaten_at")).isEqualTo(first);
    assertThat(person.api().get("/campaign").ok().path("rewards")).hasSize(4);
    play(person, "ben");
    assertThat(status(Person.guest(server.url()), 1)).isEqualTo("locked");
  }

  @Test
  void whatWasWonIsWornForEveryoneToSeeAndNothingElse() {
    var person = Person.guest(server.url());
    var first = Map.of("title", "first", "card_back", "moon");
    person.api().put("/users/me/worn", first).refused(404, "not_found");
    var won = play(person, "ann");
    oda.does("end", won, "loser=1");
    await().until(() -> status(person, 0).equals("beaten"));
    person.api().put("/users/me/worn", Map.of("title", "moon")).refused(404, "not_found");
    person.api().put("/users/me/worn", first).ok();
    var seen = "/users/" + person.id() + "/worn";
    var other = Person.guest(Servers.shared());
    var shown = other.at(server.url()).api().get(seen).ok();
    assertThat(shown.path("title").path("name").asString()).isEqualTo("The First");
    assertThat(shown.path("card_back").path("id").asString()).isEqualTo("moon");
    // A guest who makes it an account, and a server with another campaign: nothing is lost.
    var account =
        Map.of("name", "Worn " + won.substring(1, 9), "password", "correct horse battery");
    person.api().post("/auth/upgrade", account);
    assertThat(other.api().get(seen).ok().has("title")).isFalse();
    assertThat(person.api().get(seen).ok()).isEqualTo(shown);
    var exported = person.api().get("/users/me/export").ok().path("campaign");
    assertThat(exported.path("wins").get(0).path("opponent").asString()).isEqualTo("ann");
    assertThat(exported.path("card_back").asString()).isEqualTo("moon");
    var bare = person.api().put("/users/me/worn", Map.of("card_back", "moon")).ok();
    assertThat(bare.has("title")).isFalse();
    assertThat(person.api().get(seen).ok()).isEqualTo(bare);
    assertThat(other.at(server.url()).api().get("/users/nobody/worn").ok()).isEmpty();
    assertThat(person.api().get("/users/bot%3Arandom/worn").ok()).isEmpty();
  }

  @Test
  void cardsThatWereWonAreBuiltIntoDecks() {
    var person = Person.guest(server.url());
    var deck = pocketDeck(2, 1);
    // At a server without collections everybody has every card.
    var elsewhere = person.at(Servers.shared()).api();
    assertThat(elsewhere.get("/users/me/collection").ok().path("limited").asBoolean()).isFalse();
    var kept = elsewhere.post("/decks", deck).ok().path("id").asString();

    var refused = person.api().post("/decks", deck);
    refused.refused(422, "deck_invalid");
    assertThat(refused.body().toString())
        .contains(
            "you have 0 copies of mistheron, not 2", "you have 0 copies of tea-leaves, not 1");
    assertThat(person.api().post("/decks/check", deck).ok().path("errors")).hasSize(2);
    var game = Map.of("deck_id", kept, "rules_config", "pocket");
    person.api().post("/games", game).refused(422, "deck_invalid");
    person
        .api()
        .post("/matchmaking", Map.of("deck_id", kept, "preset", "pocket"))
        .refused(422, "deck_invalid");
    person.api().post("/campaign/ann/games", Map.of("deck_id", kept)).refused(422, "deck_invalid");

    oda.does("end", play(person, "ann"), "loser=1");
    await().until(() -> status(person, 0).equals("beaten"));

    assertThat(person.api().post("/decks", deck).body().toString())
        .contains("you have 1 copy of mistheron, not 2")
        .doesNotContain("tea-leaves");
    var fitting = person.api().post("/decks", pocketDeck(1, 2)).ok().path("id").asString();
    person.api().post("/campaign/ann/games", Map.of("deck_id", fitting)).ok();
    var owned = person.api().get("/users/me/collection").ok();
    assertThat(owned.path("limited").asBoolean()).isTrue();
    assertThat(owned.path("cards").toString())
        .contains("{\"card\":\"mistheron\",\"count\":1}", "{\"card\":\"tea-leaves\",\"count\":2}");
  }

  /** The starter deck with some of its cards replaced by ones that are in no starter deck. */
  private static Map<String, Object> pocketDeck(int mistherons, int teaLeaves) {
    var starter = StarterDecks.load().find("pocket-bramble").orElseThrow();
    var cards = new ArrayList<DeckList.Entry>();
    int surplus = mistherons + teaLeaves;
    for (var entry : starter.list().cards()) {
      int left = entry.count() - Math.min(surplus, entry.count() - 1);
      surplus -= entry.count() - left;
      cards.add(new DeckList.Entry(entry.card(), left));
    }
    cards.add(new DeckList.Entry("mistheron", mistherons));
    cards.add(new DeckList.Entry("tea-leaves", teaLeaves));
    return Map.of(
        "name",
        "Won and built",
        "rules",
        "pocket",
        "cards",
        cards,
        "energy_types",
        starter.list().energyTypes());
  }

  @Test
  void aFileThatIsWrongKeepsTheServerFromStarting() throws IOException {
    var file = Files.writeString(directory.resolve("wrong.json"), OWN.replace("greedy", "nobody"));
    assertThatThrownBy(() -> Servers.another(s -> s.campaign(file)))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("opponents[1].bot");
  }
}
