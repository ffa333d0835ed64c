package dev.menagerie.server.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.menagerie.server.Stores;
import dev.menagerie.server.archive.InvalidCursor;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.rating.Ladders;
import dev.menagerie.server.rating.Ladders.Entry;
import dev.menagerie.server.rating.RankedGame;
import dev.menagerie.server.rating.SameAddress;
import dev.menagerie.server.rating.Season;
import dev.menagerie.server.rating.Standing.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Ranked games change ratings once, in one order, and the order gives the same ratings again. */
class RatingRowsTest {
  private static final Instant START = Instant.parse("2026-10-05T12:00:00Z");
  private static final Season SEASON = Season.of(START);

  private final Database database = Database.open(Stores.emptyDatabase());
  private final Ladders ladders = new PostgresLadders(database);

  @AfterEach
  void close() {
    database.close();
  }

  private UserId user(String name) {
    var id = UserId.fresh();
    database.read(handle ->
        handle.execute(
            "insert into users (id, name, name_key, registered) values (?, ?, ?, true)",
            id.value(),
            name,
            name + UUID.randomUUID()));
    return id;
  }

  private void signIn(UserId user, String address) {
    database.read(handle ->
        handle.execute(
            "insert into refresh_families (id, user_id, token_hash, rotated_by, expires_at)"
                + " values (?, ?, '', ?, now() + interval '1 day')",
            UUID.randomUUID().toString(),
            user.value(),
            address));
  }

  private static RankedGame game(UserId winner, UserId loser, Instant at) {
    return new RankedGame(
        GameId.fresh(),
        "pocket",
        List.of(winner, loser),
        false,
        Optional.of(winner),
        "points",
        20,
        at);
  }

  private void apply(RankedGame game) {
    apply(game, SameAddress.COUNTS);
  }

  private void apply(RankedGame game, SameAddress sameAddress) {
    database.transact(handle -> {
      RatingRows.apply(handle, game, sameAddress);
      return true;
    });
  }

  private double rating(UserId user) {
    return ladders.rankedStandings(user, SEASON).getFirst().standing().rating().value();
  }

  @Test
  void aGameCountsOnceHoweverOftenItIsApplied() {
    var ada = user("Ada");
    var bob = user("Bob");
    var game = game(ada, bob, START);
    apply(game);
    double once = rating(ada);
    apply(game);
    assertThat(rating(ada)).isEqualTo(once).isGreaterThan(1500);
    assertThat(rating(bob)).isLessThan(1500);
    var change = ladders.changesOf(bob, Optional.empty(), 10).items();
    assertThat(change).hasSize(1);
    assertThat(change.getFirst().opponent()).isEqualTo(ada);
    assertThat(change.getFirst().outcome()).isEqualTo(Outcome.LOSS);
    assertThat(change.getFirst().numbers().orElseThrow().ratingAfter()).isEqualTo(rating(bob));
  }

  @Test
  void aRolledBackEndChangesNoRating() {
    var ada = user("Ada");
    var game = game(ada, user("Bob"), START);
    assertThatThrownBy(() ->
            database.transact(handle -> {
              RatingRows.apply(handle, game, SameAddress.COUNTS);
              throw new IllegalStateException("the end is not written");
            }))
        .hasMessageContaining("not written");
    assertThat(ladders.rankedStandings(ada, SEASON)).isEmpty();
    assertThat(ladders.changesOf(ada, Optional.empty(), 10).items()).isEmpty();
  }

  @Test
  void playersOfOneAddressChangeNothingUnlessTheHouseWantsIt() {
    var ada = user("Ada");
    var bob = user("Bob");
    signIn(ada, "192.0.2.1");
    signIn(bob, "192.0.2.1");
    apply(game(ada, bob, START), SameAddress.DOES_NOT_COUNT);
    assertThat(ladders.rankedStandings(ada, SEASON)).isEmpty();
    var change = ladders.changesOf(ada, Optional.empty(), 10).items().getFirst();
    assertThat(change.notCounted()).contains("same_address");
    assertThat(change.numbers()).isEmpty();
    apply(game(ada, bob, START), SameAddress.COUNTS);
    assertThat(ladders.rankedStandings(ada, SEASON)).hasSize(1);
    var far = user("Cleo");
    signIn(far, "192.0.2.9");
    apply(game(ada, far, START), SameAddress.DOES_NOT_COUNT);
    assertThat(ladders.rankedStandings(far, SEASON)).hasSize(1);
  }

