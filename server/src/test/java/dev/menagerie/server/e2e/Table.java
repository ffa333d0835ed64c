package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;

/** A game of two people and the clients they play it with, in full mode. */
public final class Table implements AutoCloseable {
  /** No game that goes forward takes as many. */
  private static final int MAX_COMMITS = 3_000;

  private final String game;
  private final List<Person> people;
  private final List<Player> players;
  private final SplittableRandom random;

  private Table(String game, List<Person> people, List<Player> players, long seed) {
    this.game = game;
    this.people = people;
    this.players = players;
    this.random = new SplittableRandom(seed);
  }

  /** A public game by these rules, both seats taken, both players connected and joined. */
  public static Table by(Object rules) {
    return created(Map.of("deck_id", deck(rules, 0), "rules_config", rules));
  }

  public static Table created(Map<String, ?> creation) {
    var people = List.of(Person.guest(), Person.guest());
    return created(creation, people);
  }

  public static Table created(Map<String, ?> creation, List<Person> people) {
    var game = open(creation, people);
    var players = people.stream().map(Player::connect).toList();
    var table = new Table(game, people, players, game.hashCode());
    for (var player : players) {
      player.next("session:ready");
      assertThat(player.join(game).path("ok").asBoolean()).isTrue();
    }
    return table;
  }

  /** Creates a game and takes the second seat; the answer is its id. */
  public static String open(Map<String, ?> creation, List<Person> people) {
    var created = people.getFirst().api().post("/games", creation).ok();
    var game = created.path("game_id").stringValue();
    people
        .getLast()
        .api()
        .post(
            "/games/" + game + "/join",
            Map.of(
                "deck_id",
                creation.get("deck_id"),
                "invite_code",
                created.path("invite_code").stringValue()))
        .ok();
    return game;
  }

  public static String deck(Object rules, int index) {
    var preset = rules instanceof Map<?, ?> map ? map.get("preset") : rules;
    return Person.guest()
        .api()
        .get("/decks")
        .ok()
        .path("items")
        .valueStream()
        .filter(deck -> deck.path("rules").asString().equals(preset))
        .skip(index)
        .findFirst()
        .orElseThrow()
        .path("id")
        .stringValue();
  }

  public String game() {
    return game;
  }

  public Person person(int seat) {
    return people.get(seat);
  }

  public Player player(int seat) {
    return players.get(seat);
  }

  /** The latest state that a player has received. */
  public JsonNode state(int seat) {
    return players.get(seat).state();
  }

  /** The player to act, by the latest state of both. */
  public int toAct() {
    for (int seat = 0; seat < players.size(); seat++) {
      if (!state(seat).path("legal_actions").isEmpty()) return seat;
    }
    throw new AssertionError("nobody may act: " + state(0));
  }

  public boolean isOver() {
    return state(0).path("status").stringValue().equals("finished");
  }

  /** One legal action by whose turn it is; returns when both know of it. */
  public JsonNode step() {
    int seat = toAct();
    var reply = players.get(seat).act(game, choose(state(seat).path("legal_actions")));
    assertThat(reply.path("ok").asBoolean(false)).as("%s", reply).isTrue();
    bothKnow(reply.path("event_id").asLong());
    return reply;
  }

  /**
   * Nobody attacks until this turn, so that the game is surely not over: each passes, or does the
   * first thing that must be done.
   */
  public void passUntil(int turn) {
    for (int i = 0; i < MAX_COMMITS; i++) {
      if (state(0).path("turn").path("number").asInt() >= turn) return;
      int seat = toAct();
      var legal = state(seat).path("legal_actions");
      var pass =
          legal.valueStream().filter(action -> action.path("type").asString().equals("pass"));
      var reply = players.get(seat).act(game, pass.findFirst().orElse(legal.get(0)));
      bothKnow(reply.path("event_id").asLong());
    }
    throw new AssertionError("turn " + turn + " does not come: " + state(0));
  }

  public void bothKnow(long version) {
    for (var player : players) player.stateAt(version);
  }

  public void steps(int count) {
    for (int i = 0; i < count && !isOver(); i++) step();
  }

  public void playToTheEnd() {
    for (int i = 0; i < MAX_COMMITS; i++) {
      if (isOver()) return;
      step();
    }
    throw new AssertionError("the game does not end: " + state(0));
  }

  /** Attacks and passes end turns: the rest comes first, mostly. */
  private JsonNode choose(JsonNode legal) {
    var first = legal.get(random.nextInt(legal.size()));
    var type = first.path("type").stringValue();
    boolean ends = type.equals("pass") || type.equals("attack");
    return ends ? legal.get(random.nextInt(legal.size())) : first;
  }

  /** One legal action of whose turn it is. */
  public JsonNode legal() {
    return state(toAct()).path("legal_actions").get(0);
  }

  @Override
  public void close() {
    players.forEach(Player::close);
  }
}
