package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.metrics.Meters;
import dev.menagerie.testkit.Ports;
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
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A server that was played on tells of it, by the names and labels that the page has. */
class MetricsTest {
  private static final Path DEPLOY = Path.of("..", "deploy");
  private static final Pattern SAMPLE =
      Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? [-+0-9.eEINFNa]+");
  private static final Pattern LABEL = Pattern.compile("([a-zA-Z_]+)=\"((?:[^\"\\\\]|\\\\.)*)\"");
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

      var text = scrapedAfterACollection(port);

      for (var secret : secrets(people, game)) assertThat(text).doesNotContain(secret);
      var labels = labelsByFamily(text);
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
                case SESSIONS_REFUSED, PLAYERS_CLOSED, DEADLINES_EXPIRED, CLOCKS_GIVEN_BACK ->
                    false;
                case MATCHES -> false; // another node may be the one that pairs
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
        .until(() -> scraped(port), text -> text.contains("jvm_gc_pause_seconds_count"));
  }

  private static String scraped(int port) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var uri = URI.create("http://127.0.0.1:" + port + "/metrics");
      return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
    }
  }

  /** Reads the text format strictly: every line is a comment of ours or a sample. */
  private static Map<String, Set<String>> labelsByFamily(String text) {
    var families = new TreeMap<String, Set<String>>();
    var types = new TreeMap<String, String>();
    for (var line : text.lines().toList()) {
      if (line.startsWith("# TYPE ")) {
        var parts = line.split(" ", -1);
        types.put(parts[2], parts[3]);
      }
      if (line.startsWith("#")) continue;
      var sample = SAMPLE.matcher(line);
      assertThat(sample.matches()).as(line).isTrue();
      var names = families.computeIfAbsent(family(sample.group(1), types), _ -> new TreeSet<>());
      if (sample.group(2) == null) continue;
      var label = LABEL.matcher(sample.group(2));
      while (label.find()) if (!label.group(1).equals("le")) names.add(label.group(1));
    }
    return families;
  }

  private static String family(String sample, Map<String, String> types) {
    if (types.containsKey(sample)) {
      return sample.endsWith("_max") ? sample.replaceAll("_max$", "") : sample;
    }
    return sample.replaceAll("_(bucket|sum|count)$", "");
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
