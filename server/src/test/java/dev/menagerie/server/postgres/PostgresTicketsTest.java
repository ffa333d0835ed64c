package dev.menagerie.server.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.OperatingSystemMXBean;
import dev.menagerie.cards.house.Presets;
import dev.menagerie.rules.deck.DeckList;
import dev.menagerie.server.Stores;
import dev.menagerie.server.game.Audience;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.matchmaking.Match;
import dev.menagerie.server.matchmaking.Pairing;
import dev.menagerie.server.matchmaking.Ticket;
import dev.menagerie.server.matchmaking.Ticket.Queue;
import dev.menagerie.server.matchmaking.Tickets.State;
import dev.menagerie.server.play.GameHeader;
import dev.menagerie.server.play.GameType;
import dev.menagerie.server.play.Invitation;
import dev.menagerie.server.play.PlayerEntry;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tickets are taken as a commit is: two of them for one game, exactly once under concurrency. */
class PostgresTicketsTest {
  private static final Queue QUEUE = new Queue("pocket", GameType.CASUAL);

  private final Database database = Database.open(Stores.emptyDatabase());
  private final PostgresTickets tickets = new PostgresTickets(database);

  @AfterEach
  void close() {
    database.close();
  }

  private List<UserId> users(int count) {
    var users = new ArrayList<UserId>();
    for (int i = 0; i < count; i++) users.add(UserId.fresh());
    database.read(handle -> {
      var batch =
          handle.prepareBatch(
              "insert into users (id, name, name_key, registered) values (:id, :id, :id, false)");
      for (var user : users) batch.bind("id", user.value()).add();
      return batch.execute();
    });
    return users;
  }

  private static Ticket ticket(UserId user) {
    return ticket(user, QUEUE);
  }

  private static Ticket ticket(UserId user, Queue queue) {
    return new Ticket(queue, 1500, entry(user), Optional.empty(), Optional.empty(), Instant.now());
  }

  private static PlayerEntry entry(UserId user) {
    var deck = new DeckList(List.of(), List.of(), List.of());
    return new PlayerEntry(user, "Somebody", "Deck", deck, Optional.empty());
  }

  private static List<Match> decide(
      List<Ticket> waiting, BiPredicate<UserId, UserId> apart, Instant now) {
    return Pairing.pairs(waiting, apart, now).stream()
        .map(pair -> match(pair.first(), pair.second()))
        .toList();
  }

  private static Match match(Ticket first, Ticket second) {
    var header =
        new GameHeader(
            GameId.fresh(),
            Instant.parse("2026-11-01T12:00:00Z"),
            first.queue().type(),
            Presets.named("pocket").orElseThrow(),
            first.entry(),
            new Invitation.House(),
            Audience.PUBLIC,
            0,
            "00".repeat(32),
            "test",
            Optional.empty());
    return new Match(first.queue(), header, second.entry(), 0);
  }

  @Test
  void aUserHasOneTicketAndAnotherQueueTakesItsPlace() {
    var user = users(1).getFirst();
    assertThat(tickets.of(user)).isEmpty();
    var first = tickets.put(ticket(user));
    assertThat(first).isInstanceOf(State.Waiting.class);
    assertThat(tickets.put(ticket(user))).isEqualTo(first);
    var other = new Queue("standard", GameType.RANKED);
    assertThat(tickets.put(ticket(user, other)).queue()).isEqualTo(other);
    assertThat(tickets.waiting()).containsExactly(user);
    assertThat(tickets.drop(user)).isTrue();
    assertThat(tickets.drop(user)).isTrue();
    assertThat(tickets.waiting()).isEmpty();
  }

