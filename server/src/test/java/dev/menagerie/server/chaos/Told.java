package dev.menagerie.server.chaos;

import dev.menagerie.server.e2e.Player.Heard;
import java.util.ArrayList;
import java.util.List;

/**
 * What a client may rely on in whatever comes over one connection, in full mode: event ids never
 * fall within an epoch, and a state that leaves some out says {@code resync} or answers a join.
 */
final class Told {
  private Told() {}

  /** Each breach in one line. */
  static List<String> complaints(String game, List<Heard> heard) {
    var complaints = new ArrayList<String>();
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
    return complaints;
  }
}
