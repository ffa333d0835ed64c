package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * No client receives a card before it has been disclosed. The decks have no card in common, so a
 * name on the wire identifies its owner.
 */
class SecrecyTest {
  private static final Set<String> PUBLIC_ZONES = Set.of("active", "bench", "discard");

  /** What an effect or a mulligan shows is known from then on. */
  private static final Set<String> SHOWING =
      Set.of("mulligan_taken", "pokemon_revealed", "cards_revealed", "cards_looked_at");

  @ParameterizedTest
  @ValueSource(strings = {"pocket", "standard"})
  void noMessageNamesAHiddenCard(String rules) {
    var people = List.of(Person.guest(), Person.guest());
    var decks =
        List.of(new Deck(rules, 0, people.getFirst()), new Deck(rules, 1, people.getLast()));
    var game = open(rules, people, decks);
    try (var first = Player.connect(people.getFirst());
        var second = Player.connect(people.getLast());
        var watcher = Player.connect(Person.guest())) {
      watcher.ask("game:spectate", Map.of("game_id", game));
      var players = List.of(first, second);
      for (var player : players) player.next("game:state");
      play(game, players);
      watcher.next("game:game_over");
      for (int seat = 0; seat < 2; seat++) {
        var exclusive = new HashSet<>(decks.get(seat).cards());
        exclusive.removeAll(decks.get(1 - seat).cards());
        var seen = seen(players.get(seat), seat, exclusive);
        assertThat(leaks(players.get(1 - seat), exclusive, seen)).isEmpty();
        assertThat(leaks(watcher, exclusive, seen)).isEmpty();
        assertThat(idsInHand(players.get(seat), seat)).isNotEmpty();
      }
      noIdOfAHiddenCard(players, watcher);
    }
  }

  private record Deck(String id, Set<String> cards) {
    Deck(String rules, int index, Person person) {
      this(person, Table.deck(rules, index));
    }

    private Deck(Person person, String id) {
      this(
          id,
          Set.copyOf(
              person
                  .api()
                  .get("/decks")
                  .ok()
                  .path("items")
                  .valueStream()
                  .filter(deck -> deck.path("id").asString().equals(id))
                  .flatMap(deck -> deck.path("cards").valueStream())
                  .map(card -> card.path("card").stringValue())
                  .toList()));
    }
  }

  private static String open(String rules, List<Person> people, List<Deck> decks) {
    var created =
        people
            .getFirst()
            .api()
            .post("/games", Map.of("deck_id", decks.getFirst().id(), "rules_config", rules))
            .ok();
    var game = created.path("game_id").stringValue();
    people
        .getLast()
        .api()
        .post(
            "/games/" + game + "/join",
            Map.of(
                "deck_id", decks.getLast().id(),
                "invite_code", created.path("invite_code").stringValue()))
        .ok();
    return game;
  }

  private static void play(String game, List<Player> players) {
    var random = new SplittableRandom(game.hashCode());
    while (!players.getFirst().state().path("status").asString().equals("finished")) {
      int seat = players.getFirst().state().path("legal_actions").isEmpty() ? 1 : 0;
      var legal = players.get(seat).state().path("legal_actions");
      var reply = players.get(seat).act(game, legal.get(random.nextInt(legal.size())));
      assertThat(reply.path("ok").asBoolean()).as("%s", reply).isTrue();
      for (var player : players) {
        player.next(
            "game:state", s -> s.path("event_id").asLong() >= reply.path("event_id").asLong());
      }
    }
  }

  /** By version: what of a player's own cards has lain open, as the player sees the table. */
  private static NavigableMap<Long, Set<String>> seen(
      Player owner, int seat, Set<String> exclusive) {
    var seen = new TreeMap<Long, Set<String>>();
    var all = new HashSet<String>();
    for (var message : owner.all("game:state")) {
      var state = message.path("state");
      for (var zone : PUBLIC_ZONES)
        mentioned(state.path("players").path(seat).path(zone), exclusive, all);
      mentioned(state.path("stadium"), exclusive, all);
      seen.put(message.path("event_id").asLong(), Set.copyOf(all));
    }
    return seen;
  }

  private static void mentioned(JsonNode node, Set<String> names, Set<String> found) {
    if (node.isString()) {
      if (names.contains(node.stringValue())) found.add(node.stringValue());
    } else {
      node.forEach(child -> mentioned(child, names, found));
    }
  }

  private static List<String> leaks(
      Player viewer, Set<String> exclusive, NavigableMap<Long, Set<String>> seen) {
    var leaks = new ArrayList<String>();
    var shown = new HashSet<String>();
    for (var heard : viewer.heard()) {
      if (heard.eventId() < 0) continue;
      var found = new HashSet<String>();
      mentioned(heard.message(), exclusive, found);
      for (var event : heard.message().path("events")) {
        if (isShowing(heard.message(), event)) mentioned(event, exclusive, shown);
      }
      var open = seen.floorEntry(heard.eventId());
      if (open != null) found.removeAll(open.getValue());
      found.removeAll(shown);
      if (!found.isEmpty()) leaks.add(found + " in " + heard.event() + " " + heard.message());
    }
    return leaks;
  }

  /** Who takes a card of a certain kind out of their deck shows it. */
  private static boolean isShowing(JsonNode message, JsonNode event) {
    var type = event.path("type").asString();
    boolean taken = type.equals("cards_moved") && event.path("from").asString("").equals("deck");
    return SHOWING.contains(type)
        || (taken && message.path("action_type").asString().equals("select"));
  }

  private static Set<String> idsInHand(Player owner, int seat) {
    var ids = new HashSet<String>();
    for (var message : owner.all("game:state")) {
      message
          .path("state")
          .path("players")
          .path(seat)
          .path("hand")
          .forEach(card -> ids.add(card.path("id").stringValue()));
    }
    return ids;
  }

  /** While a card is in a hand, only its owner receives its id. */
  private static void noIdOfAHiddenCard(List<Player> players, Player watcher) {
    for (int seat = 0; seat < 2; seat++) {
      for (var viewer : List.of(players.get(1 - seat), watcher)) {
        var states = new TreeMap<Long, JsonNode>();
        for (var message : viewer.all("game:state")) {
          states.put(message.path("event_id").asLong(), message.path("state"));
        }
        for (var message : players.get(seat).all("game:state")) {
          var theirs = states.get(message.path("event_id").asLong());
          if (theirs == null) continue;
          var ids = new HashSet<String>();
          message
              .path("state")
              .path("players")
              .path(seat)
              .path("hand")
              .forEach(card -> ids.add(card.path("id").stringValue()));
          var found = new HashSet<String>();
          mentioned(theirs, ids, found);
          assertThat(found).as("%s", theirs).isEmpty();
          assertThat(theirs.path("players").path(seat).path("hand").isNull()).isTrue();
          assertThat(theirs.path("players").path(seat).path("prizes").valueStream())
              .allMatch(JsonNode::isNull);
        }
      }
    }
  }
}
