package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.metrics.Meters;
import dev.menagerie.testkit.Ports;
import io.socket.client.IO;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A server that was played on tells of it, by the names and labels that the page has. */
class MetricsTest {
  private static final Path DEPLOY = Path.of("..", "deploy");
  private static final Pattern USED =
      Pattern.compile("\\b(?:menagerie|jvm|hikaricp|process)_[a-z_]+");

  @Test
  void aPlayedGameIsSeenByNameAndByNoId() throws Exception {
    int port = Ports.free();
    var waiting = Map.of("deck_id", Table.deck("pocket", 0), "rules_config", "pocket");
    Person.guest().api().post("/games", waiting).ok(); // counted when the server starts
    try (var server = Servers.another(s -> s.managementPort(port))) {
      var people = List.of(Person.guest(server.url()), Person.guest(server.url()));
      String game = playToTheEnd(people);
      playAgainstTheHouse(people.getFirst());
      assertThat(Api.of(server.url()).get("/games/nothing").status()).isEqualTo(401);
      refusedAtTheDoor(server.url());

      var text = scrapedAfterACollection(port);

      for (var secret : secrets(people, game)) assertThat(text).doesNotContain(secret);
      assertThat(text)
          .contains("menagerie_sessions_refused_total{error=\"unsupported_version\"} 1.0")
          .contains("menagerie_players_refused_total{reason=\"unauthenticated\"} 1.0");
      var labels = MetricsText.labelsByFamily(text);
      var open = scraped(port, "application/openmetrics-text");
      assertThat(open).endsWith("# EOF\n");
      assertThat(MetricsText.labelsByFamily(open)).containsAllEntriesOf(labels);
      var known = Arrays.stream(Meters.values()).collect(Collectors.toMap(Meters::exposed, m -> m));
      labels.forEach((family, names) -> {
        if (!family.startsWith("menagerie_")) return;
        assertThat(known).as("the families of the page").containsKey(family);
        var meter = Objects.requireNonNull(known.get(family));
        assertThat(names).as(family).isEqualTo(new TreeSet<>(meter.labels()));
      });
      assertThat(labels.keySet()).containsAll(of(EXPECTED));
      everyNameInTheFilesIsOneOf(labels.keySet());
    }
  }

  /** All but those that take a fault to appear. */
  private static final Set<Meters> EXPECTED =
      Arrays.stream(Meters.values())
          .filter(meter ->
              switch (meter) {
                case PLAYERS_CLOSED, DEADLINES_EXPIRED, CLOCKS_GIVEN_BACK -> false;
                case MATCHES -> false; // another node may be the one that pairs
                case ACTIONS_ELSEWHERE -> false; // NodesTest has two nodes
                default -> true;
              })
          .collect(Collectors.toSet());

  private static Set<String> of(Set<Meters> meters) {
    return meters.stream().map(Meters::exposed).collect(Collectors.toSet());
  }

  private static String playToTheEnd(List<Person> people) {
    try (var table =
        Table.created(
            Map.of("deck_id", Table.deck("pocket", 0), "rules_config", "pocket"), people)) {
      table.playToTheEnd();
      table.player(0).next("game:game_over");
      return table.game();
    }
  }

  private static void playAgainstTheHouse(Person person) {
    var deck = Table.deck("pocket", 0);
    var created =
        person
            .api()
            .post(
                "/games",
                Map.of(
                    "deck_id",
                    deck,
                    "rules_config",
                    "pocket",
                    "opponent",
                    Map.of("kind", "bot", "bot", "greedy")))
            .ok();
    var game = created.path("game_id").stringValue();
    try (var player = Player.connect(person)) {
      player.next("session:ready");
      player.join(game);
      for (int i = 0; i < 50 && player.all("game:opponent_action").isEmpty(); i++) {
        var legal = player.state().path("legal_actions");
        if (legal.isEmpty()) player.next("game:opponent_action");
        else player.stateAt(player.act(game, legal.get(0)).path("event_id").asLong());
      }
      player.ask("game:resign", Map.of("game_id", game, "message_id", "r1"));
      player.next("game:game_over");
    }
  }

  private static List<String> secrets(List<Person> people, String game) {
    return Stream.concat(
            Stream.of(game),
            people.stream().flatMap(p -> Stream.of(p.id(), p.token(), p.refreshToken())))
        .toList();
  }

  /**
   * The collector's pauses are counted from the first one on, which is announced a moment later.
   */
  private static String scrapedAfterACollection(int port) {
    System.gc();
    return Awaitility.await()
        .ignoreException(IOException.class)
        .until(
            () -> scraped(port, "text/plain"), text -> text.contains("jvm_gc_pause_seconds_count"));
  }

  /** A client of an older protocol, and one with a token that is not good. */
  private static void refusedAtTheDoor(String origin) {
    assertThat(Api.of(origin).text("/socket.io/?EIO=3&transport=polling")).contains("\"code\":5");
    var options = new IO.Options();
    options.reconnection = false;
    try (var stranger = Player.connect(origin, Map.of("token", "none"), options)) {
      stranger.next("connect_error");
    }
  }

  private static String scraped(int port, String format) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var uri = URI.create("http://127.0.0.1:" + port + "/metrics");
      var request = HttpRequest.newBuilder(uri).header("Accept", format).build();
      var answer = client.send(request, BodyHandlers.ofString());
      assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith(format);
      return answer.body();
    }
  }

  private static void everyNameInTheFilesIsOneOf(Set<String> scraped) throws IOException {
    var all = new TreeSet<>(scraped);
    for (var meter : Meters.values()) all.add(meter.exposed());
    for (var file :
        List.of(
            DEPLOY.resolve("prometheus/alerts.yaml"), DEPLOY.resolve("grafana/menagerie.json"))) {
      var used = USED.matcher(Files.readString(file));
      int count = 0;
      while (used.find()) {
        count++;
        var name = used.group();
        var family = all.contains(name) ? name : name.replaceAll("_(bucket|sum|count|max)$", "");
        assertThat(all).as("%s in %s", name, file).contains(family);
      }
      assertThat(count).isGreaterThan(10);
    }
  }
}
