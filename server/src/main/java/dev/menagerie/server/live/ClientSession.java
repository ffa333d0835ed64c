package dev.menagerie.server.live;

import dev.menagerie.protocol.ClientMessage;
import dev.menagerie.protocol.Envelope;
import dev.menagerie.protocol.ServerMessage;
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
 * One signed-in connection. Its subscription is changed on the socket's mailbox, its last sent
 * state under the game's lock.
 */
final class ClientSession {
  static final AttributeKey<ClientSession> KEY = AttributeKey.of("session", ClientSession.class);

  /** Invalid messages in a row after which the connection is closed. */
  private static final int MAX_INVALID = 50;

  /** Upper bound on kept replies: a client repeats only its latest messages. */
  private static final int MAX_DELTA_REPLIES = 8;

  private final Socket socket;
  private final MessageObserver observer;
  private final AtomicInteger invalid = new AtomicInteger();
  private volatile Identity identity;
  private volatile Optional<Subscription> subscription = Optional.empty();
  private volatile long number;
  private volatile boolean cutOff;

  /** The last replies with a patch, by message id, for repeated messages. */
  private final Map<String, byte[]> deltaReplies =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
          return size() > MAX_DELTA_REPLIES;
        }
      };

  private volatile @Nullable SeenState lastState;
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
  record Subscription(
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

  /** The number of this connection in the registry; rises with each connection of the user. */
  long number() {
    return number;
  }

  void number(long given) {
    number = given;
  }

  void renew(Identity newer) {
    identity = newer;
  }

  Optional<Subscription> subscription() {
    return subscription;
  }

  void subscription(Optional<Subscription> now) {
    subscription = now;
    lastState = null;
  }

  /** The last state sent to a client in delta mode; null before the first. */
  @Nullable SeenState lastState() {
    return lastState;
  }

  void lastState(SeenState state) {
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

  /** Whether the client is a slow consumer; if so, sends {@code too_slow} and closes, once. */
  boolean closeIfTooSlow(Envelopes envelopes) {
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

  /** Counts an invalid message; true once there are too many in a row. */
  boolean recordInvalid() {
    return invalid.incrementAndGet() >= MAX_INVALID;
  }
}
