package dev.menagerie.server.metrics;

import dev.menagerie.protocol.ClientMessage;
import dev.menagerie.protocol.ErrorCode;
import dev.menagerie.server.live.TokenAdmission;
import dev.menagerie.socketio.ConnectRequest;
import dev.menagerie.socketio.IncomingEvent;
import dev.menagerie.socketio.ServerListener;
import dev.menagerie.socketio.engineio.CloseReason;
import dev.menagerie.socketio.engineio.EngineError;
import dev.menagerie.socketio.engineio.EngineSession;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Counts sessions, packets and bytes of the port. */
public final class ConnectionMetrics implements ServerListener {
  /** What no other value of a label says. */
  private static final String OTHER = "other";

  private static final String WEBSOCKET = "websocket";
  private static final Set<String> EVENTS =
      Arrays.stream(ClientMessage.Event.values())
          .map(ClientMessage.Event::wireName)
          .collect(Collectors.toUnmodifiableSet());

  private final MeterRegistry metrics;
  private final AtomicInteger polling = new AtomicInteger();
  private final AtomicInteger sockets = new AtomicInteger();
  private final Counter upgraded;
  private final Counter received;
  private final Counter receivedBytes;
  private final Counter invalid;
  private final Counter sent;
  private final Counter sentBytes;
  private final Counter dropped;
  private final Timers handled;

  public ConnectionMetrics(MeterRegistry metrics) {
    this.metrics = metrics;
    Meters.SESSIONS.gauge(metrics, polling, AtomicInteger::get, "polling");
    Meters.SESSIONS.gauge(metrics, sockets, AtomicInteger::get, WEBSOCKET);
    upgraded = Meters.SESSIONS_UPGRADED.counter(metrics);
    received = Meters.PACKETS_RECEIVED.counter(metrics);
    receivedBytes = Meters.PACKETS_RECEIVED_SIZE.counter(metrics);
    invalid = Meters.PACKETS_INVALID.counter(metrics);
    sent = Meters.FRAMES_SENT.counter(metrics);
    sentBytes = Meters.FRAMES_SENT_SIZE.counter(metrics);
    dropped = Meters.FRAMES_DROPPED.counter(metrics);
    handled = new Timers(Meters.MESSAGES_HANDLED, metrics);
    for (var code : TokenAdmission.REFUSALS) refusedPlayers(reason(code)).increment(0);
    refusedPlayers(OTHER).increment(0);
  }

  private AtomicInteger open(String transport) {
    return transport.equals(WEBSOCKET) ? sockets : polling;
  }

  @Override
  public void sessionOpened(EngineSession session) {
    var transport = session.transportName();
    open(transport).incrementAndGet();
    Meters.SESSIONS_OPENED.counter(metrics, transport).increment();
  }

  @Override
  public void upgraded(EngineSession session) {
    polling.decrementAndGet();
    sockets.incrementAndGet();
    upgraded.increment();
  }

  @Override
  public void sessionClosed(EngineSession session, CloseReason reason) {
    var transport = session.transportName();
    open(transport).decrementAndGet();
    Meters.SESSIONS_CLOSED
        .counter(metrics, transport, reason.name().toLowerCase(Locale.ROOT))
        .increment();
  }

  @Override
  public void packetReceived(EngineSession session, int bytes) {
    received.increment();
    receivedBytes.increment(bytes);
  }

  @Override
  public void invalidPacket(EngineSession session) {
    invalid.increment();
  }

  @Override
  public void framesSent(EngineSession session, int frames, long bytes) {
    sent.increment(frames);
    sentBytes.increment((double) bytes);
  }

  @Override
  public void framesDropped(EngineSession session, int frames) {
    dropped.increment(frames);
  }

  @Override
  public void refused(EngineError error) {
    Meters.SESSIONS_REFUSED.counter(metrics, error.name().toLowerCase(Locale.ROOT)).increment();
  }

  @Override
  public void refused(ConnectRequest request, String message) {
    var code = request.attribute(TokenAdmission.REFUSAL);
    refusedPlayers(code.map(ConnectionMetrics::reason).orElse(OTHER)).increment();
  }

  private Counter refusedPlayers(String reason) {
    return Meters.PLAYERS_REFUSED.counter(metrics, reason);
  }

  private static String reason(ErrorCode code) {
    return code.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public void handled(IncomingEvent event, Duration time) {
    var name = EVENTS.contains(event.name()) ? event.name() : OTHER;
    handled.record(time.toNanos(), name);
  }
}
