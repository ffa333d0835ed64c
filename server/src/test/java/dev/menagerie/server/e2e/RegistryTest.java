package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.game.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * After any connects and disconnects, the registry soon contains exactly the live connections, each
 * once.
 */
class RegistryTest {
  private static final Duration AT_MOST = Duration.ofSeconds(60);

  private static boolean isRegistered(Person person) {
    return Servers.connections().online(new UserId(person.id()));
  }

  @Test
  void theRegistryEqualsTheLiveSockets() {
    var random = new SplittableRandom(13);
    var people = Stream.generate(Person::guest).limit(8).toList();
    var open = new ArrayList<List<Player>>();
    for (var _ : people) open.add(new ArrayList<>());
    try {
      for (int i = 0; i < 60; i++) {
        int who = random.nextInt(people.size());
        var mine = open.get(who);
        if (mine.isEmpty() || random.nextInt(3) > 0) {
          mine.add(Player.connect(people.get(who), Map.of(), "websocket"));
        } else {
          mine.removeLast().close();
        }
      }
      Awaitility.await().atMost(AT_MOST).until(() -> agree(people, open));
    } finally {
      open.forEach(mine -> mine.forEach(Player::close));
    }
    Awaitility.await()
        .atMost(AT_MOST)
        .until(() -> people.stream().noneMatch(RegistryTest::isRegistered));
  }

  /** Of each user's clients at most one is connected, and the registry knows whether one is. */
  private static boolean agree(List<Person> people, List<List<Player>> open) {
    for (int i = 0; i < people.size(); i++) {
      long live = open.get(i).stream().filter(Player::isConnected).count();
      if (live > 1 || isRegistered(people.get(i)) != (live == 1)) return false;
    }
    return true;
  }

  @Tag("long")
  @Test
  void aConnectionThatTheStoreForgotIsBackWithinAMinute() {
    var person = Person.guest();
    try (var player = Player.connect(person)) {
      player.next("session:ready");
      Servers.forgetConnectionOf(person.id());
      assertThat(isRegistered(person)).isFalse();
      Awaitility.await().atMost(AT_MOST).until(() -> isRegistered(person));
      assertThat(player.all("session:closed")).isEmpty();
    }
  }
}
