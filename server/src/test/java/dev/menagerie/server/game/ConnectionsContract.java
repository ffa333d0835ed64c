package dev.menagerie.server.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.menagerie.server.game.Connections.Announced;
import dev.menagerie.server.game.Connections.Connection;
import dev.menagerie.server.game.Connections.Replaced;
import dev.menagerie.server.game.Connections.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The promises of the registry of connections; every implementation keeps them. */
public abstract class ConnectionsContract {
  private final NodeId node = NodeId.fresh();
  private final UserId ada = UserId.fresh();
  private final UserId bob = UserId.fresh();
  private final GameId game = GameId.fresh();

  protected abstract Connections connections();

  /** Makes these look as if nothing had been heard of them for longer than is allowed. */
  protected abstract void fallSilent(ConnectionId... sessions);

  @Test
  void registeredUserIsOnline() {
    assertThat(connections().online(ada)).isFalse();
    var session = registered(ada);
    var connection = connections().of(ada).orElseThrow();
    assertThat(connection.session()).isEqualTo(session);
    assertThat(connection.node()).isEqualTo(node);
    assertThat(connection.game()).isEmpty();
    assertThat(connection.lastSeen()).isEqualTo(connection.connectedAt());
    assertThat(connections().online(bob)).isFalse();
  }

  @Test
  void onlineUsersAreFoundInOneCall() {
    var one = registered(ada);
    registered(bob);
    var never = UserId.fresh();
    assertThat(connections().onlineAmong(List.of(ada, bob, never)))
        .containsExactlyInAnyOrder(ada, bob);
    connections().remove(one);
    assertThat(connections().onlineAmong(List.of(ada, bob, never))).containsExactly(bob);
    assertThat(connections().onlineAmong(List.of())).isEmpty();
  }

  @Test
  void newConnectionReplacesTheOld() {
    var old = session();
    var first = connections().register(old, ada, node);
    connections().enter(old, game, Role.PLAYS);
    var other = NodeId.fresh();
    var current = session();
    var second = connections().register(current, ada, other);
    assertThat(first.replaced()).isEmpty();
    assertThat(second.replaced()).contains(new Replaced(old, node));
    assertThat(second.number()).isGreaterThan(first.number());
    assertThat(connections().of(ada).orElseThrow().session()).isEqualTo(current);
    assertThat(connections().players(game)).isEmpty();
  }

  @Test
  void aLateGoodbyeOfAReplacedConnectionChangesNothing() {
    var old = registered(ada);
    var current = registered(ada);
    connections().enter(current, game, Role.PLAYS);
    assertThat(connections().remove(old)).isEmpty();
    assertThat(connections().touch(List.of(old, current))).containsExactly(old);
    assertThat(connections().enter(old, game, Role.PLAYS)).isFalse();
    assertThat(connections().of(ada).orElseThrow().session()).isEqualTo(current);
    assertThat(connections().players(game))
        .extracting(Connection::session)
        .containsExactly(current);
  }

  @Test
  void gamesPlayersAndTheirOpponentsAreFound() {
    var one = registered(ada);
    var two = registered(bob);
    var watching = registered(UserId.fresh());
    assertThat(connections().enter(one, game, Role.PLAYS)).isTrue();
    assertThat(connections().enter(two, game, Role.PLAYS)).isTrue();
    assertThat(connections().enter(watching, game, Role.WATCHES)).isTrue();
    assertThat(connections().players(game))
        .extracting(Connection::session)
        .containsExactlyInAnyOrder(one, two);
    assertThat(connections().opponent(game, ada).orElseThrow().user()).isEqualTo(bob);
    assertThat(connections().spectators(game)).isEqualTo(1);
    assertThat(connections().of(bob).orElseThrow().game()).contains(game);
  }

  @Test
  void connectionIsInOneGameAtATime() {
    var session = registered(ada);
    var other = GameId.fresh();
    connections().enter(session, game, Role.PLAYS);
    connections().enter(session, other, Role.WATCHES);
    assertThat(connections().players(game)).isEmpty();
    assertThat(connections().spectators(other)).isEqualTo(1);
    assertThat(connections().leave(session)).contains(other);
    assertThat(connections().spectators(other)).isZero();
    assertThat(connections().leave(session)).isEmpty();
    assertThat(connections().online(ada)).isTrue();
  }

