package dev.menagerie.server.lobby;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.StoreUnavailable.Store;
import dev.menagerie.server.archive.ArchivePage;
import dev.menagerie.server.archive.WaitingGame;
import dev.menagerie.server.archive.WaitingGames;
import dev.menagerie.server.game.Audience;
import dev.menagerie.server.game.ConnectionId;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.GameIndexEntry;
import dev.menagerie.server.game.InMemoryConnections;
import dev.menagerie.server.game.Leases;
import dev.menagerie.server.game.LifecycleStatus;
import dev.menagerie.server.game.LobbyListing;
import dev.menagerie.server.game.ManualClock;
import dev.menagerie.server.game.NodeId;
import dev.menagerie.server.game.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Listed games close when their creators are gone, and not before. */
class AbandonedListingsTest {
  private static final NodeId NODE = NodeId.fresh();
  private static final ConnectionId SESSION = new ConnectionId("s1");

  private final ManualClock clock = new ManualClock();
  private final InMemoryConnections connections = new InMemoryConnections(clock);
  private final InMemoryLobbyMembers members = new InMemoryLobbyMembers();
  private final UserId creator = UserId.fresh();
  private final WaitingGame game = waiting(creator);
  private final Listed listed = new Listed();
  private final List<GameId> closed = new ArrayList<>();
  private final AbandonedListings listings = listings(new OneNode());

  private AbandonedListings listings(Leases leases) {
    return new AbandonedListings(listed, connections, members, leases, NODE, clock, closed::add);
  }

  private WaitingGame waiting(UserId user) {
    var standing =
        new GameIndexEntry(
            LifecycleStatus.WAITING,
            "casual",
            List.of(user),
            Audience.PUBLIC,
            LobbyListing.LISTED,
            0,
            "{}");
    return new WaitingGame(GameId.fresh(), standing, clock.instant());
  }

  /** The one game, unless the store is away. */
  private final class Listed implements WaitingGames {
    private boolean isAway;

    @Override
    public ArchivePage<WaitingGame> invitationsOf(UserId user, Optional<String> cursor, int limit) {
      return new ArchivePage<>(List.of(), Optional.empty());
    }

    @Override
    public Counts count() {
      return new Counts(1, 0);
    }

    @Override
    public List<WaitingGame> listed(int limit) {
      if (isAway) throw new StoreUnavailable(Store.POSTGRES, new IllegalStateException("away"));
      return List.of(game);
    }
  }

  /** A cluster in which this node, or another one, has the lease. */
  private static final class OneNode implements Leases {
    private boolean isOurs = true;

    @Override
    public boolean acquire(String chore, NodeId node, Duration time) {
      return isOurs;
    }

    @Override
    public void release(String chore, NodeId node) {}
  }

  private void checkFor(Duration time) {
    for (var passed = Duration.ZERO;
        passed.compareTo(time) < 0;
        passed = passed.plus(AbandonedListings.INTERVAL)) {
      listings.check();
      clock.pass(AbandonedListings.INTERVAL);
    }
  }

  private void connect() {
    connections.register(SESSION, creator, NODE);
  }

  @Test
  void aGameOfAPresentCreatorStays() {
    connect();
    checkFor(Duration.ofMinutes(10));
    assertThat(closed).isEmpty();
  }

  @Test
  void aGameClosesSomeSecondsAfterItsCreatorLeft() {
    connect();
    checkFor(Duration.ofSeconds(10));
    connections.remove(SESSION);
    checkFor(AbandonedListings.ABSENCE.minusSeconds(5));
    assertThat(closed).isEmpty();
    checkFor(Duration.ofSeconds(10));
    assertThat(closed).contains(game.game());
  }

  @Test
  void aCreatorBackInTimeKeepsTheGame() {
    connect();
    checkFor(Duration.ofSeconds(10));
    connections.remove(SESSION);
    checkFor(Duration.ofSeconds(10));
    connect();
    checkFor(Duration.ofMinutes(2));
    assertThat(closed).isEmpty();
  }

  @Test
  void aCreatorInTheLobbyCountsAsPresent() {
    members.repeat(List.of(new LobbyMembers.Member(creator, "Ada")));
    checkFor(Duration.ofMinutes(10));
    assertThat(closed).isEmpty();
  }

  @Test
  void aCreatorHasAMinuteToConnectForTheFirstTime() {
    checkFor(Duration.ofSeconds(55));
    assertThat(closed).isEmpty();
    checkFor(Duration.ofSeconds(20));
    assertThat(closed).contains(game.game());
  }

  @Test
  void timeWithoutTheStoreIsNotCounted() {
    connect();
    checkFor(Duration.ofMinutes(2));
    connections.remove(SESSION);
    checkFor(Duration.ofSeconds(10));
    listed.isAway = true;
    checkFor(Duration.ofMinutes(1));
    listed.isAway = false;
    checkFor(Duration.ofSeconds(10));
    assertThat(closed).isEmpty();
    checkFor(Duration.ofSeconds(15));
    assertThat(closed).contains(game.game());
  }

  @Test
  void aNodeWithoutTheLeaseClosesNothing() {
    var elsewhere = new OneNode();
    elsewhere.isOurs = false;
    var idle = listings(elsewhere);
    for (int i = 0; i < 100; i++) {
      idle.check();
      clock.pass(AbandonedListings.INTERVAL);
    }
    assertThat(closed).isEmpty();
  }
}
