package dev.menagerie.server.attack;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import dev.menagerie.codec.Json;
import dev.menagerie.codec.Limits;
import dev.menagerie.server.commandline.LocalServer;
import dev.menagerie.server.e2e.Api;
import dev.menagerie.server.e2e.Person;
import dev.menagerie.server.e2e.Player;
import dev.menagerie.server.e2e.Servers;
import dev.menagerie.server.e2e.Tokens;
import dev.menagerie.testkit.Ports;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Secrets known to the test are searched for in everything that the server writes: its log down to
 * the finest level, its metrics, its refusals and its messages.
 */
class LeakCanariesTest {
  /** Everything that is logged, at any level, with messages, arguments and causes. */
  private static final class Log extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private final Logger root =
        ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger("dev.menagerie");
    private final Level before = root.getLevel();
    private final ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();

    Log() {
      setContext(root.getLoggerContext());
      start();
      root.setLevel(Level.TRACE);
      root.addAppender(this);
    }

    @Override
    protected void append(ILoggingEvent event) {
      lines.add(event.getFormattedMessage());
      for (IThrowableProxy cause = event.getThrowableProxy();
          cause != null;
          cause = cause.getCause()) {
        lines.add(String.valueOf(cause.getMessage()));
      }
    }

    String text() {
      return String.join("\n", lines);
    }

    @Override
    public void close() {
      root.detachAppender(this);
      root.setLevel(before);
      stop();
    }
  }

  /** A secret with its kind, so that a failure does not print the secret alone. */
  private record Canary(String what, String secret) {}

  @Test
  void noSecretIsWrittenAnywhere() {
    int port = Ports.free();
    try (var log = new Log();
        var server = Servers.another(s -> s.managementPort(port))) {
      var canaries = new ArrayList<Canary>();
      var answers = new ArrayList<String>();
      accounts(server, canaries, answers);
      games(server, canaries, answers);
      var metrics = Api.of("http://127.0.0.1:" + port).text("/metrics");
      assertThat(metrics).contains("menagerie_");
      for (var canary : canaries) {
        assertThat(log.text().contains(canary.secret()))
            .as("%s in the log", canary.what())
            .isFalse();
        assertThat(metrics.contains(canary.secret()))
            .as("%s in the metrics", canary.what())
            .isFalse();
        for (var answer : answers) {
          assertThat(answer.contains(canary.secret()))
              .as("%s in a refusal: %s", canary.what(), answer)
              .isFalse();
        }
      }
    }
  }

  private static void accounts(LocalServer server, List<Canary> canaries, List<String> answers) {
    var api = Api.of(server.url());
    var name = "Canary " + UUID.randomUUID().toString().substring(0, 8);
    var password = "canary-" + UUID.randomUUID();
    var wrong = "wrong-" + UUID.randomUUID();
    var account = Map.of("name", name, "password", password);
    var registered = api.post("/auth/register", account).ok();
    var refresh = registered.path("refresh_token").asString();
    canaries.add(new Canary("password", password));
    canaries.add(new Canary("wrong password", wrong));
    canaries.add(new Canary("refresh token", refresh));
    answers.add(refusal(api.post("/auth/register", account)));
    answers.add(refusal(api.post("/auth/login", Map.of("name", name, "password", wrong))));
    answers.add(
        refusal(
            api.post("/auth/login", Map.of("name", name, "password", password, "more", password))));
    answers.add(
        refusal(
            api.postText(
                "/auth/login", "{\"name\":\"" + password + "\",\"password\":\"" + password)));
    var access = registered.path("access_token").asString();
    canaries.add(new Canary("access token", access));
    answers.add(refusal(api.as(access + "x").get("/decks")));
    answers.add(refusal(api.as(access).get("/decks?token=" + access)));
    answers.add(refusal(api.as(Tokens.like(access).expired()).get("/decks")));
    answers.add(refusal(api.as(access).get("/games/" + access.substring(0, 100))));
    var second = api.post("/auth/refresh", Map.of("refresh_token", refresh)).ok();
    var secondToken = second.path("refresh_token").asString();
    canaries.add(new Canary("second refresh token", secondToken));
    api.post("/auth/refresh", Map.of("refresh_token", secondToken)).ok();
    answers.add(refusal(api.post("/auth/refresh", Map.of("refresh_token", refresh))));
    canaries.add(new Canary("signing key", Servers.jwtSecret()));
  }

  private static String refusal(Api.Reply reply) {
    assertThat(reply.status()).isBetween(400, 499);
    // A refusal repeats the request's path to its sender only.
    var body = ((ObjectNode) reply.body()).deepCopy().without("instance");
    return body.toString();
  }

  private static void games(LocalServer server, List<Canary> canaries, List<String> answers) {
    var ada = Person.guest(server.url());
    var bob = Person.guest(server.url());
    var created =
        ada.api()
            .post(
                "/games",
                Map.of(
                    "deck_id", "pocket-embers", "rules_config", "pocket", "spectators", "public"))
            .ok();
    var game = created.path("game_id").asString();
    var code = created.path("invite_code").asString();
    canaries.add(new Canary("invite code", code));
    canaries.add(new Canary("seed", seed(game)));
    answers.add(
        refusal(
            bob.api()
                .post("/games/" + game + "/join", Map.of("deck_id", "none", "invite_code", code))));
    bob.api()
        .post("/games/" + game + "/join", Map.of("deck_id", "pocket-embers", "invite_code", code))
        .ok();
    answers.add(
        refusal(
            bob.api().post("/games/" + game + "/join", Map.of("deck_id", 7, "invite_code", code))));
    try (var first = Player.connect(ada);
        var second = Player.connect(bob);
        var watcher = Player.connect(Person.guest(server.url()))) {
      first.next("game:state");
      second.next("game:state");
      watcher.ask("game:spectate", Map.of("game_id", game));
      watcher.next("game:state");
      // The rules may ask who goes first before cards are dealt.
      while (handOf(first).isEmpty()) act(game, List.of(first, second));
      handOf(first)
          .forEach(
              card -> canaries.add(new Canary("id of a card in hand", card.path("id").asString())));
      for (var player : List.of(second, watcher)) {
        for (var heard : player.heard()) answers.add(heard.message().toString());
      }
    }
  }

  private static JsonNode handOf(Player player) {
    return player.state().path("players").path(0).path("hand");
  }

  /** The player to act takes the first legal action; both players receive it. */
  private static void act(String game, List<Player> players) {
    var actor =
        players.stream()
            .filter(player -> !player.state().path("legal_actions").isEmpty())
            .findFirst()
            .orElseThrow();
    var legal = actor.state().path("legal_actions").get(0);
    var reply = actor.act(game, legal);
    assertThat(reply.path("ok").asBoolean()).as("%s", reply).isTrue();
    for (var player : players) player.stateAt(reply.path("event_id").asLong());
  }

  /** The commitment is public; the seed behind it is in the store alone while the game runs. */
  private static String seed(String game) {
    var active = Servers.header(game);
    return Optional.of(
            Json.tree(active.getBytes(StandardCharsets.UTF_8), Limits.DOCUMENT)
                .path("seed_hex")
                .asString())
        .filter(s -> s.length() >= 32)
        .orElseThrow();
  }
}
