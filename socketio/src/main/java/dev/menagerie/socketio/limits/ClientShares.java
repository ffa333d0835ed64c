package dev.menagerie.socketio.limits;

import dev.menagerie.socketio.http.ClientNetwork;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the resources of each client network against the bounds. Any thread. */
public final class ClientShares {
  private final ClientBounds bounds;
  private final HeldBytes held;
  private final AtomicInteger connections = new AtomicInteger();

  /** Networks without connections and sessions are removed, so it is bounded by those. */
  private final ConcurrentMap<String, ClientShare> shares = new ConcurrentHashMap<>();

  /** Shares for all clients of one server. */
  public ClientShares(ClientBounds bounds) {
    this.bounds = bounds;
    this.held = new HeldBytes(bounds.maxHeldBytes());
  }

  /** Something that is counted until it is closed. Closing again does nothing. Any thread. */
  public interface Lease extends AutoCloseable {
    /** The share it counts for. */
    ClientShare share();

    @Override
    void close();
  }

  /**
   * Counts a connection of this address; empty if that would be one too many, in total or for its
   * network.
   *
   * @param limited whether the bound of a network applies: not to a trusted proxy
   */
  public Optional<Lease> connect(String address, boolean limited) {
    if (connections.incrementAndGet() > bounds.maxConnections()) {
      connections.decrementAndGet();
      return Optional.empty();
    }
    Optional<Lease> lease =
        open(
            ClientNetwork.of(address),
            limited ? bounds.maxConnectionsPerAddress() : Integer.MAX_VALUE,
            limited ? bounds.maxHeldBytesPerAddress() : bounds.maxHeldBytes(),
            Kind.CONNECTION);
    if (lease.isEmpty()) {
      connections.decrementAndGet();
    }
    return lease;
  }

  /** Counts a session of this address; empty if its network has as many as it may. */
  public Optional<Lease> openSession(String address) {
    return open(
        ClientNetwork.of(address),
        bounds.maxSessionsPerAddress(),
        bounds.maxHeldBytesPerAddress(),
        Kind.SESSION);
  }

  /** Connections open at present. */
  public int connections() {
    return connections.get();
  }

  /** Bytes reserved beyond the free allowance. */
  public long heldBytes() {
    return held.reserved();
  }

  private enum Kind {
    CONNECTION,
    SESSION
  }

  private Optional<Lease> open(String network, int most, long mostBytes, Kind kind) {
    var granted = new boolean[1];
    ClientShare share =
        shares.compute(
            network,
            (_, former) -> {
              ClientShare counted = former == null ? new ClientShare(held, mostBytes) : former;
              int now = kind == Kind.CONNECTION ? counted.connections : counted.sessions;
              if (now >= most) {
                return counted.users == 0 ? null : counted;
              }
              granted[0] = true;
              counted.users++;
              if (kind == Kind.CONNECTION) {
                counted.connections++;
              } else {
                counted.sessions++;
              }
              return counted;
            });
    return granted[0] && share != null
        ? Optional.of(new Counted(network, share, kind))
        : Optional.empty();
  }

  private void release(String network, Kind kind) {
    if (kind == Kind.CONNECTION) {
      connections.decrementAndGet();
    }
    shares.computeIfPresent(
        network,
        (_, share) -> {
          if (kind == Kind.CONNECTION) {
            share.connections--;
          } else {
            share.sessions--;
          }
          return --share.users == 0 ? null : share;
        });
  }

  private final class Counted implements Lease {
    private final String network;
    private final ClientShare share;
    private final Kind kind;
    private boolean closed;

    Counted(String network, ClientShare share, Kind kind) {
      this.network = network;
      this.share = share;
      this.kind = kind;
    }

    @Override
    public ClientShare share() {
      return share;
    }

    @Override
    public synchronized void close() {
      if (!closed) {
        closed = true;
        release(network, kind);
      }
    }
  }
}
