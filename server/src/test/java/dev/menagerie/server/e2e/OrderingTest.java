package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** In full mode every commit is broadcast whole, in one order, to every viewer, without a gap. */
class OrderingTest {
  private static final List<String> OF_A_COMMIT =
      List.of(
          "ack",
          "game:action_result",
          "game:opponent_action",
          "game:state",
          "game:turn_start",
          "game:game_over");

  @Test
  void resultThenStateThenTurnStartThenGameOver() {
    try (var table = Table.by("pocket");
        var watcher = Player.connect(Person.guest())) {
      watcher.ask("game:spectate", Map.of("game_id", table.game()));
      watcher.next("game:state");
      table.playToTheEnd();
      watcher.next("game:game_over");
      int turns = table.state(0).path("turn").path("number").asInt(0);
      for (var follower : List.of(table.player(0), table.player(1), watcher)) {
        // Each has a connection of its own: that one has heard the end says nothing of the others.
        Awaitility.await().until(() -> !follower.all("game:game_over").isEmpty());
        var commits = commits(follower);
        long last = commits.lastKey();
        assertThat(last).isEqualTo(table.state(0).path("event_id").asLong());
        var told = new ArrayList<>(commits.entrySet());
        assertThat(told.getFirst().getKey() + told.size() - 1).isEqualTo(last);
        for (var commit : told.subList(1, told.size() - 1)) {
          assertThat(String.join(" ", commit.getValue()))
              .as("event %d", commit.getKey())
              .matches("(ack|game:opponent_action) game:state( game:turn_start)?");
        }
        assertThat(String.join(" ", told.getLast().getValue()))
            .matches("(ack|game:opponent_action) game:state game:game_over");
        assertThat(follower.all("game:turn_start"))
            .extracting(start -> start.path("turn_number").asInt())
            .doesNotHaveDuplicates()
            .hasSizeBetween(turns - 1, turns);
      }
      var actions = table.player(0).all("game:opponent_action").size();
      assertThat(watcher.all("game:opponent_action").size()).isGreaterThan(actions);
    }
  }

  @Test
  void withoutACallbackTheResultIsAMessageInTheAcknowledgementsPlace() {
    try (var table = Table.by("pocket")) {
      int seat = table.toAct();
      var actor = table.player(seat).passOver();
      var message = Player.action(table.game(), Player.messageId(), table.legal());
      actor.tell("game:action", message);
      var result = actor.next("game:action_result");
      assertThat(result.path("request_id").asString()).isEqualTo(message.get("message_id"));
      assertThat(result.path("ok").asBoolean()).isTrue();
      assertThat(result.path("game_id").asString()).isEqualTo(table.game());
      table.bothKnow(result.path("event_id").asLong());
      assertThat(commits(actor).lastEntry().getValue().subList(0, 2))
          .containsExactly("game:action_result", "game:state");
    }
  }

  @Test
  void everyMessageCarriesItsEnvelope() {
    try (var table = Table.by("pocket")) {
      table.steps(4);
      var messages =
          table.player(0).heard().stream()
              .filter(heard -> heard.event().startsWith("game:"))
              .toList();
      for (var heard : messages) {
        assertThat(heard.message().path("type").asString()).isEqualTo(heard.event());
        assertThat(heard.message().path("game_id").asString()).isEqualTo(table.game());
        assertThat(heard.message().path("timestamp").asString())
            .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(heard.message().path("epoch").asInt()).isPositive();
      }
      assertThat(messages.stream().map(h -> h.message().path("message_id").asString()))
          .doesNotHaveDuplicates();
    }
  }

  /** The messages of each version, in the order of arrival. */
  private static NavigableMap<Long, List<String>> commits(Player player) {
    return player.heard().stream()
        .filter(heard -> OF_A_COMMIT.contains(heard.event()) && heard.eventId() >= 0)
        .filter(heard -> !heard.event().equals("ack") || heard.message().has("action_type"))
        .collect(
            Collectors.groupingBy(
                Player.Heard::eventId,
                TreeMap::new,
                Collectors.mapping(Player.Heard::event, Collectors.toList())));
  }
}
