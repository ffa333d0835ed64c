package dev.menagerie.server.chaos;

import dev.menagerie.server.e2e.Player.Heard;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What a client may rely on in whatever comes over one connection, in full mode: event ids never
 * fall within an epoch, a state that leaves some out says {@code resync} or answers a join, and
 * nothing names a card that the other player alone may know.
 */
final class Told {
  /** By event: the member that only the player whose event it is may see. */
  private static final Map<String, String> OWN =
      Map.of(
          "card_drawn", "cards",
          "cards_looked_at", "cards",
          "pokemon_placed", "card",
          "prize_taken", "card");

  private Told() {}

  /**
   * Each breach in one line.
   *
   * @param seat of the player whose connection it was, in this game and in any other
   */
  static List<String> complaints(String game, int seat, List<Heard> heard) {
    var complaints = new ArrayList<String>();
    order(game, heard, complaints);
    for (var one : heard) secrets(game, seat, one, complaints);
    return complaints;
  }

  private static void order(String game, List<Heard> heard, List<String> complaints) {
    long epoch = -1;
    long last = -1;
    boolean asked = true;
    for (var one : heard) {
      // Only the answer to a join names the status of the game.
      if (one.event().equals("ack") && one.message().has("status")) asked = true;
      if (!one.event().equals("game:state")) continue;
      var state = one.message().path("state");
      if (!state.path("game_id").asString("").equals(game)) continue;
      long id = state.path("event_id").asLong();
      boolean same = state.path("epoch").asLong() == epoch;
      boolean told = asked || one.message().path("resync").asBoolean(false);
      if (same && id < last) complaints.add("game " + game + " fell from " + last + " to " + id);
      if (same && id > last + 1 && !told) {
        complaints.add("game " + game + " went from " + last + " to " + id + " without resync");
      }
      epoch = state.path("epoch").asLong();
      last = id;
      asked = false;
    }
  }

  private static void secrets(String game, int seat, Heard heard, List<String> complaints) {
    int other = 1 - seat;
    if (heard.message().path("state").path("players").path(other).hasNonNull("hand")) {
      complaints.add("game " + game + " showed player " + seat + " the hand of the other");
    }
    events(heard.message())
        .filter(event -> event.path("player").asInt(-1) == other)
        .filter(event -> event.hasNonNull(OWN.getOrDefault(event.path("type").asString(""), "")))
        .forEach(event -> complaints.add("game " + game + " told player " + seat + " " + event));
  }

  private static Stream<JsonNode> events(JsonNode message) {
    return Stream.concat(
        message.path("events").valueStream(),
        message
            .path("missed_events")
            .valueStream()
            .flatMap(one -> one.path("events").valueStream()));
  }
}
