package dev.menagerie.server.matchmaking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.rules.deck.DeckList;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.matchmaking.Pairing.Pair;
import dev.menagerie.server.matchmaking.Ticket.Queue;
import dev.menagerie.server.play.GameType;
import dev.menagerie.server.play.PlayerEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;

/** The pairs that a queue makes. */
class PairingTest {
  private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
  private static final Queue CASUAL = new Queue("pocket", GameType.CASUAL);
  private static final Queue RANKED = new Queue("pocket", GameType.RANKED);

  private static Ticket ticket(Queue queue, String user, double rating, int waitedSeconds) {
    return ticket(queue, user, rating, waitedSeconds, Optional.empty());
  }

  private static Ticket ticket(
      Queue queue, String user, double rating, int waitedSeconds, Optional<String> last) {
    var deck = new DeckList(List.of(), List.of(), List.of());
    return new Ticket(
        queue,
        rating,
        new PlayerEntry(new UserId(user), user, "Deck", deck, Optional.empty()),
        last.map(UserId::new),
        Optional.empty(),
        NOW.minusSeconds(waitedSeconds));
  }

  private static List<String> pairs(Ticket... queue) {
    return Pairing.pairs(List.of(queue), (_, _) -> false, NOW).stream()
        .map(pair -> pair.first().user() + "-" + pair.second().user())
        .toList();
  }

  @Test
  void blockedUsersAreNeverPaired() {
    var queue =
        List.of(
            ticket(CASUAL, "ada", 1500, 300),
            ticket(CASUAL, "bob", 1500, 200),
            ticket(CASUAL, "cleo", 1500, 100));
    BiPredicate<UserId, UserId> apart =
        (one, other) -> Set.of(one.value(), other.value()).equals(Set.of("ada", "bob"));
    assertThat(Pairing.pairs(queue, apart, NOW))
        .extracting(pair -> pair.second().user().value())
        .containsExactly("cleo");
    assertThat(Pairing.pairs(queue.subList(0, 2), apart, NOW)).isEmpty();
  }

  @Test
  void aCasualQueueGoesByArrival() {
    assertThat(
            pairs(
                ticket(CASUAL, "c", 1500, 1),
                ticket(CASUAL, "a", 1500, 9),
                ticket(CASUAL, "d", 1500, 0),
                ticket(CASUAL, "b", 1500, 5)))
        .containsExactly("a-b", "c-d");
  }

  @Test
  void oneWaitsAlone() {
    assertThat(pairs(ticket(CASUAL, "a", 1500, 600))).isEmpty();
    assertThat(pairs()).isEmpty();
  }

  @Test
  void aRankedQueuePairsTheNearestRatings() {
    assertThat(
            pairs(
                ticket(RANKED, "a", 1500, 3),
                ticket(RANKED, "b", 1590, 2),
                ticket(RANKED, "c", 1520, 1),
                ticket(RANKED, "d", 1600, 0)))
        .containsExactly("a-c", "b-d");
  }

  @Test
  void theWindowOfBothWidensWithTheWait() {
    assertThat(pairs(ticket(RANKED, "a", 1500, 4), ticket(RANKED, "b", 1670, 4))).isNotEmpty();
    assertThat(pairs(ticket(RANKED, "a", 1500, 2), ticket(RANKED, "b", 1670, 2))).isEmpty();
    assertThat(pairs(ticket(RANKED, "a", 1500, 59), ticket(RANKED, "b", 1670, 0))).isEmpty();
    assertThat(pairs(ticket(RANKED, "a", 500, 60), ticket(RANKED, "b", 2500, 60))).isNotEmpty();
  }

  @Test
  void theSamePairIsNotMadeTwiceIfOthersWait() {
    assertThat(
            pairs(
                ticket(CASUAL, "a", 1500, 30, Optional.of("b")),
                ticket(CASUAL, "b", 1500, 20, Optional.of("a")),
                ticket(CASUAL, "c", 1500, 10)))
        .containsExactly("a-c");
  }

  @Test
  void anOnlyPairIsMatchedAgainAfterAWhile() {
    assertThat(
            pairs(
                ticket(CASUAL, "a", 1500, 30, Optional.of("b")),
                ticket(CASUAL, "b", 1500, 9, Optional.of("a"))))
        .isEmpty();
    assertThat(
            pairs(
                ticket(CASUAL, "a", 1500, 30, Optional.of("b")),
                ticket(CASUAL, "b", 1500, 10, Optional.of("a"))))
        .containsExactly("a-b");
  }

  /** The laws of every queue: one pair a ticket, windows kept, no fitting neighbors left. */
  @Test
  void aLargeQueueIsPairedByTheRules() {
    long seed = 20_261_129;
    var random = new SplittableRandom(seed);
    var queue = new ArrayList<Ticket>();
    for (int i = 0; i < 10_000; i++) {
      queue.add(
          ticket(RANKED, "u" + i, 1500 + 300 * (random.nextDouble() - 0.5), random.nextInt(90)));
    }
    long from = System.nanoTime();
    var pairs = Pairing.pairs(queue, (_, _) -> false, NOW);
    System.out.printf(
        "10,000 ranked tickets: %d pairs in %d ms%n",
        pairs.size(), (System.nanoTime() - from) / 1_000_000);
    var users = new HashSet<UserId>();
    for (Pair pair : pairs) {
      assertThat(users.add(pair.first().user())).as("seed %d", seed).isTrue();
      assertThat(users.add(pair.second().user())).as("seed %d", seed).isTrue();
      assertThat(pair.first().since()).isBeforeOrEqualTo(pair.second().since());
    }
    assertThat(users).as("seed %d", seed).hasSizeGreaterThan(9_900);
  }
}
