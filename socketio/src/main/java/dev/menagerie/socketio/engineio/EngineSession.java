package dev.menagerie.socketio.engineio;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One Engine.IO session: what a client keeps while its transports come and go. Sending and closing
 * are for any thread; everything else happens on the session's lane, which moves along when a
 * WebSocket takes over from polling.
 */
@SuppressWarnings("ReferenceEquality") // a transport is this one or another one
public final class EngineSession {
  private final String id;
  private final Handshake handshake;
  private final EngineServer server;
  private final AtomicBoolean woken = new AtomicBoolean();
  private final TokenBucket bucket = new TokenBucket();

  private volatile Lane lane;
  private volatile SessionLimits limits;
  private volatile Transport transport;
  private volatile long lastActivityNanos = System.nanoTime();

  // Guarded by the monitor of `woken`, the only lock here; never held while calling out.
  private @Nullable Queued head;
  private @Nullable Queued tail;
  private long queuedBytes;
  private boolean closed;

  // Only on the lane.
  private @Nullable SessionHandler handler;
  private @Nullable UpgradeTransport probe;
  private @Nullable PollingTransport farewell;
  private boolean probed;
  private boolean awaitingPong;
  private boolean paused;
  private Lane.@Nullable Timer heartbeat;
  private Lane.@Nullable Timer upgradeTimer;
  private @Nullable CloseReason ended;

  EngineSession(String id, Handshake handshake, EngineServer server, Lane lane) {
    this.id = id;
    this.handshake = handshake;
    this.server = server;
    this.lane = lane;
    this.limits = server.settings().limits();
    this.transport = new PollingTransport(this);
  }

  // ---- for any thread ----

  /** The secret that ties a client's requests together; never shown to other clients. */
  public String id() {
    return id;
  }

  /** The request that opened this session. */
  public Handshake handshake() {
    return handshake;
  }

  /** The name of the transport in use. */
  public String transportName() {
    return transport.name();
  }

  /** What this client may cost at present. */
  public SessionLimits limits() {
    return limits;
  }

  /** Replaces the limits; they hold from the next packet on. */
  public void limits(SessionLimits replacement) {
    limits = replacement;
  }

  /** When the client last gave a sign of life, on the clock of {@link System#nanoTime()}. */
  public long lastActivityNanos() {
    return lastActivityNanos;
  }

  /** Bytes that wait to be sent: in the queue and in the transport. */
  public long pendingBytes() {
    long queued;
    synchronized (woken) {
      queued = queuedBytes;
    }
    return queued + transport.bufferedBytes();
  }

  /** The most bytes a message may have now. */
  public int messageLimit() {
    return Math.min(limits.maxMessageBytes(), server.settings().maxPayload());
  }

  /** Sends one packet. A client that does not keep up is closed at its bound. */
  public void send(Frame frame) {
    send(List.of(frame));
  }

  /** Sends packets that belong together: nothing comes between them. */
  public void send(List<Frame> frames) {
    long buffered = transport.bufferedBytes();
    boolean tooMuch;
    synchronized (woken) {
      if (closed) {
        return;
      }
      for (Frame frame : frames) {
        append(frame);
      }
      tooMuch = queuedBytes + buffered > limits.maxPendingBytes();
      closed = tooMuch; // nothing more is queued while the lane gets round to closing
    }
    if (tooMuch) {
      close(CloseReason.SLOW_CONSUMER);
    } else {
      wake();
    }
  }

  /** Ends the session. What was sent before is still delivered if the reason is an orderly one. */
  public void close(CloseReason reason) {
    onLane(() -> closeNow(reason));
  }

  /**
   * Takes no more from the client until {@link #resume()}; its transport's buffers fill, then its
   * own.
   */
  public void pause() {
    onLane(() -> reading(Transport.Reading.PAUSED));
  }

  /** Goes on taking packets. */
  public void resume() {
    onLane(() -> reading(Transport.Reading.ON));
  }

