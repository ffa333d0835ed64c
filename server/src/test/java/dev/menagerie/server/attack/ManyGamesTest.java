package dev.menagerie.server.attack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.e2e.Api;
import dev.menagerie.server.e2e.Person;
import dev.menagerie.server.e2e.Servers;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One user takes no more of the server's games, and of its lists, than their share. */
class ManyGamesTest {
  private static final Map<String, ?> LISTED = Map.of("kind", "open", "listed", true);

  private static final Map<String, ?> BOT = Map.of("kind", "bot", "bot", "random");

  private static Api.Reply create(Person person, Map<String, ?> opponent) {
    var body = new HashMap<String, Object>();
    body.put("deck_id", "pocket-embers");
    body.put("rules_config", "pocket");
    if (!opponent.isEmpty()) body.put("opponent", opponent);
    return person.api().post("/games", body);
  }

  @Test
  void aUserHasAShareOfUnfinishedGamesWhateverTheirKind() {
    try (var server = Servers.another(s -> s.gamesPerUser(3, 2))) {
      var eve = Person.guest(server.url());
      create(eve, Map.of()).ok();
      create(eve, LISTED).ok();
      var third = create(eve, BOT).ok().path("game_id").asString();
      for (var kind : List.of(Map.<String, Object>of(), LISTED, BOT)) {
        var refused = create(eve, kind).refused(409, "limit_reached");
        assertThat(refused.path("details").path("most").asInt()).isEqualTo(3);
      }
      eve.api().post("/games/" + third + "/resign").ok();
      create(eve, Map.of()).ok();
    }
  }

  @Test
  void creationsAtOnceDoNotPassTheShare() throws Exception {
    try (var server = Servers.another(s -> s.gamesPerUser(3, 3));
        var all = Executors.newVirtualThreadPerTaskExecutor()) {
      var eve = Person.guest(server.url());
      var answers =
          IntStream.range(0, 12).mapToObj(_ -> all.submit(() -> create(eve, LISTED))).toList();
      var statuses = new ArrayList<Integer>();
      for (var answer : answers) statuses.add(answer.get().status());
      assertThat(statuses).containsOnly(201, 409);
      assertThat(statuses).filteredOn(status -> status == 201).hasSize(3);
    }
  }

  @Test
  void joinsAtOnceDoNotPassTheShare() throws Exception {
    try (var server = Servers.another(s -> s.gamesPerUser(3, 3));
        var all = Executors.newVirtualThreadPerTaskExecutor()) {
      var eve = Person.guest(server.url());
      var games = new ArrayList<String>();
      for (int i = 0; i < 12; i++) {
        var host = Person.guest(server.url());
        games.add(create(host, LISTED).ok().path("game_id").asString());
      }
      var body = Map.of("deck_id", "pocket-embers");
      var answers =
          games.stream()
              .map(game -> all.submit(() -> eve.api().post("/games/" + game + "/join", body)))
              .toList();
      var statuses = new ArrayList<Integer>();
      for (var answer : answers) statuses.add(answer.get().status());
      assertThat(statuses).filteredOn(status -> status == 200).hasSize(3);
      assertThat(statuses).containsOnly(200, 409);
    }
  }

  @Test
  void oneUserDoesNotFillTheListOfOpenGames() {
    try (var server = Servers.another(s -> s.gamesPerUser(100, 2))) {
      var eve = Person.guest(server.url());
      for (int i = 0; i < 2; i++) create(eve, LISTED).ok();
      create(eve, LISTED).refused(409, "limit_reached");
      create(eve, Map.of()).ok();
      var ada = Person.guest(server.url());
      var game = create(ada, LISTED).ok().path("game_id").asString();
      var open = ada.api().get("/games/open").ok().path("items").valueStream().toList();
      assertThat(open).anyMatch(item -> item.path("game_id").asString().equals(game));
      assertThat(open)
          .filteredOn(item -> item.path("players").toString().contains(eve.id()))
          .hasSizeLessThanOrEqualTo(2);
    }
  }

  @Test
  void everyUnfinishedGameIsOnSomePageOfOnesOwn() {
    var ada = Person.guest();
    var created = new ArrayList<String>();
    for (int i = 0; i < 60; i++) {
      created.add(create(ada, Map.of()).ok().path("game_id").asString());
    }
    var found = new ArrayList<String>();
    var cursor = "";
    do {
      var page = ada.api().get("/games/me/active" + cursor).ok();
      page.path("items").forEach(game -> found.add(game.path("game_id").asString()));
      cursor = page.has("next_cursor") ? "?cursor=" + page.path("next_cursor").asString() : "";
    } while (!cursor.isEmpty());
    assertThat(found).containsExactlyInAnyOrderElementsOf(created);
  }

  private static String cursor(String plain) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(UTF_8));
  }

  @Test
  void aForgedCursorIsRefused() {
    var ada = Person.guest();
    for (var forged :
        List.of(
            "x",
            "AAAA",
            "2026-01-01",
            "1'or'1",
            "%F0%9F%98%80",
            cursor("+1000000000-12-31T23:59:59Z g"),
            cursor("-1000000000-01-01T00:00:00Z g"),
            cursor("2026-01-01T00:00:00Z g\0"),
            cursor("2026-01-01T00:00:00Z"))) {
      for (var list : List.of("me/active", "me/history", "live", "open")) {
        ada.api().get("/games/" + list + "?cursor=" + forged).refused(400, "invalid_message");
      }
    }
  }
}
