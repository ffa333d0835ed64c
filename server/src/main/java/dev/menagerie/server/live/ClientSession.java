package dev.menagerie.server.live;

import dev.menagerie.protocol.ClientMessage;
import dev.menagerie.protocol.Envelope;
import dev.menagerie.protocol.ServerMessage;
import dev.menagerie.protocol.WireState;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.view.Viewer;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.live.Scheduler.Appointment;
import dev.menagerie.socketio.AttributeKey;
import dev.menagerie.socketio.Socket;
import dev.menagerie.socketio.packet.EncodedJson;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One signed-in connection. Its place is written on the socket's mailbox, and the last state it was
 * sent under the game's lock.
 */
final class ClientSession {
  static final AttributeKey<ClientSession> KEY = AttributeKey.of("session", ClientSession.class);

  /** A client that is wrong this often without ever being right is not a client of ours. */
  private static final int MAX_INVALID = 50;

  /** A client repeats its latest messages; some kilobytes each. */
  private static final int MAX_DELTA_REPLIES = 8;

  private final Socket socket;
  private final MessageObserver observer;
  private final AtomicInteger invalid = new AtomicInteger();
  private volatile Identity identity;
  private volatile Optional<Place> place = Optional.empty();
  private volatile long number;
  private volatile boolean cutOff;

  /** The last replies with a patch, by message id: a repeat gets the same. */
  private final Map<String, byte[]> deltaReplies =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
          return size() > MAX_DELTA_REPLIES;
        }
      };

  private volatile @Nullable WireState lastState;
  private volatile @Nullable Appointment notice;
  private volatile @Nullable Appointment expiry;

  ClientSession(Socket socket, Identity identity, MessageObserver observer) {
    this.socket = socket;
    this.observer = observer;
    this.identity = identity;
  }

  /**
   * The game a session follows, and how.
   *
   * @param seat absent: the session watches
   * @param legalActions whether states list legal actions
   * @param events whether updates carry a commit's events beside its patch
   */
  record Place(
      GameId game,
      Optional<Seat> seat,
      ClientMessage.Sync sync,
      boolean legalActions,
      boolean events) {
    Viewer viewer() {
      return seat.<Viewer>map(Viewer::seat).orElseGet(Viewer::spectator);
    }
  }

  Socket socket() {
    return socket;
  }

  UserId user() {
    return identity.user();
  }

  Identity identity() {
    return identity;
  }

  /**
   * The number that the registry gave this connection: a later one of the same user has a greater.
   */
  long number() {
    return number;
  }

  void number(long given) {
    number = given;
  }

  void renew(Identity newer) {
    identity = newer;
  }

  Optional<Place> place() {
    return place;
  }

  void place(Optional<Place> now) {
    place = now;
    lastState = null;
  }

  /** The state a delta client has; null before its first. */
  @Nullable WireState lastState() {
    return lastState;
  }

  void lastState(WireState state) {
    lastState = state;
  }

  void rememberDeltaReply(String messageId, byte[] reply) {
    synchronized (deltaReplies) {
      deltaReplies.put(messageId, reply);
    }
  }

  Optional<byte[]> deltaReply(String messageId) {
    synchronized (deltaReplies) {
      return Optional.ofNullable(deltaReplies.get(messageId));
    }
  }

  void send(Envelope envelope, ServerMessage message) {
    socket.emit(message.event(), new EncodedJson(envelope.encode(message)));
  }

  /** Slow consumer: sends {@code too_slow}, then closes. */
  boolean isTooSlow(Envelopes envelopes) {
    if (socket.pendingBytes() <= LiveSettings.MAX_WAITING_BYTES) return false;
    if (!cutOff) {
      cutOff = true;
      observer.closed("too_slow");
      send(envelopes.plain(), new ServerMessage.SessionClosed("too_slow", "You read too slowly."));
      socket.closeTransport();
    }
    return true;
  }

  void timers(Appointment newNotice, Appointment newExpiry) {
    cancelTimers();
    notice = newNotice;
    expiry = newExpiry;
  }

  void cancelTimers() {
    if (notice != null) notice.cancel();
    if (expiry != null) expiry.cancel();
  }

  void resetInvalidCount() {
    invalid.set(0);
  }

  /** True once it has been wrong too often. */
  boolean recordInvalid() {
    return invalid.incrementAndGet() >= MAX_INVALID;
  }
}