  /** Runs the task on the session's lane after a delay. */
  public Lane.Timer schedule(Runnable task, Duration delay) {
    return lane.schedule(task, delay);
  }

  /** The lane of the moment; a session may move to another one. */
  public Lane lane() {
    return lane;
  }

  private void onLane(Runnable task) {
    Lane current = lane;
    if (current.isCurrent()) {
      task.run();
    } else {
      current.execute(() -> onLane(task));
    }
  }

  private void wake() {
    if (woken.compareAndSet(false, true)) {
      lane.wake(this);
    }
  }

  private void append(Frame frame) {
    var queued = new Queued(frame);
    if (tail == null) {
      head = queued;
    } else {
      tail.next = queued;
    }
    tail = queued;
    queuedBytes += frame.size();
  }

  // ---- on the lane ----

  /** Sends what waits, as far as the transport takes it. */
  public void flush() {
    if (!lane.isCurrent()) { // moved since it was woken
      lane.wake(this);
      return;
    }
    woken.set(false);
    if (ended == null) {
      transport.flush(this);
    }
  }

  /** Takes waiting frames up to about this many bytes, at least one if any waits. */
  public List<Frame> take(long bytes) {
    synchronized (woken) {
      if (head == null) {
        return List.of();
      }
      if (head.next == null) {
        Frame only = head.frame;
        head = null;
        tail = null;
        queuedBytes = 0;
        return List.of(only);
      }
      var frames = new ArrayList<Frame>();
      long taken = 0;
      while (head != null && (taken == 0 || taken + head.frame.size() <= bytes)) {
        frames.add(head.frame);
        taken += head.frame.size();
        head = head.next;
      }
      if (head == null) {
        tail = null;
      }
      queuedBytes -= taken;
      return frames;
    }
  }

  List<Frame> takeAll() {
    return take(Long.MAX_VALUE);
  }

  /** Starts the session over polling; the open packet answers the request. */
  public byte[] openOverPolling() {
    start();
    return PollingTransport.openPayload(server.openFrame(id, "[\"websocket\"]"));
  }

  /** Starts the session over a WebSocket. */
  public void openOverWebSocket(Transport socket) {
    transport = socket;
    synchronized (woken) {
      append(server.openFrame(id, "[]"));
    }
    start();
    wake();
  }

  private void start() {
    handler = server.open(this);
    armPing();
  }

  /** A GET of this session came. Any thread. */
  public void polled(PollExchange exchange) {
    onLane(() -> {
      if (ended != null) {
        lastPoll(exchange, ended);
      } else if (transport instanceof PollingTransport polling) {
        polling.get(exchange);
      } else {
        exchange.refuse(EngineError.BAD_REQUEST);
      }
    });
  }

  private void lastPoll(PollExchange exchange, CloseReason reason) {
    if (farewell != null) {
      PollingTransport polling = farewell;
      farewell = null;
      server.forget(this);
      polling.lastGet(exchange, reason);
    } else {
      exchange.refuse(EngineError.UNKNOWN_SESSION);
    }
  }

  /** The headers of a POST of this session came. Any thread. */
  public void postBegins(PollExchange exchange) {
    onLane(() -> {
      if (ended == null && transport instanceof PollingTransport polling) {
        polling.postBegins(exchange);
      } else {
        exchange.refuse(ended == null ? EngineError.BAD_REQUEST : EngineError.UNKNOWN_SESSION);
      }
    });
  }

  /** The body of a POST is complete. Any thread. */
  public void postEnds(PollExchange exchange, byte[] payload) {
    onPolling(polling -> polling.postEnds(exchange, payload));
  }

  /** A POST was over the limit and has been answered. Any thread. */
  public void postTooLarge(PollExchange exchange) {
    onPolling(polling -> polling.tooLarge(exchange));
  }

  /** The connection of a request was lost before its answer. Any thread. */
  public void requestLost(PollExchange exchange) {
    onPolling(polling -> polling.cancelled(exchange));
  }

