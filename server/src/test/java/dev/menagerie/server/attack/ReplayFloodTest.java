package dev.menagerie.server.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.e2e.Api;
import dev.menagerie.server.e2e.Person;
import dev.menagerie.server.e2e.Player;
import dev.menagerie.server.e2e.Servers;
import dev.menagerie.server.e2e.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Replays of one long game, asked for by many at once. */
class ReplayFloodTest {
  private static final int AT_ONCE = 30;

  /** A document of some hundred KiB: a few at once use up a second's megabyte. */
  private static final String LARGE = "/openapi.json";

  /** The limit holds long before, unless each call takes as long as its bytes need to refill. */
  private static final int MOST_CALLS = 200;

  private static String game;

  @BeforeAll
  static void play() {
    try (var table = Table.by("standard")) {
      table.steps(300);
      if (!table.isOver()) table.person(0).api().post("/games/" + table.game() + "/resign").ok();
      game = table.game();
    }
  }

  @Test
  void verdictsAtOnceDoNotKeepOthersFromTheStores() throws Exception {
    var guests = List.of(Person.guest(), Person.guest(), Person.guest());
    var other = Person.guest();
    try (var all = Executors.newVirtualThreadPerTaskExecutor();
        var player = Player.connect(other)) {
      player.next("session:ready");
      var verdicts = new ArrayList<Future<Api.Reply>>();
      for (int i = 0; i < AT_ONCE; i++) {
        var guest = guests.get(i % guests.size());
        var path = "/games/" + game + "/replay" + (i % 2 == 0 ? "/verify" : "/frames?from=" + i);
        verdicts.add(
            all.submit(
                () -> path.endsWith("verify") ? guest.api().post(path) : guest.api().get(path)));
      }
      for (int i = 0; i < 10; i++) {
        other.api().get("/games/me/active").ok();
        assertThat(player.ask("game:heartbeat", Map.of()).path("ok").asBoolean()).isTrue();
      }
      int answered = 0;
      for (var verdict : verdicts) {
        var reply = verdict.get();
        if (reply.status() == 200) answered++;
        else assertThat(reply.body().path("code").asString()).isIn("rate_limited", "busy");
      }
      assertThat(answered).isPositive();
    }
  }

  @Test
  void largeAnswersHaveARateOfBytes() {
    try (var server =
        Servers.another(s -> s.answerMbPerSecond(1).jwtSecretFile(Servers.jwtFile()))) {
      var person = Person.guest().at(server.url());
      var reply = person.api().get(LARGE);
      assertThat(reply.response().body().length).isGreaterThan(100 * 1024);
      for (int calls = 0; calls < MOST_CALLS && reply.status() == 200; calls++) {
        reply = person.api().get(LARGE);
      }
      reply.refused(429, "rate_limited");
      assertThat(person.api().get("/decks/none").status()).isEqualTo(404);
    }
  }
}
