package dev.menagerie.socketio;

import dev.menagerie.socketio.dispatch.MailboxRunner;
import dev.menagerie.socketio.dispatch.Workers;
import dev.menagerie.socketio.engineio.EngineServer;
import dev.menagerie.socketio.engineio.EngineSettings;
import dev.menagerie.socketio.engineio.SessionIds;
import dev.menagerie.socketio.engineio.SessionOpener;
import dev.menagerie.socketio.http.HttpHandler;
import dev.menagerie.socketio.limits.ClientShares;
import dev.menagerie.socketio.netty.NettyServer;
import dev.menagerie.socketio.netty.NettySettings;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A Socket.IO v5 server over Engine.IO v4, with the host application's HTTP on the same port. Build
 * it, name its namespaces and their handlers, then start it.
 */
public final class SocketIoServer implements AutoCloseable {
  private static final Duration DRAIN_POLL = Duration.ofMillis(10);

  private final SocketIoSettings settings;
  private final ServerListener listener;
  private final MailboxRunner runner;
  private final @Nullable Workers ownWorkers;
  private final Adapter adapter;
  private final String nodeId = SessionIds.next();
  private final ConcurrentMap<String, Namespace> namespaces = new ConcurrentHashMap<>();
  private final List<Family> families = new CopyOnWriteArrayList<>();
  private final AtomicInteger dynamicNamespaces = new AtomicInteger();
  private final NettyServer netty;

  private record Family(Predicate<String> names, Consumer<Namespace> setUp) {}

  private SocketIoServer(Builder builder) {
    settings = builder.settings;
    listener = builder.listener;
    ownWorkers =
        builder.executor == null
            ? new Workers(Math.max(2, Runtime.getRuntime().availableProcessors())).start()
            : null;
    runner =
        builder.executor == null
            ? Objects.requireNonNull(ownWorkers)
            : MailboxRunner.of(builder.executor);
    adapter = builder.adapter;
    var endpoints = new ArrayList<EngineServer>();
    endpoints.add(
        new EngineServer(builder.engine, session -> new Connection(this, session), listener));
    builder.others.forEach(
        other -> endpoints.add(new EngineServer(other.settings(), other.opener(), listener)));
    netty = new NettyServer(builder.netty, endpoints, builder.http);
  }

  /** Starts to describe a server on 127.0.0.1 and any free port. */
  public static Builder builder() {
    return new Builder();
  }

  /** The main namespace. */
  public Namespace main() {
    return namespace("/");
  }

  /** A namespace by its name, made if it does not exist. */
  public Namespace namespace(String name) {
    if (!name.startsWith("/")) {
      throw new IllegalArgumentException("a namespace starts with a slash: " + name);
    }
    return namespaces.computeIfAbsent(name, this::create);
  }

  /**
   * Namespaces that come to be when a client asks for a name that the predicate accepts, up to the
   * setting's bound.
   *
   * @param setUp gives each its handlers before the client is let in
   */
  public void namespaces(Predicate<String> names, Consumer<Namespace> setUp) {
    families.add(new Family(names, setUp));
  }

  private Namespace create(String name) {
    var namespace = new Namespace(name, this);
    adapter.start(namespace.peer());
    return namespace;
  }

  Optional<Namespace> find(String name) {
    Namespace existing = namespaces.get(name);
    if (existing != null) {
      return Optional.of(existing);
    }
    for (Family family : families) {
      if (family.names().test(name)) {
        return dynamic(name, family);
      }
    }
    return Optional.empty();
  }

  private Optional<Namespace> dynamic(String name, Family family) {
    if (dynamicNamespaces.get() >= settings.maxDynamicNamespaces()) {
      return Optional.empty();
    }
    return Optional.of(
        namespaces.computeIfAbsent(
            name,
            absent -> {
              dynamicNamespaces.incrementAndGet();
              Namespace fresh = create(absent);
              family.setUp().accept(fresh);
              return fresh;
            }));
  }

  /** Starts to listen. */
  public SocketIoServer start() throws IOException {
    netty.start();
    return this;
  }

  /** The port it listens on. */
  public int port() {
    return netty.port();
  }

  /** Connections, sessions and bytes that clients hold now, for metrics. */
  public ClientShares clients() {
    return netty.clients();
  }

  /** The name of this node among others, fresh at every start. */
  public String nodeId() {
    return nodeId;
  }

  /** Takes no more connections; those that exist go on. */
  public void refuseNewConnections() {
    netty.drain();
  }

  /**
   * Ends in good order: no more connections, every client notified and closed so that it comes back
   * elsewhere, at most this long; then stops.
   */
  public void drain(Duration atMost) {
    long end = System.nanoTime() + atMost.toNanos();
    netty.drain();
    netty.closeSessions();
    while (System.nanoTime() < end && (netty.hasSessions() || hasSockets())) {
      LockSupport.parkNanos(DRAIN_POLL.toNanos());
    }
    close();
  }

  private boolean hasSockets() {
    return namespaces.values().stream().anyMatch(namespace -> !namespace.sockets().isEmpty());
  }

  /** Stops at once. */
  @Override
  public void close() {
    netty.close();
    adapter.close();
    if (ownWorkers != null) {
      ownWorkers.close();
    }
  }

  SocketIoSettings settings() {
    return settings;
  }

  ServerListener listener() {
    return listener;
  }

  MailboxRunner runner() {
    return runner;
  }

  Adapter adapter() {
    return adapter;
  }

  /** Describes a server. */
  public static final class Builder {
    private NettySettings netty = NettySettings.on("127.0.0.1", 0);
    private EngineSettings engine = EngineSettings.at("/socket.io/");
    private SocketIoSettings settings = SocketIoSettings.standard();
    private HttpHandler http = HttpHandler.nothing();
    private ServerListener listener = new ServerListener() {};
    private @Nullable Executor executor;
    private Adapter adapter = Adapter.none();
    private final List<Endpoint> others = new ArrayList<>();

    private record Endpoint(EngineSettings settings, SessionOpener opener) {}

    private Builder() {}

    /** Sets the address and the settings of the whole port. */
    public Builder netty(NettySettings chosen) {
      netty = chosen;
      return this;
    }

    /** Heartbeat, payloads, and limits of each session. */
    public Builder engine(EngineSettings chosen) {
      engine = chosen;
      return this;
    }

    /** Namespaces, attachments, acknowledgements, mailboxes. */
    public Builder settings(SocketIoSettings chosen) {
      settings = chosen;
      return this;
    }

    /** Answers all other requests on the port. */
    public Builder http(HttpHandler handler) {
      http = handler;
      return this;
    }

    /** Sets the listener of connections and events. */
    public Builder listener(ServerListener chosen) {
      listener = chosen;
      return this;
    }

    /**
     * Runs handlers. Without it they run on virtual threads and may block. With {@code
     * Runnable::run} they run on the event loops: the fastest, for handlers that never block.
     */
    public Builder executor(Executor chosen) {
      executor = chosen;
      return this;
    }

    /** How other nodes hear of broadcasts. */
    public Builder adapter(Adapter chosen) {
      adapter = chosen;
      return this;
    }

    /** Another Engine.IO endpoint on the same port, with a protocol of its own on top. */
    public Builder endpoint(EngineSettings where, SessionOpener opener) {
      others.add(new Endpoint(where, opener));
      return this;
    }

    /** The server, not started yet. */
    public SocketIoServer build() {
      return new SocketIoServer(this);
    }
  }
}
