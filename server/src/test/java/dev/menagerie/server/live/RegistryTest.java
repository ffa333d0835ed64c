package dev.menagerie.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.game.InMemoryConnections;
import dev.menagerie.server.game.NodeId;
import dev.menagerie.server.game.SessionId;
import dev.menagerie.server.game.UserId;
import dev.menagerie.socketio.Admission;
import dev.menagerie.socketio.Socket;
import dev.menagerie.socketio.SocketIoServer;
import io.socket.client.IO;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a live session that the registry says it does not know. */
class RegistryTest {
  private static final UserId USER = new UserId("someone");
  private static final NodeId NODE = new NodeId("here");

  private final Scheduler scheduler = new Scheduler();
  private final Forgetful connections = new Forgetful();
  private final Registry registry = new Registry(connections, NODE, scheduler);
  private final List<Session> displaced = new ArrayList<>();
  private SocketIoServer server;
  private io.socket.client.Socket client;
  private Session session;

  /** Says of every session that it is not registered, whether it is or not. */
  private static final class Forgetful extends InMemoryConnections {
    Forgetful() {
      super(InstantSource.system());
    }

    @Override
    public synchronized Set<SessionId> touch(Collection<SessionId> sessions) {
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
        new Session(
            connected.get(15, TimeUnit.SECONDS), new Identity(USER, "Someone", Instant.MAX));
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
  void whoIsRegisteredByNowIsNotInTheirOwnWay() {
    registry.touch();
    assertThat(displaced).isEmpty();
    assertThat(registered()).contains(session.socket().id());
  }

  @Test
  void whoIsMissingComesBack() {
    connections.remove(new SessionId(registered()));
    registry.touch();
    assertThat(displaced).isEmpty();
    assertThat(registered()).contains(session.socket().id());
  }

  @Test
  void whoHasANewerConnectionGivesWay() {
    connections.register(new SessionId("newer"), USER, new NodeId("there"));
    registry.touch();
    assertThat(displaced).containsExactly(session);
    assertThat(registered()).isEqualTo("newer");
  }

  private String registered() {
    return connections.of(USER).orElseThrow().session().value();
  }
}
