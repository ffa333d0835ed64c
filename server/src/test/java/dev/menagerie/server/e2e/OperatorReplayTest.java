package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.codec.Json;
import dev.menagerie.server.commandline.Cli;
import dev.menagerie.server.commandline.LocalServer;
import dev.menagerie.testkit.Ports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An operator reads what happened in a game: its timeline, and its replay once it is over. */
class OperatorReplayTest {
  private static final Duration SOON = Duration.ofMinutes(1);

  private final int port = Ports.free();

  private @TempDir Path directory;
  private LocalServer server;
  private Operator oda;
  private Operator vera;

  @BeforeEach
  void start() {
    var tokens = Operator.tokens(directory);
    oda = Operator.oda(directory, port);
    vera = Operator.vera(directory, port);
    server = Servers.another(s -> s.managementPort(port).managementTokens(tokens));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private List<Person> people() {
    return List.of(Person.guest(server.url()), Person.guest(server.url()));
  }

  private static Map<String, Object> privately(Object rules) {
    return Map.of(
        "deck_id", Table.deck("pocket", 0), "rules_config", rules, "spectators", "private");
  }

  @Test
  void theReplayOfAPrivateGameIsReadAfterItsEndAndAudited() throws Exception {
    var people = people();
    String game;
    try (var table = Table.created(privately("pocket"), people)) {
      table.steps(8);
      game = table.game();
      assertThat(vera.refused("replay", game)).contains("played to an end");
      oda.does("end", game, "loser=0");
      table.player(0).next("game:game_over");
    }
    Awaitility.await()
        .atMost(SOON)
        .until(() -> vera.does("game", game).path("status").asString().equals("finished"));
    Person.guest(server.url())
        .api()
        .get("/games/" + game + "/replay")
        .refused(404, "game_not_found");

    var replay = vera.does("replay", game);

    assertThat(replay).isEqualTo(people.getFirst().api().get("/games/" + game + "/replay").ok());
    var file = Files.write(directory.resolve("replay.json"), Json.bytes(replay));
    assertThat(Cli.run("replay", file.toString()).exitCode()).isZero();
    var acts = vera.does("audit", "subject=" + game, "operator=vera").path("items");
    assertThat(acts.valueStream().map(act -> act.path("act").asString()))
        .containsExactly("replay", "replay");
    assertThat(acts.valueStream().map(act -> act.path("status").asInt())).containsExactly(200, 409);
    assertThat(vera.refused("replay", "gnobody")).contains("no such game");
  }

  @Test
  void eachStepOfAFinishedGameIsShownAsEachSeatSawIt() {
    var people = people();
    var told = new HashMap<Long, JsonNode>();
    String game;
    try (var table = Table.created(privately("pocket"), people)) {
      game = table.game();
      assertThat(vera.refused("frames", game, "viewer=0")).contains("played to an end");
      for (int i = 0; i < 12; i++) {
        long version = table.step().path("event_id").asLong();
        told.put(version, sawAs(table.state(1)));
      }
      oda.does("end", game, "loser=0");
      table.player(0).next("game:game_over");
    }
    Awaitility.await()
        .atMost(SOON)
        .until(() -> vera.does("game", game).path("status").asString().equals("finished"));

    var page = vera.does("frames", game, "viewer=1", "from=2", "limit=5");

    assertThat(page.path("items").valueStream().map(frame -> frame.path("event_id").asLong()))
        .containsExactly(3L, 4L, 5L, 6L, 7L);
    assertThat(page.path("next_cursor").asString()).isEqualTo("7");
    var frames = vera.does("frames", game, "viewer=1").path("items");
    assertThat(frames.valueStream().filter(frame -> told.containsKey(version(frame)))).hasSize(12);
    for (var frame : frames) {
      var then = told.getOrDefault(version(frame), sawAs(frame.path("state")));
      assertThat(sawAs(frame.path("state"))).as("version %d", version(frame)).isEqualTo(then);
    }
    var watched = vera.does("frames", game, "viewer=spectator", "limit=1").path("items").get(0);
    assertThat(watched.at("/state/players").valueStream().map(side -> side.path("hand").isNull()))
        .containsExactly(true, true);
    assertThat(vera.refused("frames", game, "viewer=2")).contains("0, 1 or spectator");
    assertThat(vera.does("audit", "subject=" + game, "operator=vera").at("/items/1/act").asString())
        .isEqualTo("replay-frames");
  }

  private static long version(JsonNode frame) {
    return frame.path("event_id").asLong();
  }

  /** What of a state depends on the game only: not on its clock, and not on what may be done. */
  private static JsonNode sawAs(JsonNode state) {
    var copy = (ObjectNode) state.deepCopy();
    copy.remove(List.of("game_type", "legal_actions", "setup_deadline"));
    if (copy.path("turn") instanceof ObjectNode turn) turn.remove("deadline");
    if (copy.path("pending") instanceof ObjectNode pending) pending.remove("deadline");
    return copy;
  }

  @Test
  void aTimeoutIsARowOfTheTimeline() {
    var timer =
        Map.of(
            "turn_ms",
            1_000,
            "warning_ms",
            500,
            "choice_ms",
            1_000,
            "grace_ms",
            500,
            "timeouts_before_loss",
            1);
    var people = people();
    var game = Table.open(privately(Map.of("preset", "pocket", "timer", timer)), people);

    Awaitility.await()
        .atMost(SOON)
        .until(() -> vera.does("game", game).path("status").asString().equals("finished"));

    var steps = vera.does("timeline", game).path("items");
    var timeouts =
        steps
            .valueStream()
            .filter(step -> step.path("move").asString().equals("timed_out"))
            .toList();
    assertThat(timeouts).isNotEmpty().allMatch(OperatorReplayTest::isOfTheClock);
    assertThat(vera.does("game", game).path("end_reason").asString()).isEqualTo("timeout");
  }

  private static boolean isOfTheClock(JsonNode step) {
    return !step.path("seat").isNumber() && step.path("event_id").asLong() > 1;
  }
}
