package dev.menagerie.socketio;

import dev.menagerie.socketio.engineio.CloseReason;
import dev.menagerie.socketio.engineio.EncodedPacket;
import dev.menagerie.socketio.engineio.Handshake;
import dev.menagerie.socketio.engineio.SessionLimits;
import dev.menagerie.socketio.packet.Arguments;
import dev.menagerie.socketio.packet.PacketWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** One client in one namespace. All methods are for any thread. */
public final class Socket {
  private final String id;
  private final Namespace namespace;
  private final Connection connection;
  private final Attributes attributes;
  private final PendingAcks pendingAcks;

  // Guarded by the monitor of `attributes`: a lock that exists anyway.
  private Set<String> rooms = Set.of();
  private boolean gone;

  private volatile @Nullable Map<String, EventHandler> handlers;

  Socket(String id, Namespace namespace, Connection connection, Attributes attributes) {
    this.id = id;
    this.namespace = namespace;
    this.connection = connection;
    this.attributes = attributes;
    this.pendingAcks = new PendingAcks(connection);
  }

  /** The public id: unique, and useless as a secret. */
  public String id() {
    return id;
  }

  /** Where it is. */
  public Namespace namespace() {
    return namespace;
  }

  /** The HTTP request that opened the connection. */
  public Handshake handshake() {
    return connection.session().handshake();
  }

  /** Whether it is still in its namespace. */
  public boolean isConnected() {
    synchronized (attributes) {
      return !gone;
    }
  }

  // ---- sending ----

  /**
   * Sends an event. Arguments may be encoded already, plain values, JSON nodes, records, or bytes.
   */
  public void emit(String event, @Nullable Object... arguments) {
    sendFrames(PacketWriter.event(namespace.name(), event, arguments));
  }

  /** Starts a group of events that go out together, with nothing in between. */
  public Batch batch() {
    return new Batch(this);
  }

  /**
   * Sends an event and waits for its acknowledgement, at most this long. Fails with {@link
   * NotAcknowledged}.
   */
  public CompletableFuture<Arguments> emitWithAck(
      Duration timeout, String event, @Nullable Object... arguments) {
    return pendingAcks.expect(
        timeout,
        number -> sendFrames(PacketWriter.event(namespace.name(), number, event, arguments)));
  }

  /** Everybody in the namespace but this socket. */
  public Broadcast broadcast() {
    return namespace.except(id);
  }

  /** The sockets in these rooms but this one. */
  public Broadcast to(String... names) {
    return broadcast().to(names);
  }

  void sendFrames(List<EncodedPacket> frames) {
    if (isConnected()) {
      connection.session().send(frames);
    }
  }

  // ---- receiving ----

  /** Sets this socket's own handler of an event; it goes before the namespace's. */
  public void on(String event, EventHandler handler) {
    synchronized (attributes) {
      Map<String, EventHandler> own = handlers;
      if (own == null) {
        own = new ConcurrentHashMap<>(2);
        handlers = own;
      }
      own.put(event, handler);
    }
  }

  /** Runs the task in turn with this client's handlers. */
  public void execute(Runnable task) {
    connection.execute(task);
  }

  Optional<EventHandler> handler(String event) {
    Map<String, EventHandler> own = handlers;
    if (own != null) {
      EventHandler handler = own.get(event);
      if (handler != null) {
        return Optional.of(handler);
      }
    }
    return namespace.handler(event);
  }

  void acknowledged(long number, Arguments arguments) {
    pendingAcks.settle(number, arguments);
  }

  Runnable defer(IncomingEvent event) {
    return connection.defer(event);
  }

  // ---- rooms and attributes ----

  /** Joins a room. */
  public void join(String room) {
    synchronized (attributes) {
      if (gone || rooms.contains(room)) {
        return;
      }
      var more = new TreeSet<>(rooms);
      more.add(room);
      rooms = Set.copyOf(more);
      namespace.rooms().join(this, room);
    }
  }

  /** Leaves a room. */
  public void leave(String room) {
    synchronized (attributes) {
      if (gone || !rooms.contains(room)) {
        return;
      }
      var fewer = new TreeSet<>(rooms);
      fewer.remove(room);
      rooms = Set.copyOf(fewer);
      namespace.rooms().leave(this, room);
    }
  }

  /** The rooms it joined; those it was in when it left, once it is gone. */
  public Set<String> rooms() {
    synchronized (attributes) {
      return rooms;
    }
  }

  boolean isIn(String room) {
    return rooms().contains(room);
  }

  /** Attaches a value. */
  public <T> void attach(AttributeKey<T> key, T value) {
    attributes.put(key, value);
  }

  /** A value attached before, here or by a middleware. */
  public <T> Optional<T> attribute(AttributeKey<T> key) {
    return attributes.get(key);
  }

  // ---- the connection beneath ----

  /** The client's current limits. */
  public SessionLimits limits() {
    return connection.session().limits();
  }

  /** Replaces the limits of this client's connection, for instance after sign-in. */
  public void limits(SessionLimits limits) {
    connection.session().limits(limits);
  }

  /** Bytes that wait to be sent to this client. */
  public long pendingBytes() {
    return connection.session().pendingBytes();
  }

  /** The name of the transport in use: {@code polling} or {@code websocket}. */
  public String transport() {
    return connection.session().transportName();
  }

  /** Time since the client's last sign of life, heartbeats included. */
  public Duration idleTime() {
    return Duration.ofNanos(System.nanoTime() - connection.session().input().lastActivityNanos());
  }

  /** When the client last gave a sign of life, on the clock of {@link System#nanoTime()}. */
  public long lastActivityNanos() {
    return connection.session().input().lastActivityNanos();
  }

  /**
   * Calls back on every sign of life of this client, heartbeats included. Runs on an event loop: it
   * must not block, and should do next to nothing. A second call replaces the first.
   */
  public void onActivity(Runnable listener) {
    connection.onActivity(listener);
  }

  /**
   * Removes the socket from the namespace. Packets sent before still arrive; the official client
   * does not reconnect.
   */
  public void disconnect() {
    if (leave(
        CloseReason.SERVER_DISCONNECTED, List.of(PacketWriter.disconnect(namespace.name())))) {
      connection.finished(this, CloseReason.SERVER_DISCONNECTED);
    }
  }

  /** Closes the whole connection after the packets sent before; the official client reconnects. */
  public void closeTransport() {
    connection.session().close(CloseReason.SERVER_CLOSED);
  }

  /** Closes the whole connection for this reason. */
  public void closeTransport(CloseReason reason) {
    connection.session().close(reason);
  }

  /** Takes the socket out of namespace and rooms; false if it was out already. */
  boolean leave(CloseReason reason, List<EncodedPacket> farewell) {
    Set<String> joined;
    synchronized (attributes) {
      if (gone) {
        return false;
      }
      gone = true;
      joined = rooms;
    }
    namespace.rooms().remove(this, joined);
    if (!farewell.isEmpty()) {
      connection.session().send(farewell);
    }
    pendingAcks.fail(reason.text());
    return true;
  }

  @Override
  public String toString() {
    return id + " in " + namespace.name();
  }
}