  @Test
  void onePairCountsFiveTimesADayAndAgainTheNextDay() {
    var ada = user("Ada");
    var bob = user("Bob");
    for (int i = 0; i < 7; i++) {
      var first = i % 2 == 0 ? ada : bob;
      var second = i % 2 == 0 ? bob : ada;
      apply(game(first, second, START.plus(Duration.ofHours(i))));
    }
    assertThat(ladders.rankedStandings(ada, SEASON).getFirst().standing().games()).isEqualTo(5);
    apply(game(ada, bob, START.plus(Duration.ofHours(30))));
    assertThat(ladders.rankedStandings(ada, SEASON).getFirst().standing().games()).isEqualTo(6);
  }

  @Test
  void strengthIsCarriedIntoTheNextSeason() {
    var ada = user("Ada");
    var bob = user("Bob");
    apply(game(ada, bob, START));
    double before = rating(ada);
    var winter = Instant.parse("2027-01-02T12:00:00Z");
    apply(game(bob, ada, winter));
    var next = ladders.rankedStandings(ada, Season.of(winter)).getFirst().standing();
    assertThat(next.games()).isEqualTo(1);
    var change = ladders.changesOf(ada, Optional.empty(), 1).items().getFirst();
    assertThat(change.numbers().orElseThrow().ratingBefore()).isEqualTo(before);
    assertThat(next.rating().value()).isLessThan(before);
    assertThat(rating(ada)).isEqualTo(before);
    assertThat(ladders.seasons()).containsExactly(new Season("2027-1"), new Season("2026-4"));
  }

  private List<Entry> wholeLadder(int page) {
    var all = new ArrayList<Entry>();
    Optional<String> cursor = Optional.empty();
    do {
      var next = ladders.ladder("pocket", SEASON, cursor, page);
      all.addAll(next.items());
      cursor = next.next();
    } while (cursor.isPresent());
    return all;
  }

  @Test
  void aLadderHasTheSettledInPagesTheBestFirst() {
    var players = IntStream.range(0, 8).mapToObj(i -> user("Player " + i)).toList();
    var random = new SplittableRandom(7);
    for (int round = 0; round < 160; round++) {
      int one = random.nextInt(players.size());
      int two = (one + 1 + random.nextInt(players.size() - 1)) % players.size();
      var at = START.plus(Duration.ofHours(7L * round));
      apply(game(players.get(Math.min(one, two)), players.get(Math.max(one, two)), at));
    }
    var lonely = user("Lonely");
    apply(game(lonely, players.getFirst(), START.plus(Duration.ofDays(20))));
    var ladder = wholeLadder(3);
    assertThat(ladder).isEqualTo(wholeLadder(100)).isNotEmpty();
    assertThat(ladder).extracting(Entry::user).doesNotContain(lonely).doesNotHaveDuplicates();
    for (int i = 0; i < ladder.size(); i++) {
      assertThat(ladder.get(i).rank()).isEqualTo(i + 1);
      assertThat(ladder.get(i).standing().rating().isProvisional()).isFalse();
      assertThat(ladders.rankedStandings(ladder.get(i).user(), SEASON).getFirst().rank())
          .contains(i + 1);
    }
    assertThat(ladders.rankedStandings(lonely, SEASON).getFirst().rank()).isEmpty();
    assertThat(ladder).extracting(entry -> -entry.standing().rating().value()).isSorted();
    assertThatThrownBy(() -> ladders.ladder("pocket", SEASON, Optional.of("junk"), 10))
        .isInstanceOf(InvalidCursor.class);
  }

  /** However many transactions apply games at once, the numbers are the order of the changes. */
  @Test
  void ratingsAreCountedAgainFromTheGamesAndAreTheSame() throws Exception {
    var players = IntStream.range(0, 6).mapToObj(i -> user("Player " + i)).toList();
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < 60; i++) {
        var one = players.get(i % 6);
        var two = players.get((i + 1 + i / 6 % 5) % 6);
        if (one.equals(two)) continue;
        var at = START.plus(Duration.ofHours(5L * i));
        threads.execute(() -> apply(game(one, two, at)));
      }
    }
    var before = players.stream().map(player -> ladders.rankedStandings(player, SEASON)).toList();
    var recount = new RatingRecount(database);
    var found = recount.recount();
    assertThat(found.games()).isGreaterThan(40);
    assertThat(found.different()).isZero();
    assertThat(players.stream().map(player -> ladders.rankedStandings(player, SEASON)).toList())
        .isEqualTo(before);
    database.read(handle -> handle.execute("update standings set rating = rating + 1"));
    assertThat(recount.recount().different()).isPositive();
    assertThat(players.stream().map(player -> ladders.rankedStandings(player, SEASON)).toList())
        .isEqualTo(before);
  }
}