  private void onPolling(Consumer<PollingTransport> action) {
    onLane(() -> {
      if (ended == null && transport instanceof PollingTransport polling) {
        action.accept(polling);
      }
    });
  }

  boolean isProbed() {
    return probed;
  }

  void later(Runnable task, Duration delay) {
    var _ = lane.schedule(() -> onLane(task), delay);
  }

  /** A WebSocket of this session opened: it may probe, unless another one did or does. */
  public void probeOpened(UpgradeTransport socket) {
    if (ended != null || probe != null || !(transport instanceof PollingTransport)) {
      socket.close(CloseReason.SERVER_CLOSED);
      return;
    }
    probe = socket;
    upgradeTimer =
        lane.schedule(() -> onLane(() -> abandon(socket)), server.settings().upgradeTimeout());
  }

  private void abandon(Transport socket) {
    if (probe == socket) {
      endProbe();
      socket.close(CloseReason.SERVER_CLOSED);
    }
  }

  private void endProbe() {
    probe = null;
    probed = false;
    if (upgradeTimer != null) {
      upgradeTimer.cancel();
      upgradeTimer = null;
    }
  }

  /**
   * A text packet of a probing WebSocket came.
   *
   * @param home the lane of that WebSocket, where the session moves if this completes the upgrade
   */
  public void probeReceived(UpgradeTransport socket, byte[] packet, Lane home) {
    if (socket != probe) {
      socket.close(CloseReason.SERVER_CLOSED);
    } else if (!probed && is(packet, "2probe")) {
      probed = true;
      socket.replyToProbe(Frame.PROBE_REPLY);
      if (transport instanceof PollingTransport polling) {
        polling.endSoonForProbe();
      }
    } else if (probed && is(packet, "5") && ended == null) {
      upgrade(socket, home);
    } else if (probed && is(packet, "5")) {
      lastWords(socket, home, Objects.requireNonNull(ended));
    } else {
      abandon(socket);
    }
  }

  private void upgrade(Transport socket, Lane home) {
    touch();
    Transport before = transport;
    endProbe();
    transport = socket;
    if (before instanceof PollingTransport polling) {
      polling.retire();
    }
    moveTo(home);
    if (handler != null) {
      handler.upgraded();
    }
    server.listener().upgraded(this);
  }

  /**
   * The session ended while its client paused polling to upgrade: it is told over the WebSocket.
   */
  private void lastWords(UpgradeTransport socket, Lane home, CloseReason reason) {
    endProbe();
    farewell = null;
    server.forget(this);
    home.execute(() -> {
      socket.reading(Transport.Reading.ON);
      socket.close(reason);
    });
  }

  /**
   * From here on the WebSocket's own lane runs this session; the old one touches nothing any more.
   */
  private void moveTo(Lane home) {
    boolean wasPaused = paused;
    if (heartbeat != null) {
      heartbeat.cancel();
    }
    Duration delay =
        awaitingPong ? server.settings().pingTimeout() : server.settings().pingInterval();
    Runnable next = awaitingPong ? this::pongOverdue : this::ping;
    heartbeat = home.schedule(() -> onLane(next), delay);
    lane = home;
    Transport moved = transport;
    home.execute(() -> moved.reading(wasPaused ? Transport.Reading.PAUSED : Transport.Reading.ON));
    woken.set(true);
    home.wake(this);
  }

  /** A text packet came over this transport. */
  public void receivedText(Transport from, byte[] packet) {
    if (!accepts(from, packet.length)) {
      return;
    }
    switch (packet.length == 0 ? 0 : packet[0]) {
      case '4' -> message(packet);
      case '3' -> pong();
      case '1' -> closeNow(CloseReason.TRANSPORT_CLOSED);
      case '6' -> {} // allowed, and means nothing from a client
      default -> invalid();
    }
  }

  /** A binary message came over this transport. */
  public void receivedBinary(Transport from, byte[] content) {
    if (accepts(from, content.length) && handler != null) {
      handler.binary(content);
    }
  }

