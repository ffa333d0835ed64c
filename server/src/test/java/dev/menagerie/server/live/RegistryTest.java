package dev.menagerie.server.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.game.ConnectionId;
import dev.menagerie.server.game.Connections;
import dev.menagerie.server.game.InMemoryConnections;
import dev.menagerie.server.game.ManualClock;
import dev.menagerie.server.game.NodeId;
import dev.menagerie.server.game.UserId;
import dev.menagerie.socketio.Admission;
import dev.menagerie.socketio.Socket;
import dev.menagerie.socketio.SocketIoServer;
import io.socket.client.IO;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a live session that the registry says it does not know. */
class RegistryTest {
  private static final UserId USER = new UserId("someone");
  private static final NodeId NODE = new NodeId("here");

  private final Scheduler scheduler = new Scheduler();
  private final ManualClock clock = new ManualClock();
  private final Forgetful connections = new Forgetful(clock);
  private final ConnectionRegistry registry = new ConnectionRegistry(connections, NODE, scheduler);
  private final List<ClientSession> displaced = new ArrayList<>();
  private SocketIoServer server;
  private io.socket.client.Socket client;
  private ClientSession session;

  /** Says of every session that it is not registered, whether it is or not; and may be away. */
  private static final class Forgetful extends InMemoryConnections {
    private volatile boolean away;

    Forgetful(InstantSource time) {
      super(time);
    }

    private void mustBeThere() {
      if (away) throw new StoreUnavailable(StoreUnavailable.Store.REDIS, new IOException("away"));
    }

    @Override
    public synchronized Optional<Connection> remove(ConnectionId session) {
      mustBeThere();
      return super.remove(session);
    }

    @Override
    public synchronized Set<ConnectionId> touch(Collection<ConnectionId> sessions) {
      mustBeThere();
      super.touch(sessions);
      return new HashSet<>(sessions);
    }
  }

  @BeforeEach
  void connect() throws Exception {
    var connected = new CompletableFuture<Socket>();
    server = SocketIoServer.builder().build();
    server.namespace("/").use(_ -> Admission.admit());
    server.namespace("/").onConnect(connected::complete);
    server.start();
    var options = new IO.Options();
    options.forceNew = true;
    client = IO.socket(URI.create("http://127.0.0.1:" + server.port()), options).connect();
    session =
        new ClientSession(
            connected.get(15, TimeUnit.SECONDS),
            new Identity(USER, "Someone", "s1", Instant.MAX),
            MessageObserver.NONE);
    registry.onDisplacement(displaced::add);
    registry.register(session);
  }

  @AfterEach
  void disconnect() {
    client.close();
    server.close();
    scheduler.close();
  }

  /** The registry was asked a moment before the session was in it. */
  @Test
  void anOwnRegistrationDoesNotBlockTheName() {
    registry.check();
    assertThat(displaced).isEmpty();
    assertThat(registered()).contains(session.socket().id());
  }

  @Test
  void aMissingPlayerCanReturn() {
    connections.remove(new ConnectionId(registered()));
    var returned = new ArrayList<ClientSession>();
    registry.onReturn(returned::add);
    registry.check();
    assertThat(returned).containsExactly(session);
    assertThat(displaced).isEmpty();
    assertThat(registered()).contains(session.socket().id());
  }

  @Test
  void anOlderConnectionOfAUserIsClosed() {
    connections.register(new ConnectionId("newer"), USER, new NodeId("there"));
    registry.check();
    assertThat(displaced).containsExactly(session);
    assertThat(registered()).isEqualTo("newer");
  }

  /** Else a store that was away for a minute would have everyone's opponent gone. */
  @Test
  void connectionsSurviveAnOutageOfTheStore() {
    var departed = new ArrayList<UserId>();
    registry.onDeparture(gone -> departed.add(gone.user()));
    var elsewhere = new UserId("elsewhere");
    connections.register(new ConnectionId("theirs"), elsewhere, new NodeId("there"));
    registry.check();
    connections.away = true;
    clock.pass(Connections.SILENCE.plusSeconds(1));
    assertThatThrownBy(registry::check).isInstanceOf(StoreUnavailable.class);
    connections.away = false;
    registry.check();
    assertThat(departed).isEmpty();
    registry.check();
    assertThat(departed).containsExactly(elsewhere);
  }

  /** The end of a connection once was an error then, and its player stayed in the game's room. */
  @Test
  void aConnectionThatEndsWithoutTheStoreIsTakenOutAndReportedWhenItIsBack() {
    var departed = new CopyOnWriteArrayList<UserId>();
    registry.onDeparture(gone -> departed.add(gone.user()));
    connections.away = true;
    registry.remove(session);
    assertThat(registered()).isEqualTo("s" + session.socket().id());
    assertThat(departed).isEmpty();
    connections.away = false;
    Awaitility.await().untilAsserted(() -> assertThat(departed).containsExactly(USER));
    assertThat(connections.of(USER)).isEmpty();
  }

  private String registered() {
    return connections.of(USER).orElseThrow().session().value();
  }
}
