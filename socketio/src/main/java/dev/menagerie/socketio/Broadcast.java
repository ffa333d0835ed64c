package dev.menagerie.socketio;

import dev.menagerie.socketio.packet.PacketWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A choice of sockets in a namespace, and what can be done to all of them at once. */
public final class Broadcast {
  private final Namespace namespace;
  private final BroadcastTarget target;

  Broadcast(Namespace namespace, BroadcastTarget target) {
    this.namespace = namespace;
    this.target = target;
  }

  /** Also the sockets in these rooms; before the first call everybody is meant. */
  public Broadcast to(String... rooms) {
    return new Broadcast(namespace, target.to(rooms));
  }

  /** But none of the sockets in these rooms; a socket's id will do. */
  public Broadcast except(String... rooms) {
    return new Broadcast(namespace, target.except(rooms));
  }

  /** Only sockets of this node. */
  public Broadcast local() {
    return new Broadcast(namespace, target.here());
  }

  /** Sends an event to all of them, encoded once. */
  public void emit(String event, @Nullable Object... arguments) {
    namespace.broadcast(target, PacketWriter.event(namespace.name(), event, arguments));
  }

  /** Those of them that are on this node. */
  public List<Socket> sockets() {
    var found = new ArrayList<Socket>();
    namespace.rooms().forEach(target, found::add);
    return List.copyOf(found);
  }

  /** All of them, wherever they are. */
  public CompletionStage<List<RemoteSocket>> fetchSockets() {
    return namespace.fetch(target);
  }

  /** Has all of them join these rooms. */
  public void join(String... rooms) {
    namespace.change(target, new Adapter.Change.Join(new TreeSet<>(List.of(rooms))));
  }

  /** Has all of them leave these rooms. */
  public void leave(String... rooms) {
    namespace.change(target, new Adapter.Change.Leave(new TreeSet<>(List.of(rooms))));
  }

  /** Asks all of them to leave the namespace; official clients then stay away. */
  public void disconnect() {
    namespace.change(target, new Adapter.Change.Disconnect());
  }

  /** Closes the connections of all of them; official clients then come back. */
  public void closeTransport() {
    namespace.change(target, new Adapter.Change.CloseTransport());
  }
}