  /**
   * A control frame of the transport itself came: a sign of life, and it counts towards the rate.
   */
  public void receivedControl(Transport from) {
    var _ = accepts(from, 0);
  }

  private void message(byte[] packet) {
    if (handler != null) {
      handler.text(packet);
    }
  }

  private void invalid() {
    server.listener().invalidPacket(this);
    closeNow(CloseReason.PARSE_ERROR);
  }

  private boolean accepts(Transport from, int length) {
    if (ended != null || from != transport) {
      return false;
    }
    touch();
    server.listener().packetReceived(this, length);
    if (!bucket.take(limits, lastActivityNanos)) {
      closeNow(CloseReason.RATE_LIMITED);
      return false;
    }
    if (length > messageLimit()) {
      closeNow(CloseReason.MESSAGE_TOO_LARGE);
      return false;
    }
    return true;
  }

  /** The client gave a sign of life. */
  private void touch() {
    lastActivityNanos = System.nanoTime();
    if (handler != null) {
      handler.active();
    }
  }

  private void armPing() {
    heartbeat = lane.schedule(() -> onLane(this::ping), server.settings().pingInterval());
  }

  private void ping() {
    if (ended != null) {
      return;
    }
    awaitingPong = true;
    send(Frame.PING);
    heartbeat = lane.schedule(() -> onLane(this::pongOverdue), server.settings().pingTimeout());
  }

  private void pong() {
    if (!awaitingPong) {
      return; // unasked for: a sign of life, but no reason to put off the next ping
    }
    awaitingPong = false;
    if (heartbeat != null) {
      heartbeat.cancel();
    }
    armPing();
  }

  private void pongOverdue() {
    if (ended != null || !awaitingPong) {
      return;
    }
    if (paused) { // its pong may be waiting behind what we refuse to read
      heartbeat = lane.schedule(() -> onLane(this::pongOverdue), server.settings().pingTimeout());
    } else {
      closeNow(CloseReason.PING_TIMEOUT);
    }
  }

  private void reading(Transport.Reading reading) {
    paused = reading == Transport.Reading.PAUSED;
    if (ended == null) {
      transport.reading(reading);
    }
  }

  /** The transport is gone; a lost probe costs nothing. */
  public void transportLost(Transport lost, CloseReason reason) {
    if (lost == probe) {
      endProbe();
    } else if (lost == transport) {
      closeNow(reason);
    }
  }

  /** Ends the session at once. */
  public void closeNow(CloseReason reason) {
    if (ended != null) {
      return;
    }
    ended = reason;
    if (heartbeat != null) {
      heartbeat.cancel();
      heartbeat = null;
    }
    synchronized (woken) {
      closed = true;
    }
    if (reason.isFarewell()
        && transport instanceof PollingTransport polling
        && polling.hasNoGet()) {
      farewell = polling; // told to the next GET, or to the probe once it has upgraded
      later(this::dropFarewell, server.settings().pingTimeout());
      transport.close(reason);
    } else {
      endNow(reason);
    }
    server.listener().sessionClosed(this, reason);
    if (handler != null) {
      handler.closed(reason);
    }
  }

  private void endNow(CloseReason reason) {
    server.forget(this);
    Transport probing = probe;
    endProbe();
    transport.close(reason);
    if (probing != null) {
      probing.close(reason);
    }
    int unsent = takeAll().size();
    if (unsent > 0) {
      server.listener().framesDropped(this, unsent);
    }
  }

  private void dropFarewell() {
    if (farewell != null) {
      farewell = null;
      takeAll();
      server.forget(this);
    }
  }

  /** Why it ended, once it did. */
  public @Nullable CloseReason ended() {
    return ended;
  }

  private static boolean is(byte[] packet, String expected) {
    if (packet.length != expected.length()) {
      return false;
    }
    for (int i = 0; i < packet.length; i++) {
      if (packet[i] != expected.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static final class Queued {
    private final Frame frame;
    private @Nullable Queued next;

    Queued(Frame frame) {
      this.frame = frame;
    }
  }
}
