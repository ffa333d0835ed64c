package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import dev.menagerie.codec.Json;
import dev.menagerie.codec.Limits;
import dev.menagerie.server.commandline.LocalServer;
import dev.menagerie.server.oidc.TestIssuer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Whatever is written, at every level, has no token, password, code, seed or card in it. */
class LogCanaryTest {
  private static final String PASSWORD = "canary-password-7531";

  @Test
  void nothingSecretIsInTheLogOfAGame() {
    expectNoSecrets("game:action", LogCanaryTest::played, _ -> {});
  }

  @Test
  void nothingSecretIsInTheLogOfASignInAtAProvider() {
    try (var issuer = TestIssuer.start()) {
      expectNoSecrets(
          "a sign-in at the provider is refused",
          url -> signedIn(issuer, Api.of(url)),
          settings -> settings.provider(issuer, "Club login"));
    }
  }

  /**
   * @param expected a line that the log has
   * @param play uses a server; the answer is what must not be seen
   */
  private static void expectNoSecrets(
      String expected, Function<String, List<String>> play, Consumer<LocalServer.Settings> choose) {
    var written = new ConcurrentLinkedQueue<String>();
    var logger = (Logger) LoggerFactory.getLogger("dev.menagerie");
    var before = logger.getLevel();
    var listening = listening(written);
    logger.setLevel(Level.TRACE);
    logger.addAppender(listening);
    try (var server =
        Servers.another(s -> {
          s.requestLog(true);
          choose.accept(s);
        })) {
      var secrets = play.apply(server.url());
      assertThat(written).anyMatch(line -> line.contains(expected));
      for (var secret : secrets) {
        assertThat(written).as("%.12s…", secret).noneMatch(line -> line.contains(secret));
      }
    } finally {
      logger.detachAppender(listening);
      logger.setLevel(before);
    }
  }

  /** A sign-in that succeeds, one that is repeated, one that is refused and one that cannot be. */
  private static List<String> signedIn(TestIssuer issuer, Api api) {
    var subject = "canary-subject-8642";
    var back = ProviderCalls.wayThere(api, Map.of("sub", subject, "name", "Canary Realname"));
    var secrets = new ArrayList<>(List.of(TestIssuer.SECRET, subject, "Canary Realname"));
    for (var name : List.of("sign_in", "state", "code")) secrets.add(back.getOrDefault(name, ""));
    var tokens = api.post("/auth/oidc/finish", back).ok();
    secrets.add(tokens.path("access_token").asString());
    api.post("/auth/oidc/finish", back).refused(401, "unauthenticated");
    issuer.signWithUnpublishedKey();
    var refused = ProviderCalls.wayThere(api, Map.of("sub", subject));
    api.post("/auth/oidc/finish", refused).refused(401, "unauthenticated");
    var lost = ProviderCalls.wayThere(api, Map.of("sub", subject));
    issuer.broken(true);
    api.post("/auth/oidc/finish", lost).refused(503, "provider_unavailable");
    for (var one : List.of(refused, lost)) {
      for (var name : List.of("sign_in", "state", "code")) secrets.add(one.getOrDefault(name, ""));
    }
    assertThat(secrets).allMatch(secret -> secret.length() > 5);
    return secrets;
  }

  private static AppenderBase<ILoggingEvent> listening(Queue<String> written) {
    var appender =
        new AppenderBase<ILoggingEvent>() {
          @Override
          protected void append(ILoggingEvent event) {
            written.add(
                event.getFormattedMessage()
                    + event.getKeyValuePairs()
                    + event.getMDCPropertyMap()
                    + (event.getThrowableProxy() == null
                        ? ""
                        : ThrowableProxyUtil.asString(event.getThrowableProxy())));
          }
        };
    appender.setContext(((Logger) LoggerFactory.getLogger("dev.menagerie")).getLoggerContext());
    appender.start();
    return appender;
  }

  /** A whole game with all that goes wrong on the way; the answer is what must not be seen. */
  private static List<String> played(String url) {
    var api = Api.of(url);
    var people = List.of(Person.guest(url), Person.guest(url));
    var secrets = new ArrayList<String>(List.of(PASSWORD));
    for (var person : people) secrets.addAll(List.of(person.token(), person.refreshToken()));
    api.post("/auth/login", Map.of("name", "Nobody", "password", PASSWORD));
    api.as("forged." + people.getFirst().token()).get("/games/me/active");
    api.get("/bots?token=" + people.getFirst().token());
    try (var table =
        Table.created(
            Map.of("deck_id", Table.deck("pocket", 0), "rules_config", "pocket"), people)) {
      var header =
          Json.tree(Servers.header(table.game()).getBytes(StandardCharsets.UTF_8), Limits.DOCUMENT);
      secrets.add(header.path("seed_hex").stringValue());
      var code = header.path("invitation").path("code");
      if (code.isString()) secrets.add(code.stringValue());
      table.steps(4);
      for (var player : table.state(0).path("players")) {
        for (var card : player.path("hand")) secrets.add(card.path("id").asString());
      }
      table.player(0).ask("game:action", Map.of("game_id", table.game(), "odd", PASSWORD));
      table.player(0).ask("auth:refresh", Map.of("token", people.getLast().token()));
      table.playToTheEnd();
    }
    assertThat(secrets).allMatch(secret -> secret.length() > 5).hasSizeGreaterThan(8);
    return secrets;
  }
}