  @Test
  void aPairIsTakenForOneGameUntilThatHasStarted() {
    var users = users(2);
    users.forEach(user -> tickets.put(ticket(user)));
    var made = tickets.match(PostgresTicketsTest::decide);
    assertThat(made).hasSize(1);
    var game = made.getFirst().game();
    for (var user : users) {
      assertThat(tickets.of(user)).contains(new State.Matched(QUEUE, game));
      assertThat(tickets.drop(user)).isFalse();
      assertThat(tickets.put(ticket(user))).isEqualTo(new State.Matched(QUEUE, game));
    }
    assertThat(tickets.match(PostgresTicketsTest::decide)).isEmpty();
    assertThat(tickets.toStart(Duration.ZERO, 10)).isEqualTo(made);
    tickets.started(game);
    assertThat(tickets.toStart(Duration.ZERO, 10)).isEmpty();
    assertThat(tickets.of(users.getFirst())).contains(new State.Matched(QUEUE, game));
    assertThat(tickets.put(ticket(users.getFirst()))).isInstanceOf(State.Waiting.class);
    assertThat(tickets.lastOpponent(users.getFirst())).contains(users.getLast());
    assertThat(tickets.estimate(QUEUE)).contains(Duration.ZERO);
  }

  @Test
  void aMatchThatFailsLeavesBothTicketsInTheQueue() {
    var users = users(2);
    users.forEach(user -> tickets.put(ticket(user)));
    assertThatThrownBy(() ->
            tickets.match((_, _, _) -> {
              throw new IllegalStateException("no");
            }))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() ->
            tickets.match((waiting, _, _) -> {
              var one = match(waiting.getFirst(), waiting.getLast());
              var two = match(waiting.getLast(), waiting.getFirst());
              return List.of(one, two);
            }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(tickets.waiting()).containsExactlyInAnyOrderElementsOf(users);
    assertThat(tickets.toStart(Duration.ZERO, 10)).isEmpty();
  }

  @Test
  void anAbsentUserIsNotPairedAndLosesTheTicket() {
    var users = users(2);
    users.forEach(user -> tickets.put(ticket(user)));
    age(users.getFirst(), 31);
    assertThat(tickets.match(PostgresTicketsTest::decide)).isEmpty();
    tickets.seen(users);
    age(users.getFirst(), 31);
    assertThat(tickets.of(users.getFirst())).isPresent();
    assertThat(tickets.match(PostgresTicketsTest::decide)).hasSize(1);
    var late = users(1).getFirst();
    tickets.put(ticket(late));
    age(late, 91);
    assertThat(tickets.dropAbsent()).isEqualTo(1);
    assertThat(tickets.of(late)).isEmpty();
  }

  private void age(UserId user, int seconds) {
    database.read(handle ->
        handle.execute(
            "update matchmaking_tickets set seen_at = now() - make_interval(secs => ?)"
                + " where user_id = ?",
            seconds,
            user.value()));
  }

  /** Processor time of this process. */
  private static long processorNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  /** Ten thousand in the queue and four matchmakers at once: the figures of docs/lobby.md. */
  @Test
  void aLongQueueIsPairedOnceHoweverManyMatch() throws Exception {
    var users = users(10_000);
    database.transact(handle -> {
      var batch =
          handle.prepareBatch(
              "insert into matchmaking_tickets (user_id, preset, game_type, rating, entry)"
                  + " values (:user, 'pocket', 'casual', 1500, :entry)");
      for (var user : users) {
        batch
            .bind("user", user.value())
            .bind("entry", dev.menagerie.codec.Json.text(entry(user)))
            .add();
      }
      return batch.execute();
    });
    long from = System.nanoTime();
    long processorFrom = processorNanos();
    var matches = new ArrayList<Match>();
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (int pass = 0; pass < 20 && !tickets.waiting().isEmpty(); pass++) {
        Callable<List<Match>> matching = () -> tickets.match(PostgresTicketsTest::decide);
        for (var made : threads.invokeAll(List.of(matching, matching, matching, matching))) {
          matches.addAll(made.get());
        }
      }
    }
    long millis = Duration.ofNanos(System.nanoTime() - from).toMillis();
    System.out.printf(
        "10,000 tickets were paired in %d ms by four matchmakers, with %d µs of a processor for each"
            + " match, the database's aside%n",
        millis, (processorNanos() - processorFrom) / 1_000 / matches.size());
    var seen = new HashSet<UserId>();
    for (var match : matches) match.users().forEach(user -> assertThat(seen.add(user)).isTrue());
    assertThat(seen).hasSize(10_000);
    assertThat(tickets.waiting()).isEmpty();
  }
}
