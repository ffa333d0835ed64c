package dev.menagerie.socketio.engineio;

import dev.menagerie.socketio.http.Query;
import dev.menagerie.socketio.limits.ClientShares;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** One Engine.IO endpoint: its sessions, and the rules by which a request may open or use one. */
public final class EngineServer {
  private static final Set<String> TRANSPORTS = Set.of("polling", "websocket");

  private final EngineSettings settings;
  private final SessionOpener opener;
  private final EngineListener listener;
  private final ConcurrentMap<String, EngineSession> sessions = new ConcurrentHashMap<>();
  private volatile boolean draining;

  /**
   * An Engine.IO server without transports; a network layer feeds it.
   *
   * @param opener makes the handler of each new session
   */
  public EngineServer(EngineSettings settings, SessionOpener opener, EngineListener listener) {
    this.settings = settings;
    this.opener = opener;
    this.listener = listener;
  }

  /** How this endpoint behaves. */
  public EngineSettings settings() {
    return settings;
  }

  /** The listener of this server's sessions. */
  public EngineListener listener() {
    return listener;
  }

  /** The sessions that live now. */
  public Collection<EngineSession> sessions() {
    return sessions.values();
  }

  /** Opens no more sessions; those that exist go on. */
  public void drain() {
    draining = true;
  }

  /** Classifies a request. Only the query names a session; cookies are ignored. */
  public Route route(String method, Query query, Door door) {
    Route route = judge(method, query, door);
    if (route instanceof Route.Refused refused) {
      listener.refused(refused.error());
    }
    return route;
  }

  private Route judge(String method, Query query, Door door) {
    String transport = query.first("transport").orElse("");
    if (!TRANSPORTS.contains(transport)) {
      return new Route.Refused(EngineError.UNKNOWN_TRANSPORT);
    }
    if (query.hasRepeated()) {
      return new Route.Refused(EngineError.BAD_REQUEST);
    }
    boolean webSocket = transport.equals("websocket");
    Optional<String> sid = query.first("sid");
    EngineSession session = null;
    if (sid.isPresent()) {
      session = sessions.get(sid.get());
      if (session == null) {
        return new Route.Refused(EngineError.UNKNOWN_SESSION);
      }
    } else if (!method.equals("GET")) {
      return new Route.Refused(EngineError.BAD_HANDSHAKE_METHOD);
    }
    if (!query.first("EIO").filter("4"::equals).isPresent()) {
      return new Route.Refused(EngineError.UNSUPPORTED_VERSION);
    }
    if (webSocket != (door == Door.WEBSOCKET)) {
      return new Route.Refused(EngineError.BAD_REQUEST);
    }
    if (session != null) {
      return new Route.Known(session);
    }
    if (draining || sessions.size() >= settings.maxSessions()) {
      return new Route.Refused(EngineError.UNAVAILABLE);
    }
    return new Route.Open();
  }

  /**
   * Creates and registers a session; its transport starts it.
   *
   * @param cost the handshake's heap while the session lives, in bytes
   * @param lease counts the session until it ends
   * @return empty if there is no room for it; the lease is closed then
   */
  public Optional<EngineSession> create(
      Handshake handshake, long cost, SerialExecutor executor, ClientShares.Lease lease) {
    var held = new SessionShare(lease, cost);
    if (!held.reserve(0)) {
      held.end();
      return Optional.empty();
    }
    var session = new EngineSession(SessionIds.next(), handshake, this, executor, held);
    sessions.put(session.id(), session);
    return Optional.of(session);
  }

  /** Tells the listener of packets that go to a transport. */
  List<EncodedPacket> counted(EngineSession session, List<EncodedPacket> packets) {
    if (packets.isEmpty()) return packets;
    long bytes = packets.stream().mapToLong(EncodedPacket::size).sum();
    listener.framesSent(session, packets.size(), bytes);
    return packets;
  }

  SessionHandler open(EngineSession session) {
    listener.sessionOpened(session);
    return opener.opened(session);
  }

  void forget(EngineSession session) {
    sessions.remove(session.id(), session);
    session.share().end();
  }

  EncodedPacket openFrame(String sid, String upgrades) {
    return EncodedPacket.text(
        "0{\"sid\":\""
            + sid
            + "\",\"upgrades\":"
            + upgrades
            + ",\"pingInterval\":"
            + settings.pingInterval().toMillis()
            + ",\"pingTimeout\":"
            + settings.pingTimeout().toMillis()
            + ",\"maxPayload\":"
            + settings.maxPayload()
            + "}");
  }

  /** Through which door a request came. */
  public enum Door {
    HTTP,
    WEBSOCKET
  }

  /** The routing of a request. */
  public sealed interface Route {
    /** It may open a session. */
    record Open() implements Route {}

    /** It belongs to this session. */
    record Known(EngineSession session) implements Route {}

    /** It is answered with this error. */
    record Refused(EngineError error) implements Route {}
  }

  /** Every session's secret id would be in a list of them; its size is enough to show. */
  @Override
  public String toString() {
    return "EngineServer" + List.of(settings.path(), sessions.size());
  }
}