  @Test
  void visitsOfAGameSayWhoCameAndHowTheyWent() {
    var first = registered(ada);
    connections().enter(first, game, Role.PLAYS);
    connections().enter(first, game, Role.PLAYS); // was there already
    var second = registered(ada); // replaces the first
    connections().enter(second, game, Role.PLAYS);
    connections().leave(second);
    var watching = registered(bob);
    connections().enter(watching, game, Role.WATCHES);
    connections().remove(watching);

    assertThat(connections().visits(game))
        .extracting(Visit::connection, Visit::user, Visit::as, Visit::kind)
        .containsExactly(
            tuple(first, ada, Role.PLAYS, Visit.Kind.ENTERED),
            tuple(first, ada, Role.PLAYS, Visit.Kind.REPLACED),
            tuple(second, ada, Role.PLAYS, Visit.Kind.ENTERED),
            tuple(second, ada, Role.PLAYS, Visit.Kind.LEFT),
            tuple(watching, bob, Role.WATCHES, Visit.Kind.ENTERED),
            tuple(watching, bob, Role.WATCHES, Visit.Kind.ENDED));
    assertThat(connections().visits(game)).extracting(Visit::node).containsOnly(node);
    assertThat(connections().visits(GameId.fresh())).isEmpty();
  }

  @Test
  void removedConnectionLeavesNothing() {
    var session = registered(ada);
    connections().enter(session, game, Role.PLAYS);
    var removed = connections().remove(session).orElseThrow();
    assertThat(removed.user()).isEqualTo(ada);
    assertThat(removed.game()).contains(game);
    assertThat(connections().online(ada)).isFalse();
    assertThat(connections().players(game)).isEmpty();
    assertThat(connections().remove(session)).isEmpty();
    assertThat(connections().touch(List.of(session))).containsExactly(session);
  }

  @Test
  void silentOnesAreSweptOnce() {
    var silent = registered(ada);
    connections().enter(silent, game, Role.PLAYS);
    fallSilent(silent);
    var alive = registered(bob);
    connections().enter(alive, game, Role.PLAYS);
    assertThat(connections().touch(List.of(alive))).isEmpty();
    var swept = connections().sweep();
    assertThat(swept).extracting(Connection::session).containsExactly(silent);
    assertThat(swept.getFirst().game()).contains(game);
    assertThat(connections().sweep()).isEmpty();
    assertThat(connections().online(ada)).isFalse();
    assertThat(connections().players(game)).extracting(Connection::session).containsExactly(alive);
  }

  @Test
  void aNewerConnectionIsRestoredInPlaceOfAnOlderOne() {
    var old = session();
    connections().register(old, ada, node);
    var newer = session();
    long number = connections().register(newer, ada, node).number();
    connections().remove(newer);
    var lost = session(); // the store after it lost its last writes
    assertThat(connections().restore(lost, ada, node, number - 1)).isPresent();
    var restored = connections().restore(newer, ada, node, number + 1).orElseThrow();
    assertThat(restored.replaced()).contains(new Replaced(lost, node));
    assertThat(connections().of(ada).orElseThrow().session()).isEqualTo(newer);
  }

  @Test
  void anOlderConnectionIsNotRestoredInPlaceOfANewerOne() {
    var old = session();
    long number = connections().register(old, ada, node).number();
    var newer = registered(ada);
    assertThat(connections().restore(old, ada, node, number)).isEmpty();
    assertThat(connections().of(ada).orElseThrow().session()).isEqualTo(newer);
  }

  @Test
  void aForgottenConnectionIsRestored() {
    var session = session();
    long number = connections().register(session, ada, node).number();
    connections().remove(session);
    var restored = connections().restore(session, ada, node, number).orElseThrow();
    assertThat(restored.replaced()).isEmpty();
    assertThat(restored.number()).isGreaterThanOrEqualTo(number);
    assertThat(connections().online(ada)).isTrue();
  }

  /** Makes a node look as if nothing had been heard of it for longer than is allowed. */
  protected abstract void fallSilent(NodeId silent);

