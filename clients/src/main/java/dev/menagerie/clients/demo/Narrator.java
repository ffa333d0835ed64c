package dev.menagerie.clients.demo;

import dev.menagerie.clients.wire.RestClient;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** Watches a public game as a spectator and prints it line by line. */
final class Narrator {
  private static final int PATIENCE_SECONDS = 120;

  private final GameClient client;
  private final String gameId;
  private final Map<String, String> cardNames;
  private final PrintStream out;
  private final Map<String, String> pieces = new HashMap<>();
  private final Map<Integer, String> seats = new HashMap<>();

  Narrator(GameClient client, String gameId, Map<String, String> cardNames, PrintStream out) {
    this.client = client;
    this.gameId = gameId;
    this.cardNames = cardNames;
    this.out = out;
  }

  /** Connects and waits until it sees the game. */
  void sitDown() throws InterruptedException {
    client.connect();
    client.send("game:spectate", Map.of("message_id", "watch", "game_id", gameId));
    GameClient.ReceivedMessage received;
    do {
      received = next();
      learn(received.message());
    } while (!received.event().equals("game:state"));
  }

  /** Prints every event until the game is over. */
  void narrate() throws InterruptedException {
    while (true) {
      var received = next();
      learn(received.message());
      switch (received.event()) {
        case "game:opponent_action" -> received.message().get("events").forEach(this::line);
        case "game:game_over" -> {
          over(received.message());
          return;
        }
        case "connect_error", "session:closed", "game:error" ->
            throw new DemoPlayer.DemoFailed(received.event() + " " + received.message());
        default -> {} // states are read, not printed
      }
    }
  }

  private GameClient.ReceivedMessage next() throws InterruptedException {
    var received = client.received().poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (received == null) throw new DemoPlayer.DemoFailed("nothing to tell for two minutes");
    return received;
  }

  /** Records the card of each instance id and the player of each seat. */
  private void learn(JsonNode node) {
    if (node.isObject()) {
      var id = node.get("id");
      var card = node.get("card");
      if (id != null && card != null && id.isString() && card.isString()) {
        pieces.put(
            id.stringValue(), cardNames.getOrDefault(card.stringValue(), card.stringValue()));
      }
      var seat = node.get("seat");
      var name = node.get("name");
      if (seat != null && name != null) seats.put(seat.asInt(), name.asString());
    }
    for (JsonNode child : node) learn(child);
  }

  private void line(JsonNode event) {
    var type = event.get("type").asString();
    var who = event.has("player") ? seats.getOrDefault(event.get("player").asInt(), "?") : "";
    var text =
        switch (type) {
          case "turn_started" ->
              String.format(Locale.ROOT, "%n— turn %d: %s", event.get("turn_number").asInt(), who);
          case "pokemon_played", "pokemon_benched" -> who + " plays " + piece(event, "pokemon");
          case "pokemon_evolved" -> who + " evolves into " + piece(event, "pokemon");
          case "energy_attached" ->
              who + " attaches " + piece(event, "energy") + " to " + named(event, "target_id");
          case "tool_attached" ->
              who + " gives " + piece(event, "tool") + " to " + named(event, "target_id");
          case "trainer_played" -> who + " plays " + piece(event, "trainer");
          case "stadium_played" -> who + " puts down " + piece(event, "stadium");
          case "ability_used" ->
              named(event, "pokemon_id") + " uses " + event.get("ability").asString();
          case "attack_used" ->
              named(event, "pokemon_id") + " attacks: " + event.get("attack").asString();
          case "damage_dealt" ->
              "   " + event.get("amount").asInt() + " damage to " + named(event, "pokemon_id");
          case "damage_healed" ->
              "   " + event.get("amount").asInt() + " healed on " + named(event, "pokemon_id");
          case "condition_applied" ->
              "   " + named(event, "pokemon_id") + " is " + event.get("condition").asString();
          case "coin_flipped" -> "   coin: " + (event.get("heads").asBoolean() ? "heads" : "tails");
          case "knocked_out" -> "   " + named(event, "pokemon_id") + " is knocked out";
          case "prize_taken" -> who + " takes a prize";
          case "points_scored" -> who + " scores " + event.get("points").asInt();
          case "retreated" -> who + " retreats " + named(event, "pokemon_id");
          case "active_changed" -> who + " sends in " + named(event, "pokemon_id");
          case "mulligan_taken" -> who + " shows a hand without a Basic and draws again";
          case "timed_out" -> who + " ran out of time";
          default -> "";
        };
    if (!text.isEmpty()) out.println(text);
  }

  private String piece(JsonNode event, String member) {
    var card = event.get(member);
    if (card == null) return "a card";
    return card.isString() ? pieces.getOrDefault(card.stringValue(), "a card") : named(card, "id");
  }

  private String named(JsonNode holder, String member) {
    var id = holder.get(member);
    return id == null ? "a card" : pieces.getOrDefault(id.asString(), "a card");
  }

  private void over(JsonNode message) {
    var winner = message.get("winner_id");
    var reason = message.get("end_reason").asString();
    out.printf(
        Locale.ROOT,
        "%nGame over after %.1f s (%s): %s.%n",
        message.get("duration_ms").asLong() / 1000.0,
        reason,
        winner == null || winner.isNull() ? "a tie" : winnerName(winner.asString()) + " wins");
    out.println("Replay: " + message.get("replay_url").asString());
  }

  private String winnerName(String playerId) {
    return players.getOrDefault(playerId, playerId);
  }

  private final Map<String, String> players = new HashMap<>();

  void introduce(RestClient.Guest guest) {
    players.put(guest.id(), guest.name());
  }
}
