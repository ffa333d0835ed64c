package dev.menagerie.socketio.engineio;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One Engine.IO session, which survives changes of its transport. Sending and closing are for any
 * thread; everything else runs on the session's executor, which changes when a WebSocket replaces
 * polling.
 */
@SuppressWarnings("ReferenceEquality") // a transport is this one or another one
public final class EngineSession {
  /** Until the session has started. */
  private static final SessionHandler NOTHING =
      new SessionHandler() {
        @Override
        public void text(byte[] packet) {}

        @Override
        public void binary(byte[] message) {}

        @Override
        public void closed(CloseReason reason) {}
      };

  private final String id;
  private final Handshake handshake;
  private final EngineServer server;
  final SendQueue outbox = new SendQueue();
  private final SessionInput input;
  private final SessionShare share;
  private final PollingRequests polling = new PollingRequests(this);

  private volatile SerialExecutor executor;
  private volatile SessionLimits limits;
  private volatile Transport transport;

  // Only on the executor.
  private final Heartbeat heartbeat = new Heartbeat(this);
  private final SessionEnd end;
  private @Nullable Upgrade upgrade; // from the first WebSocket that asks for it
  private SessionHandler handler = NOTHING;
  private boolean paused;

  EngineSession(
      String id,
      Handshake handshake,
      EngineServer server,
      SerialExecutor executor,
      SessionShare share) {
    this.share = share;
    this.end = new SessionEnd(this, server);
    this.input = new SessionInput(this, server);
    this.id = id;
    this.handshake = handshake;
    this.server = server;
    this.executor = executor;
    this.limits = server.settings().limits();
    this.transport = new PollingTransport(this);
  }

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

  /** The client's current limits. */
  public SessionLimits limits() {
    return limits;
  }

  /** Replaces the limits; they hold from the next packet on. */
  public void limits(SessionLimits replacement) {
    limits = replacement;
  }

  /** Bytes that wait to be sent: in the queue and in the transport. */
  public long pendingBytes() {
    return outbox.bytes() + transport.bufferedBytes();
  }

  /**
   * Sets how many received bytes wait for their handlers. One thread at a time.
   *
   * @return false if the server holds as much as it may: the session should be closed
   */
  public boolean reserveInput(long bytes) {
    return share.reserve(bytes);
  }

  /** Receives the client's packets. */
  public SessionInput input() {
    return input;
  }

  /** Receives its polling requests. */
  public PollingRequests polling() {
    return polling;
  }

  /** Sends one packet. A client that does not keep up is closed at its bound. */
  public void send(EncodedPacket frame) {
    send(List.of(frame));
  }

  /** Sends packets that belong together: nothing comes between them. */
  public void send(List<EncodedPacket> frames) {
    switch (outbox.add(frames, transport.bufferedBytes(), limits.maxPendingBytes())) {
      case FIRST -> executor.wake(this);
      case TOO_MUCH -> close(CloseReason.SLOW_CONSUMER);
      case MORE, NOTHING -> {}
    }
  }

  /** Ends the session. Queued packets are still delivered if the reason is an orderly one. */
  public void close(CloseReason reason) {
    onExecutor(() -> closeNow(reason));
  }

  /** Reads nothing from the client until {@link #resume()}; buffers fill, then the client's own. */
  public void pause() {
    onExecutor(() -> reading(Transport.Reading.PAUSED));
  }

  /** Reads from the client again. */
  public void resume() {
    onExecutor(() -> reading(Transport.Reading.ON));
  }

  /** Runs the task on the session's executor after a delay. */
  public SerialExecutor.Timer schedule(Runnable task, Duration delay) {
    return executor.schedule(task, delay);
  }

  /** The present executor; a session may move to another one. */
  public SerialExecutor executor() {
    return executor;
  }

  void onExecutor(Runnable task) {
    SerialExecutor current = executor;
    if (current.isCurrent()) {
      task.run();
    } else {
      current.execute(() -> onExecutor(task));
    }
  }

  /** Sends queued packets, as far as the transport takes them. */
  public void flush() {
    if (!executor.isCurrent()) { // moved since it was woken
      executor.wake(this);
      return;
    }
    if (!end.isReached()) {
      transport.flush(this);
    }
  }

  /** Takes waiting frames up to about this many bytes, at least one if any waits. */
  public List<EncodedPacket> take(long bytes) {
    return server.counted(this, outbox.take(bytes));
  }

  List<EncodedPacket> takeAll() {
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
    outbox.add(List.of(server.openFrame(id, "[]")), 0, Long.MAX_VALUE);
    start();
    executor.wake(this);
  }

  private void start() {
    handler = server.open(this);
    heartbeat.start();
  }

  SessionHandler handler() {
    return handler;
  }

  /** The client answered a ping. */
  void pong() {
    heartbeat.pong();
  }

  SessionShare share() {
    return share;
  }

  SessionEnd end() {
    return end;
  }

  Transport transport() {
    return transport;
  }

  EngineSettings settings() {
    return server.settings();
  }

  boolean isProbed() {
    return upgrade != null && upgrade.isProbed();
  }

  boolean isPaused() {
    return paused;
  }

  void later(Runnable task, Duration delay) {
    var _ = executor.schedule(() -> onExecutor(task), delay);
  }

  /** The WebSocket that may take over from polling. */
  public Upgrade upgrade() {
    if (upgrade == null) {
      upgrade = new Upgrade(this, server);
    }
    return upgrade;
  }

  /**
   * Goes on over another transport. From here on its executor runs this session; the old executor
   * touches nothing any more.
   */
  void moveTo(Transport next, SerialExecutor home) {
    boolean wasPaused = paused;
    transport = next;
    upgrade = null;
    heartbeat.moveTo(home);
    executor = home;
    home.execute(() -> next.reading(wasPaused ? Transport.Reading.PAUSED : Transport.Reading.ON));
  }

  private void reading(Transport.Reading reading) {
    paused = reading == Transport.Reading.PAUSED;
    if (!end.isReached()) {
      transport.reading(reading);
    }
  }

  /** The transport is gone; a lost probe costs nothing. */
  public void transportLost(Transport lost, CloseReason reason) {
    if (upgrade != null && upgrade.isOf(lost)) {
      upgrade.end();
    } else if (lost == transport) {
      closeNow(reason);
    }
  }

  /** Ends the session at once. */
  public void closeNow(CloseReason reason) {
    if (end.isReached()) {
      return;
    }
    end.reach(reason);
    server.listener().sessionClosed(this, reason);
    handler.closed(reason);
  }

  /** Sends no more pings and queues no more frames. */
  void stop() {
    heartbeat.stop();
    outbox.close();
  }

  void closeUpgrade(CloseReason reason) {
    if (upgrade != null) {
      upgrade.close(reason);
    }
  }

  /** Why it ended, once it did. */
  public @Nullable CloseReason ended() {
    return end.reason();
  }
}
