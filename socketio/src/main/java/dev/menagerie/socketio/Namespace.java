package dev.menagerie.socketio;

import dev.menagerie.socketio.engineio.CloseReason;
import dev.menagerie.socketio.engineio.EncodedPacket;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A namespace that clients join: its admission, its event handlers, its rooms. Handlers given here
 * serve every socket; give them before the server starts.
 */
public final class Namespace {
  private final String name;
  private final SocketIoServer server;
  private final RoomIndex rooms = new RoomIndex();
  private final Adapter.Peer peer = new LocalPeer();
  private final List<Middleware> middlewares = new CopyOnWriteArrayList<>();
  private final List<ConnectHandler> connectHandlers = new CopyOnWriteArrayList<>();
  private final List<DisconnectHandler> disconnectHandlers = new CopyOnWriteArrayList<>();
  private final ConcurrentMap<String, EventHandler> handlers = new ConcurrentHashMap<>();
  private volatile @Nullable EventHandler otherwise;
  private volatile @Nullable FailureHandler failureHandler;
  private volatile boolean textOnly;

  Namespace(String name, SocketIoServer server) {
    this.name = name;
    this.server = server;
  }

  /** Its name, starting with a slash; {@code /} is the main one. */
  public String name() {
    return name;
  }

  // ---- set-up ----

  /** Adds a middleware; they are asked in the order they were added, until one refuses. */
  public Namespace use(Middleware middleware) {
    middlewares.add(middleware);
    return this;
  }

  /** Adds a handler for sockets that were let in. */
  public Namespace onConnect(ConnectHandler handler) {
    connectHandlers.add(handler);
    return this;
  }

  /** Adds a handler for sockets that are gone. */
  public Namespace onDisconnect(DisconnectHandler handler) {
    disconnectHandlers.add(handler);
    return this;
  }

  /** Sets the handler of an event. */
  public Namespace on(String event, EventHandler handler) {
    handlers.put(event, handler);
    return this;
  }

  /** Sets the handler of an event whose first argument is read as this type. */
  public <T> Namespace on(String event, Class<T> type, EventHandler.Typed<T> handler) {
    return on(event, message -> handler.handle(message.as(0, type), message));
  }

  /** Sets the handler of every event that has none of its own. */
  public Namespace otherwise(EventHandler handler) {
    otherwise = handler;
    return this;
  }

  /** Sets the handler of events whose own handler threw; the server's listener is called, too. */
  public Namespace onFailure(FailureHandler handler) {
    failureHandler = handler;
    return this;
  }

  /** Takes no binary packets: a client that sends one is closed. */
  public Namespace textOnly() {
    textOnly = true;
    return this;
  }

  // ---- at work ----

  /** The sockets of this node. */
  public Collection<Socket> sockets() {
    return Collections.unmodifiableCollection(rooms.all());
  }

  /** A socket of this node by its id. */
  public Optional<Socket> socket(String id) {
    return rooms.socket(id);
  }

  /** The rooms that sockets of this node are in. */
  public Set<String> roomNames() {
    return rooms.names();
  }

  /** How many sockets of this node are in a room. */
  public int countIn(String room) {
    return rooms.members(room);
  }

  /** All sockets in the namespace. */
  public Broadcast everyone() {
    return new Broadcast(this, BroadcastTarget.EVERYONE);
  }

  /** The sockets in any of these rooms; a socket's id will do. */
  public Broadcast to(String... names) {
    return everyone().to(names);
  }

  /** All sockets but those in these rooms. */
  public Broadcast except(String... names) {
    return everyone().except(names);
  }

  /** The sockets of this node. */
  public Broadcast local() {
    return everyone().local();
  }

  /** Sends an event to all sockets. */
  public void emit(String event, @Nullable Object... arguments) {
    everyone().emit(event, arguments);
  }

  // ---- for the rest of the package ----

  SocketIoServer server() {
    return server;
  }

  RoomIndex rooms() {
    return rooms;
  }

  Adapter.Peer peer() {
    return peer;
  }

