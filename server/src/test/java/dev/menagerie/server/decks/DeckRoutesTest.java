package dev.menagerie.server.decks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.cards.deck.DeckText;
import dev.menagerie.cards.deck.StarterDecks;
import dev.menagerie.cards.house.HouseRules;
import dev.menagerie.cards.set.CardSets;
import dev.menagerie.codec.Json;
import dev.menagerie.codec.JsonProblem;
import dev.menagerie.server.Stores;
import dev.menagerie.server.http.Ask;
import dev.menagerie.server.http.Rest;
import dev.menagerie.server.postgres.PostgresDecks;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class DeckRoutesTest {
  private static final StarterDecks STARTERS = StarterDecks.load();
  private static final DeckText LISTS = new DeckText(CardSets.load());
  private static final Rest REST =
      new Rest(
          new DeckRoutes(
                  new PlayerDecks(
                      STARTERS,
                      new PostgresDecks(Stores.database()),
                      (deck, rules) -> {
                        var problems = new ArrayList<JsonProblem>();
                        int size = deck.cards().stream().mapToInt(e -> e.count()).sum();
                        if (size != rules.deck().size()) {
                          problems.add(
                              new JsonProblem("$.cards", "must be " + rules.deck().size()));
                        }
                        if (deck.energyTypes().size() > rules.deck().energyTypes()) {
                          problems.add(new JsonProblem("$.energy_types", "too many"));
                        }
                        return problems;
                      },
                      HouseRules.shipped(),
                      CardCollection.UNLIMITED),
                  () -> LISTS)
              .all());
  private final String ada = REST.guest();
  private final String bob = REST.guest();

  @Test
  void everyoneHasTheStarters() {
    var page = REST.json(200, Ask.get("/decks").bearer(ada));
    assertThat(page.path("items")).hasSize(STARTERS.all().size());
    assertThat(page.has("next_cursor")).isFalse();
    var first = page.path("items").get(0);
    assertThat(first.path("starter").booleanValue()).isTrue();
    String id = first.path("id").stringValue();
    assertThat(REST.json(200, Ask.get("/decks/" + id).bearer(bob))).isEqualTo(first);
  }

  @Test
  void aDeckIsKeptChangedAndThrownAway() {
    var made = REST.json(201, create(ada, draft("Mine")));
    String path = "/decks/" + made.path("id").stringValue();
    assertThat(made.path("starter").booleanValue()).isFalse();
    assertThat(REST.json(200, Ask.get(path).bearer(ada))).isEqualTo(made);

    var changed = REST.json(200, Ask.with("PUT", path).bearer(ada).json(draft("Other")));
    assertThat(changed.path("name").stringValue()).isEqualTo("Other");
    assertThat(changed.path("id")).isEqualTo(made.path("id"));
    assertThat(REST.json(200, Ask.get(path).bearer(ada))).isEqualTo(changed);

    assertThat(REST.handle(Ask.with("DELETE", path).bearer(ada)).status()).isEqualTo(204);
    REST.refused(404, "deck_not_found", Ask.with("DELETE", path).bearer(ada));
    REST.refused(404, "deck_not_found", Ask.get(path).bearer(ada));
    REST.refused(404, "deck_not_found", Ask.with("PUT", path).bearer(ada).json(draft("x")));
  }

  @Test
  void aListAsPeopleWriteItIsADeck() {
    var starter = STARTERS.forRules("standard").getFirst();
    String text = LISTS.write(starter).toUpperCase(Locale.ROOT);
    var draft = Json.text(Map.of("name", "Pasted", "text", text));

    var read = REST.json(200, Ask.post("/decks/check").bearer(ada).json(draft));
    assertThat(read.path("errors")).isEmpty();
    assertThat(read.path("cards")).hasSameSizeAs(starter.cards());
    var written = LISTS.read(read.path("text").stringValue());
    assertThat(written.heading().name()).contains("Pasted");
    assertThat(written.deck().cards()).containsExactlyInAnyOrderElementsOf(starter.cards());
    var made = REST.json(201, create(ada, draft));
    String path = "/decks/" + made.path("id").stringValue() + "/text";
    var again = REST.json(200, Ask.get(path).bearer(ada));

    assertThat(made.path("rules").stringValue()).isEqualTo("standard");
    assertThat(LISTS.read(again.path("text").stringValue()).deck().cards())
        .containsExactlyInAnyOrderElementsOf(starter.cards());
    REST.refused(404, "deck_not_found", Ask.get(path).bearer(bob));
  }

  @Test
  void everyUnknownLineOfAListIsNamedAndNothingIsKept() {
    String text = "4 Kindlemole\n4 Kindelmole\nhello\n";
    String draft = Json.text(Map.of("name", "Odd", "text", text));
    var problem = REST.refused(422, "deck_invalid", create(ada, draft));

    assertThat(problem.path("errors")).hasSize(2);
    assertThat(problem.path("errors").get(0).path("path").stringValue()).isEqualTo("$.text");
    assertThat(problem.toString()).contains("line 2: there is no card", "line 3:");
    assertThat(own(ada)).isEmpty();
    String both = "{\"name\":\"a\",\"text\":\"\",\"energy_types\":[\"fire\"]}";
    REST.refused(400, "invalid_message", create(ada, both));
  }

  @Test
  void anotherUsersDeckIsNotFound() {
    var made = REST.json(201, create(ada, draft("Mine")));
    String path = "/decks/" + made.path("id").stringValue();
    for (var ask :
        List.of(
            Ask.get(path).bearer(bob),
            Ask.with("PUT", path).bearer(bob).json(draft("Stolen")),
            Ask.with("DELETE", path).bearer(bob))) {
      var foreign = REST.refused(404, "deck_not_found", ask);
      var missing = REST.refused(404, "deck_not_found", Ask.get("/decks/dNone").bearer(bob));
      assertThat(foreign).isEqualTo(missing);
    }
    assertThat(REST.json(200, Ask.get(path).bearer(ada))).isEqualTo(made);
  }

  @Test
  void startersStayAsTheyAre() {
    String path = "/decks/" + STARTERS.all().getFirst().id();
    REST.refused(403, "forbidden", Ask.with("PUT", path).bearer(ada).json(draft("x")));
    REST.refused(403, "forbidden", Ask.with("DELETE", path).bearer(ada));
  }

  @Test
  void everyBrokenRuleIsNamedAtOnceAndNothingIsKept() {
    String broken =
        "{\"name\":\"Thin\",\"rules\":\"standard\",\"cards\":[{\"card\":\"x\",\"count\":1}],"
            + "\"energy_types\":[\"fire\"]}";
    var check = Ask.post("/decks/check").bearer(ada);
    for (var answer :
        List.of(
            REST.refused(422, "deck_invalid", create(ada, broken)),
            REST.json(200, check.json(broken)))) {
      assertThat(answer.path("errors")).hasSize(2);
      assertThat(answer.path("errors").get(0).path("path").stringValue()).isEqualTo("$.cards");
    }
    assertThat(own(ada)).isEmpty();
    var good = Ask.post("/decks/check").bearer(ada).json(draft("Good"));
    assertThat(REST.json(200, good).path("errors")).isEmpty();
    assertThat(own(ada)).isEmpty();
  }

  @Test
  void anUnknownPresetIsNamed() {
    var problem = REST.refused(422, "deck_invalid", create(ada, draft("x", "chess")));
    assertThat(problem.toString()).contains("$.rules", "standard, pocket, house");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"name\":\"\",\"cards\":[]}",
        "{\"name\":\"a\\nb\",\"cards\":[]}",
        "{\"name\":\"a\\u202eb\",\"cards\":[]}",
        "{\"name\":\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\",\"cards\":[]}",
        "{\"name\":\"a\",\"cards\":[{\"card\":\"x\",\"count\":0}]}",
        "{\"name\":\"a\",\"cards\":[{\"card\":\"x\",\"count\":-2147483648}]}",
        "{\"name\":\"a\",\"cards\":[{\"card\":\"x\",\"count\":2147483647}]}",
        "{\"name\":\"a\",\"cards\":[{\"card\":\"x\",\"count\":1},{\"card\":\"x\",\"count\":1}]}",
        "{\"name\":\"a\",\"cards\":[],\"energy_types\":[\"plasma\"]}",
        "{\"name\":\"a\",\"cards\":[],\"id\":\"mine\"}",
        "{\"name\":\"a\",\"cards\":{}}"
      })
  void aDraftThatIsNoneIsRefused(String draft) {
    REST.refused(400, "invalid_message", create(ada, draft));
  }

  @Test
  void theBoundOfAHundredHoldsUnderConcurrency() throws Exception {
    try (var threads = Executors.newFixedThreadPool(8)) {
      var tries = new ArrayList<Future<Integer>>();
      for (int i = 0; i < PlayerDecks.MAX_PER_USER + 5; i++) {
        String draft = draft("Deck " + i);
        tries.add(threads.submit(() -> REST.handle(create(ada, draft)).status()));
      }
      var answers = new TreeMap<Integer, Integer>();
      int kept = 0;
      for (var status : tries) {
        answers.merge(status.get(), 1, Integer::sum);
        kept += status.get() == 201 ? 1 : 0;
      }
      assertThat(kept).as("%s", answers).isEqualTo(PlayerDecks.MAX_PER_USER);
    }
    REST.refused(409, "limit_reached", create(ada, draft("One more")));
    assertThat(REST.handle(create(bob, draft("Bob's"))).status()).isEqualTo(201);

    assertThat(own(ada)).hasSize(PlayerDecks.MAX_PER_USER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0000", "", " ", "\u00e9", "a b", "-", "a/b"})
  void aCursorThatIsNoneIsRefused(String cursor) {
    var ask = Ask.get("/decks").bearer(ada).query("cursor", cursor);
    REST.refused(400, "invalid_message", ask);
  }

  @Test
  void aCursorOfNoDeckLeadsNowhere() {
    REST.json(201, create(ada, draft("Mine")));
    var page = REST.json(200, Ask.get("/decks").bearer(ada).query("cursor", "dNone"));
    assertThat(page.path("items")).isEmpty();
  }

  @Test
  void aRepeatedRequestKeepsOneDeck() {
    var first = REST.json(201, create(ada, draft("Once")).header("Idempotency-Key", "k"));
    var again = REST.json(201, create(ada, draft("Once")).header("Idempotency-Key", "k"));
    assertThat(again).isEqualTo(first);
    assertThat(own(ada)).hasSize(1);
    REST.refused(
        409, "message_id_reused", create(ada, draft("Twice")).header("Idempotency-Key", "k"));
    assertThat(REST.json(201, create(bob, draft("Once")).header("Idempotency-Key", "k")))
        .isNotEqualTo(first);
  }

  /** All own decks, page by page. */
  private List<String> own(String token) {
    var ids = new ArrayList<String>();
    var page = REST.json(200, Ask.get("/decks").bearer(token));
    while (true) {
      for (JsonNode deck : page.path("items")) {
        if (!deck.path("starter").booleanValue()) ids.add(deck.path("id").stringValue());
      }
      if (!page.has("next_cursor")) break;
      String cursor = page.path("next_cursor").stringValue();
      page = REST.json(200, Ask.get("/decks").bearer(token).query("cursor", cursor));
    }
    assertThat(new HashSet<>(ids)).hasSameSizeAs(ids);
    return ids;
  }

  private static Ask create(String token, String draft) {
    return Ask.post("/decks").bearer(token).json(draft);
  }

  private String draft(String name) {
    return draft(name, "standard");
  }

  private String draft(String name, String rules) {
    var list = Json.toTree(STARTERS.forRules("standard").getFirst().list());
    var draft = (ObjectNode) Json.toTree(Map.of("name", name, "rules", rules));
    draft.set("cards", list.path("cards"));
    return Json.text(draft);
  }
}