  @Test
  void aSilentNodesConnectionsAreSweptOnce() {
    assertThat(connections().beat(node).wasAlive()).isFalse();
    assertThat(connections().beat(node).wasAlive()).isTrue();
    var one = registered(ada);
    connections().enter(one, game, Role.PLAYS);
    var other = NodeId.fresh();
    connections().beat(other);
    connections().register(session(), bob, other);
    assertThat(connections().beat(other).silent()).doesNotContain(node);

    fallSilent(node);
    connections().beat(other);
    assertThat(connections().beat(other).silent()).contains(node).doesNotContain(other);
    var swept = connections().sweep(node);
    assertThat(swept).extracting(Connection::session).containsExactly(one);
    assertThat(swept.getFirst().game()).contains(game);
    assertThat(connections().sweep(node)).isEmpty();
    assertThat(connections().online(ada)).isFalse();
    assertThat(connections().online(bob)).isTrue();
    assertThat(connections().beat(node).wasAlive()).isFalse();
  }

  /** More than are handled in one round trip, some of them replaced by connections elsewhere. */
  @Test
  void allConnectionsOfANodeAreSweptAtOnce() {
    connections().beat(node);
    var users = Stream.generate(UserId::fresh).limit(600).toList();
    var sessions = new ArrayList<ConnectionId>();
    for (var user : users) {
      var session = registered(user);
      connections().enter(session, game, Role.WATCHES);
      sessions.add(session);
    }
    var elsewhere = NodeId.fresh();
    connections().beat(elsewhere);
    connections().register(session(), users.getFirst(), elsewhere);

    var swept = connections().sweep(node);

    assertThat(swept)
        .extracting(Connection::session)
        .containsExactlyInAnyOrderElementsOf(sessions.subList(1, sessions.size()));
    assertThat(connections().spectators(game)).isZero();
    assertThat(connections().onlineAmong(users)).containsExactly(users.getFirst());
  }

  @Test
  void signOfLifeKeepsAConnection() {
    var session = registered(ada);
    fallSilent(session);
    assertThat(connections().touch(List.of(session))).isEmpty();
    assertThat(connections().sweep()).isEmpty();
    assertThat(connections().online(ada)).isTrue();
  }

  @Test
  void flappingLeavesOneConnection() throws Exception {
    var last = new ArrayList<Long>();
    try (var tabs = Executors.newVirtualThreadPerTaskExecutor()) {
      var all = new ArrayList<Future<Long>>();
      for (int i = 0; i < 40; i++) {
        all.add(
            tabs.submit(() -> {
              var session = session();
              var number = connections().register(session, ada, node).number();
              connections().enter(session, game, Role.PLAYS);
              return number;
            }));
      }
      for (var tab : all) last.add(tab.get());
    }
    assertThat(last).doesNotHaveDuplicates();
    var one = connections().of(ada).orElseThrow();
    assertThat(connections().players(game))
        .extracting(Connection::session)
        .isSubsetOf(List.of(one.session()));
    connections().enter(one.session(), game, Role.PLAYS);
    assertThat(connections().players(game)).hasSize(1);
    assertThat(connections().opponent(game, ada)).isEqualTo(Optional.empty());
  }

  @Test
  void announcedPresenceIsReplacedExactlyOnce() throws Exception {
    assertThat(connections().lastAnnounced(game, ada)).isEmpty();
    assertThat(connections().announce(game, ada, Announced.HERE)).isEmpty();
    assertThat(connections().announce(game, bob, Announced.AWAY)).isEmpty();
    assertThat(connections().lastAnnounced(game, ada)).contains(Announced.HERE);
    try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
      var all = new ArrayList<Future<Optional<Announced>>>();
      for (int i = 0; i < 20; i++) {
        all.add(nodes.submit(() -> connections().announce(game, ada, Announced.AWAY)));
      }
      int changed = 0;
      for (var each : all) if (each.get().equals(Optional.of(Announced.HERE))) changed++;
      assertThat(changed).isEqualTo(1);
    }
    assertThat(connections().announce(game, ada, Announced.HERE)).contains(Announced.AWAY);
  }

  private ConnectionId registered(UserId user) {
    var session = session();
    connections().register(session, user, node);
    return session;
  }

  private static ConnectionId session() {
    return new ConnectionId("s" + UUID.randomUUID());
  }
}
