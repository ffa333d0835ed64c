package dev.menagerie.socketio;

import dev.menagerie.socketio.engineio.EncodedPacket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Carries broadcasts between the nodes of a cluster. Rooms are on the node of their sockets; an
 * adapter sends messages to the other nodes and applies received ones to the local {@link
 * Namespace} through its {@link Peer}. Methods may be called from any thread and must not block for
 * long.
 */
public interface Adapter extends AutoCloseable {
  /** For a single server: there are no other nodes. */
  static Adapter none() {
    return new NoAdapter();
  }

  /** A namespace came to be on this node. */
  void start(Peer peer);

  /** Has the other nodes send these frames to those of their sockets that are meant. */
  void broadcast(Peer from, BroadcastTarget target, List<EncodedPacket> frames);

  /** Has the other nodes do this to those of their sockets that are meant. */
  void change(Peer from, BroadcastTarget target, Change change);

  /**
   * Asks the other nodes for those of their sockets that are meant; fails if one does not answer in
   * time.
   */
  CompletionStage<List<RemoteSocket>> fetch(Peer from, BroadcastTarget target);

  @Override
  void close();

  /** A change to sockets of other nodes. */
  sealed interface Change {
    record Join(Set<String> rooms) implements Change {
      public Join {
        rooms = Set.copyOf(rooms);
      }
    }

    record Leave(Set<String> rooms) implements Change {
      public Leave {
        rooms = Set.copyOf(rooms);
      }
    }

    record Disconnect() implements Change {}

    record CloseTransport() implements Change {}
  }

  /**
   * A namespace of this node, as an adapter sees it. Everything here reaches the sockets of this
   * node only.
   */
  interface Peer {
    /** The name of the namespace, such as {@code /game}. */
    String namespace();

    /** Sends packets to the matching sockets of this node. */
    void deliver(BroadcastTarget target, List<EncodedPacket> frames);

    /** Applies a change to the matching sockets of this node. */
    void apply(BroadcastTarget target, Change change);

    /** The matching sockets of this node. */
    List<RemoteSocket> find(BroadcastTarget target);
  }

  /** See {@link #none()}. */
  record NoAdapter() implements Adapter {
    @Override
    public void start(Peer peer) {}

    @Override
    public void broadcast(Peer from, BroadcastTarget target, List<EncodedPacket> frames) {}

    @Override
    public void change(Peer from, BroadcastTarget target, Change change) {}

    @Override
    public CompletionStage<List<RemoteSocket>> fetch(Peer from, BroadcastTarget target) {
      return CompletableFuture.completedFuture(List.of());
    }

    @Override
    public void close() {}
  }
}
