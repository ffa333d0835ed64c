package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.menagerie.client.Commit;
import dev.menagerie.client.GameSession;
import dev.menagerie.client.GameState;
import dev.menagerie.client.Menagerie;
import dev.menagerie.client.Refused;
import dev.menagerie.client.RequestRefused;
import dev.menagerie.client.SessionClosed;
import dev.menagerie.client.SessionEvents;
import dev.menagerie.client.SessionOptions;
import dev.menagerie.client.SessionOptions.Sync;
import dev.menagerie.client.Unreachable;
import dev.menagerie.testkit.ForeignProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The client package for Java against a server. */
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class JavaClientTest {
  private static final Pattern PROGRAM = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  private static Menagerie guest(String name) {
    return guest(Servers.shared(), name);
  }

  private static Menagerie guest(String url, String name) {
    var client = new Menagerie(url);
    client.signInAsGuest(name);
    return client;
  }

  private static String pocketDeck(Menagerie client) {
    return client.decks().stream()
        .filter(deck -> deck.path("starter").asBoolean())
        .filter(deck -> deck.path("rules").asString().equals("pocket"))
        .findFirst()
        .orElseThrow()
        .path("id")
        .asString();
  }

  private static String againstBot(Menagerie client) {
    var game =
        Map.of(
            "deck_id", pocketDeck(client),
            "rules_config", "pocket",
            "opponent", Map.of("kind", "bot", "bot", "random"));
    return client.createGame(game).path("game_id").asString();
  }

  @Test
  void theThirtyLinesOfTheReadmePlayAWholeGame(@TempDir Path folder) throws Exception {
    var readme = Files.readString(Path.of("../clients/java/README.md"));
    var program = PROGRAM.matcher(readme).results().findFirst().orElseThrow().group(1);
    assertThat(program.lines().filter(line -> !line.isBlank())).hasSizeLessThanOrEqualTo(32);
    var file = Files.writeString(folder.resolve("ThirtyLines.java"), program);

    var output =
        ForeignProgram.run(
            folder,
            Map.of(),
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                file.toString(),
                Servers.shared()));

    assertThat(output.lines()).anyMatch(line -> line.matches("(won|lost) by \\w+"));
  }

  @Test
  void patchesLeadToTheSameStateAsAskingForItWhole() {
    var client = guest("Delta");
    var game = againstBot(client);
    var told = new LinkedBlockingQueue<Long>();
    GameState followed;
    long first;
    try (var session = client.play(game)) {
      session.listen(
          new SessionEvents() {
            @Override
            public void commit(Commit commit) {
              told.add(commit.eventId());
            }
          });
      first = session.ready().eventId();
      followed = play(session, 25);
    }
    try (var session = client.play(game, new SessionOptions(Sync.FULL, true, true))) {
      assertThat(withoutClock(session.ready())).isEqualTo(withoutClock(followed));
    }
    assertThat(told.stream().filter(version -> version > first).toList())
        .isSorted()
        .doesNotHaveDuplicates();
  }

  /** Plays so many actions, and returns the state in which this player may act again. */
  private static GameState play(GameSession session, int moves) {
    int move = 0;
    for (var state : session.turns()) {
      if (move == moves) return state;
      var legal = state.legalActions();
      session.act(legal.get(move++ % legal.size()));
    }
    return session.ready();
  }

  /** A rejoin may give the one who came back more time, which is a commit of its own. */
  private static JsonNode withoutClock(GameState state) {
    var copy = (ObjectNode) state.json().deepCopy();
    copy.remove(List.of("event_id", "setup_deadline"));
    if (copy.get("turn") instanceof ObjectNode turn) turn.remove("deadline");
    return copy;
  }

  @Test
  void fullModePlaysTooAndUnwantedPartsAreLeftOut() {
    var client = guest("Whole");
    var game = againstBot(client);
    JsonNode action;
    try (var session = client.play(game, new SessionOptions(Sync.FULL, true, true))) {
      action = play(session, 8).legalActions().getFirst();
    }
    try (var session = client.play(game, new SessionOptions(Sync.DELTA, false, false))) {
      assertThat(session.ready().legalActions()).isEmpty();
      assertThat(session.act(action).path("events")).isEmpty();
    }
  }

  @Test
  void aCutConnectionIsTakenUpAgainWhereItBroke() throws Exception {
    try (var way = Detour.to(Servers.shared())) {
      var client = guest(way.url(), "Cut off");
      var witness = guest("Witness");
      try (var session = client.play(againstBot(client))) {
        var turns = session.turns().iterator();
        var first = turns.next();
        way.deaf(true);
        var acted =
            CompletableFuture.supplyAsync(
                () -> session.act(first.legalActions().getFirst(), first.eventId()));
        // The action takes effect, as another connection sees.
        await().until(() -> version(witness, session.gameId()) > first.eventId());
        way.cut();
        way.deaf(false);

        assertThat(acted.get(60, TimeUnit.SECONDS).path("event_id").asLong())
            .isEqualTo(first.eventId() + 1);
        assertThat(turns.next().eventId()).isGreaterThan(first.eventId());
      }
    }
  }

  private static long version(Menagerie client, String game) {
    return client.game(game).path("event_id").asLong();
  }

  @Test
  void refusalsHaveCodesAndFacts() {
    var client = guest("Refused");
    try (var session = client.play(againstBot(client))) {
      var action = session.turns().iterator().next().legalActions().getFirst();
      var stale = catchThrowableOfType(Refused.class, () -> session.act(action, 0));
      assertThat(stale.code()).isEqualTo("stale_version");
      assertThat(stale.details().path("event_id").asLong()).isPositive();
      assertThat(stale.isTemporary()).isFalse();
    }
    var bad =
        catchThrowableOfType(
            RequestRefused.class,
            () -> client.createGame(Map.of("deck_id", "none", "rules_config", "pocket")));
    assertThat(bad.status()).isEqualTo(404);
    assertThat(bad.code()).isEqualTo("deck_not_found");
    var closed =
        catchThrowableOfType(
            SessionClosed.class, () -> guest("Stranger").play("gZZZZZZZZZZZZZZZZZZZZZZ").ready());
    assertThat(closed.code()).isEqualTo("game_not_found");
    assertThatThrownBy(() -> guest("http://127.0.0.1:9", "Nobody")).isInstanceOf(Unreachable.class);
  }

  @Test
  void aSecondConnectionReplacesTheFirst() throws Exception {
    var client = guest("Twice");
    var game = againstBot(client);
    var first = client.play(game);
    var codes = new LinkedBlockingQueue<String>();
    first.listen(
        new SessionEvents() {
          @Override
          public void closed(String code, String message) {
            codes.add(code);
          }
        });
    first.ready();
    try (var second = client.play(game)) {
      second.ready();
      assertThat(codes.poll(60, TimeUnit.SECONDS)).isEqualTo("replaced");
      assertThatThrownBy(first::resign).isInstanceOf(SessionClosed.class);
    }
  }

  @Test
  void twoGuestsPlayByCodeResignAndVerify() throws Exception {
    var host = guest("Host");
    var visitor = guest("Visitor");
    var created = host.createGame(Map.of("deck_id", pocketDeck(host), "rules_config", "pocket"));
    var game = created.path("game_id").asString();
    visitor.joinGame(game, pocketDeck(visitor), created.path("invite_code").stringValueOpt());
    var over = new CompletableFuture<JsonNode>();
    try (var session = host.play(game);
        var watch = guest("Watcher").watch(game, SessionOptions.DEFAULT)) {
      session.listen(
          new SessionEvents() {
            @Override
            public void gameOver(JsonNode message) {
              over.complete(message);
            }
          });
      assertThat(watch.ready().viewerId()).isEqualTo(Optional.empty());
      session.ready();
      session.resign();
      assertThat(over.get(60, TimeUnit.SECONDS).path("end_reason").asString())
          .isEqualTo("resigned");
    }
    assertThat(host.verifyReplay(game).path("ok").asBoolean()).isTrue();
  }

  @Test
  void tokensAreRenewedAndForgotten() {
    var client = guest("Renewed");
    try (var session = client.play(againstBot(client))) {
      session.ready();
      client.renew();
      session.act(session.turns().iterator().next().legalActions().getFirst());
    }
    client.logout();
    assertThat(client.user()).isEmpty();
    assertThatThrownBy(client::activeGames).isInstanceOf(RequestRefused.class);
  }
}
