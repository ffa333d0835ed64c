package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.menagerie.codec.Json;
import dev.menagerie.server.Stores;
import dev.menagerie.server.commandline.LocalServer;
import dev.menagerie.server.embedded.DataDirectory;
import dev.menagerie.server.embedded.EmbeddedStores;
import dev.menagerie.server.postgres.Database;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An action as one trace, from the client's span to both players and the journal. */
class TracingTest {
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String CLIENT = "00f067aa0ba902b7";
  private static final String PARENT = "00-" + TRACE + "-" + CLIENT + "-00";

  @TempDir private static Path directory;

  @AutoClose private static final TestCollector COLLECTOR = new TestCollector();

  /** Stores of their own: any node of an installation may bring a commit into the journal. */
  private static DataDirectory data;

  private static EmbeddedStores stores;
  private static LocalServer first;
  private static LocalServer second;

  @BeforeAll
  static void start() {
    data = DataDirectory.lock(directory.resolve("stores"));
    stores = Stores.own(data);
    first = node("first", _ -> {});
    second = node("second", s -> s.jwtSecretFile(directory.resolve("first/secrets/jwt")));
  }

  private static LocalServer node(String name, Consumer<LocalServer.Settings> choose) {
    return LocalServer.start(
        directory.resolve(name),
        stores,
        choose.andThen(settings -> settings.tracing(COLLECTOR.address())));
  }

  @AfterAll
  static void stop() {
    second.close();
    first.close();
    stores.close();
    data.close();
  }

  private static JsonNode traced(Table table, JsonNode action) {
    var message = (ObjectNode) Json.toTree(Map.of("game_id", table.game()));
    message.put("message_id", Player.messageId());
    message.put("traceparent", PARENT);
    message.set("action", action);
    return message;
  }

  @Test
  void anActionIsOneTraceFromTheFrameToBothPlayersAndTheJournal() {
    var people = List.of(Person.guest(first.url()), Person.guest(first.url()).at(second.url()));
    var game = Map.of("deck_id", Table.deck("pocket", 0), "rules_config", "pocket");
    try (var table = Table.created(game, people)) {
      while (table.toAct() != 0) table.step();
      var action = table.state(0).path("legal_actions").get(0);

      var reply = table.player(0).ask("game:action", traced(table, action));

      assertThat(reply.path("ok").asBoolean()).as("%s", reply).isTrue();
      await()
          .untilAsserted(() ->
              assertThat(names())
                  .contains(
                      "game:action",
                      "waiting",
                      "deciding",
                      "committing",
                      "publishing",
                      "broadcasting",
                      "journaling"));
      var message = one("game:action");
      assertThat(message.parent()).isEqualTo(CLIENT);
      assertThat(message.attribute("menagerie.action")).isEqualTo(action.path("type").asString());
      assertThat(message.attribute("menagerie.outcome")).isEqualTo("ok");
      assertThat(message.attribute("menagerie.game_id")).isEqualTo(table.game());
      assertThat(COLLECTOR.of(TRACE))
          .filteredOn(span -> !span.equals(message))
          .allSatisfy(span -> assertThat(span.parent()).isEqualTo(message.id()));
      assertThat(one("committing").node()).isEqualTo(message.node());
      assertThat(one("broadcasting").node()).isNotEqualTo(message.node());
      for (var secret : secrets(table)) {
        assertThat(COLLECTOR.everything()).doesNotContain(secret);
      }
    }
  }

  private static List<String> secrets(Table table) {
    var hand = table.state(0).path("players").get(0).path("hand");
    return List.of(
        table.person(0).token(),
        table.person(1).token(),
        seed(table.game()),
        hand.isEmpty() ? table.person(0).token() : hand.get(0).path("card").asString());
  }

  private static String seed(String game) {
    try (var database = Database.open(stores.postgres())) {
      var header = Servers.header(database, game);
      var seed = Json.read(header, JsonNode.class).path("seed_hex").asString();
      assertThat(seed).hasSize(64);
      return seed;
    }
  }

  private List<String> names() {
    return COLLECTOR.of(TRACE).stream().map(TestCollector.Received::name).toList();
  }

  private TestCollector.Received one(String name) {
    var named =
        COLLECTOR.of(TRACE).stream()
            .filter(span -> span.name().equals(name))
            .collect(Collectors.toList());
    assertThat(named).hasSize(1);
    return named.getFirst();
  }

  @Test
  void aTraceparentThatCannotBeReadBeginsANewTrace() {
    var people = List.of(Person.guest(first.url()), Person.guest(first.url()));
    var game = Map.of("deck_id", Table.deck("pocket", 0), "rules_config", "pocket");
    try (var table = Table.created(game, people)) {
      int seat = table.toAct();
      var message = (ObjectNode) traced(table, table.state(seat).path("legal_actions").get(0));
      message.put("traceparent", "00-" + "0".repeat(32) + "-" + CLIENT + "-01");

      assertThat(table.player(seat).ask("game:action", message).path("ok").asBoolean()).isTrue();

      await().until(() -> COLLECTOR.everything().contains("game:action"));
      assertThat(COLLECTOR.of("0".repeat(32))).isEmpty();
    }
  }
}