  /** Asks the middlewares in turn until one refuses. */
  Admission admit(ConnectRequest request) {
    for (Middleware middleware : middlewares) {
      try {
        Admission admission = middleware.admit(request);
        if (admission != Admission.Admitted.INSTANCE) {
          return admission;
        }
      } catch (Exception failure) {
        server.listener().failed("middleware of " + name, failure);
        return Admission.refuse("Internal error");
      }
    }
    return Admission.admit();
  }

  boolean isTextOnly() {
    return textOnly;
  }

  Optional<EventHandler> handler(String event) {
    EventHandler own = handlers.get(event);
    return Optional.ofNullable(own == null ? otherwise : own);
  }

  void greet(Socket socket) {
    for (ConnectHandler handler : connectHandlers) {
      try {
        handler.connected(socket);
      } catch (Exception failure) {
        server.listener().failed("connect handler of " + name, failure);
      }
    }
  }

  void notifyDisconnected(Socket socket, CloseReason reason) {
    for (DisconnectHandler handler : disconnectHandlers) {
      try {
        handler.disconnected(socket, reason);
      } catch (Exception failure) {
        server.listener().failed("disconnect handler of " + name, failure);
      }
    }
  }

  void failed(IncomingEvent event, Throwable failure) {
    server.listener().failed("handler of " + name + " " + event.name(), failure);
    FailureHandler own = failureHandler;
    if (own != null) {
      try {
        own.failed(event, failure);
      } catch (RuntimeException another) {
        server.listener().failed("failure handler of " + name, another);
      }
    }
  }

  void broadcast(BroadcastTarget target, List<EncodedPacket> frames) {
    peer.deliver(target, frames);
    if (target.scope() == BroadcastTarget.Scope.CLUSTER) {
      server.adapter().broadcast(peer, target, frames);
    }
  }

  void change(BroadcastTarget target, Adapter.Change change) {
    peer.apply(target, change);
    if (target.scope() == BroadcastTarget.Scope.CLUSTER) {
      server.adapter().change(peer, target, change);
    }
  }

  CompletionStage<List<RemoteSocket>> fetch(BroadcastTarget target) {
    List<RemoteSocket> here = peer.find(target);
    if (target.scope() == BroadcastTarget.Scope.THIS_NODE) {
      return CompletableFuture.completedFuture(here);
    }
    return server
        .adapter()
        .fetch(peer, target)
        .thenApply(elsewhere -> {
          var all = new ArrayList<>(here);
          all.addAll(elsewhere);
          return List.copyOf(all);
        });
  }

  @Override
  public String toString() {
    return name;
  }

  /** The adapter's access to this namespace. */
  private final class LocalPeer implements Adapter.Peer {
    @Override
    public String namespace() {
      return name;
    }

    @Override
    public void deliver(BroadcastTarget target, List<EncodedPacket> frames) {
      int[] reached = {0};
      var shared = frames.stream().map(EncodedPacket::forMany).toList();
      rooms.forEach(
          target,
          socket -> {
            socket.sendFrames(shared);
            reached[0]++;
          });
      server.listener().broadcast(name, reached[0]);
    }

    @Override
    public void apply(BroadcastTarget target, Adapter.Change change) {
      rooms.forEach(
          target,
          socket -> {
            switch (change) {
              case Adapter.Change.Join join -> join.rooms().forEach(socket::join);
              case Adapter.Change.Leave leave -> leave.rooms().forEach(socket::leave);
              case Adapter.Change.Disconnect disconnect -> socket.disconnect();
              case Adapter.Change.CloseTransport close -> socket.closeTransport();
            }
          });
    }

    @Override
    public List<RemoteSocket> find(BroadcastTarget target) {
      var found = new ArrayList<RemoteSocket>();
      rooms.forEach(
          target,
          socket ->
              found.add(
                  new RemoteSocket(
                      socket.id(),
                      server.nodeId(),
                      socket.handshake().remoteAddress(),
                      socket.rooms())));
      return found;
    }
  }
}
