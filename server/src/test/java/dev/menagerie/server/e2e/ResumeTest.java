package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.codec.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A client that was away, whenever and for how long, afterwards knows what all others know. */
class ResumeTest {
  @Test
  void aResumeFromAnyEventGivesTheEventsThatWereSentLive() {
    try (var table = Table.by("pocket");
        var watcher = Player.connect(Person.guest())) {
      watcher.ask("game:spectate", Map.of("game_id", table.game()));
      watcher.next("game:state");
      table.playToTheEnd();
      watcher.next("game:game_over");
      var viewers = List.of(table.player(0), table.player(1), watcher);
      var events = List.of("game:join", "game:join", "game:spectate");
      for (int i = 0; i < viewers.size(); i++)
        resumesEverywhere(table, viewers.get(i), events.get(i));
    }
  }

  private static void resumesEverywhere(Table table, Player viewer, String event) {
    var live = toldLive(viewer);
    var end = viewer.state();
    long last = end.path("event_id").asLong();
    int epoch = end.path("epoch").asInt();
    for (long from = live.keySet().stream().min(Long::compare).orElseThrow() - 1;
        from <= last;
        from++) {
      viewer.passOver();
      var reply = viewer.ask(event, resuming(table.game(), from, epoch));
      assertThat(reply.path("ok").asBoolean()).isTrue();
      var state = viewer.next("game:state");
      assertThat(state.path("resync").asBoolean(false)).isFalse();
      assertThat(state.path("state")).isEqualTo(end);
      var missed = state.path("missed_events");
      assertThat(missed.size()).as("after %d", from).isEqualTo((int) (last - from));
      for (var told : missed) {
        assertThat(told).isEqualTo(live.get(told.path("event_id").asLong()));
      }
    }
  }

  /** The live events of each version, in the form of missed events. */
  private static Map<Long, JsonNode> toldLive(Player viewer) {
    var live = new HashMap<Long, JsonNode>();
    var me = viewer.all("session:ready").getFirst().path("user_id").asString();
    for (var heard : viewer.heard()) {
      var message = heard.message();
      if (!message.has("action_type") || !message.has("events")) continue;
      var player = heard.event().equals("ack") ? Json.toTree(me) : message.path("player_id");
      var told = new HashMap<String, Object>();
      told.put("event_id", heard.eventId());
      told.put("player_id", player);
      told.put("action_type", message.path("action_type"));
      told.put("events", message.path("events"));
      live.put(heard.eventId(), Json.toTree(told));
    }
    return live;
  }

  private static Map<String, Object> resuming(String game, long from, int epoch) {
    return Map.of(
        "message_id", Player.messageId(), "game_id", game, "last_event_id", from, "epoch", epoch);
  }

  @Test
  void missingEventsAreAResync() {
    try (var table = Table.by("pocket")) {
      table.steps(4);
      long version = table.state(0).path("event_id").asLong();
      int epoch = table.state(0).path("epoch").asInt();
      for (var resume :
          List.of(
              resuming(table.game(), version, epoch + 1),
              resuming(table.game(), version + 1, epoch),
              resuming(table.game(), -1, epoch))) {
        table.player(0).passOver().ask("game:join", resume);
        var state = table.player(0).next("game:state");
        assertThat(state.path("resync").asBoolean(false)).isTrue();
        assertThat(state.has("missed_events")).isFalse();
        assertThat(state.path("state").path("event_id").asLong()).isEqualTo(version);
      }
    }
  }

  @Test
  void connectingAgainLeadsBackToTheGame() {
    try (var table = Table.by("pocket")) {
      table.steps(3);
      var before = table.state(1);
      table.player(1).leave();
      try (var again = Player.connect(table.person(1))) {
        assertThat(again.next("session:ready").path("active_games").get(0).asString())
            .isEqualTo(table.game());
        assertThat(again.next("game:state").path("state").path("players"))
            .isEqualTo(before.path("players"));
      }
    }
  }

  @Test
  void aRejoinOfAnotherUsersGameResumesTheOwnOne() {
    try (var table = Table.by("pocket");
        var foreign = Table.by("pocket")) {
      table.steps(3);
      table.player(0).leave();
      for (var game : List.of("gNoSuchGameAtAll", "no id at all", foreign.game())) {
        var resume = Map.of("game_id", game, "last_event_id", "0", "epoch", "1");
        try (var again = Player.connect(table.person(0), resume)) {
          var told = again.next("game:state");
          assertThat(told.path("game_id").asString()).isEqualTo(table.game());
          assertThat(told.has("missed_events")).isFalse();
        }
      }
    }
  }

  /**
   * The connection is cut after every commit; the missed events come with the reconnect, and the
   * game goes on.
   */
  @Test
  void aPlayerCutAfterEveryCommitPlaysTheGameToItsEnd() {
    try (var table = Table.by("pocket")) {
      var away = table.person(1);
      var there = table.player(0);
      table.player(1).leave();
      var known = table.state(1);
      while (!known.path("status").asString().equals("finished")) {
        known = comeActLeave(table, away, there, known);
        if (!there.state().path("legal_actions").isEmpty()) {
          var reply = there.act(table.game(), there.state().path("legal_actions").get(0));
          assertThat(reply.path("ok").asBoolean()).as("%s", reply).isTrue();
          there.stateAt(reply.path("event_id").asLong());
        }
        if (there.state().path("status").asString().equals("finished")) break;
      }
      WholeGameTest.agrees(away, table.game(), there.next("game:game_over"));
    }
  }

  private static JsonNode comeActLeave(Table table, Person away, Player there, JsonNode known) {
    var resume =
        Map.of(
            "game_id", table.game(),
            "last_event_id", known.path("event_id").asString(),
            "epoch", known.path("epoch").asString());
    try (var player = Player.connect(away, resume, "websocket")) {
      var told = player.next("game:state");
      assertThat(told.path("resync").asBoolean(false)).isFalse();
      long version = told.path("state").path("event_id").asLong();
      // A grace granted at this reconnect is among the missed events: it happened before the state
      // was sent.
      assertThat(told.path("missed_events").size())
          .isEqualTo((int) (version - known.path("event_id").asLong()));
      var legal = told.path("state").path("legal_actions");
      if (legal.isEmpty()) {
        there.stateAt(version);
        return told.path("state");
      }
      var reply = player.act(table.game(), legal.get(0));
      assertThat(reply.path("ok").asBoolean()).as("%s", reply).isTrue();
      long after = reply.path("event_id").asLong();
      there.stateAt(after);
      return player.stateAt(after);
    }
  }

  @Test
  void theResultIsDeliveredToAPlayerWhoWasAwayAtTheEnd() {
    try (var table = Table.by("pocket")) {
      table.steps(2);
      var known = table.state(1);
      table.player(1).leave();
      table.person(0).api().post("/games/" + table.game() + "/resign").ok();
      var resume =
          Map.of(
              "game_id", table.game(),
              "last_event_id", known.path("event_id").asString(),
              "epoch", known.path("epoch").asString());
      try (var again = Player.connect(table.person(1), resume)) {
        var state = again.next("game:state");
        assertThat(state.path("state").path("status").asString()).isEqualTo("finished");
        assertThat(state.path("missed_events").get(0).path("action_type").asString())
            .isEqualTo("resign");
        assertThat(again.next("game:game_over").path("winner_id").asString())
            .isEqualTo(table.person(1).id());
      }
    }
  }
}
