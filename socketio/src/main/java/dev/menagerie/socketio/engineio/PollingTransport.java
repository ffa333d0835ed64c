package dev.menagerie.socketio.engineio;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * HTTP long-polling: at most one GET waits for packets and at most one POST brings some. The
 * requests may come over any connection; everything here happens on the session's executor.
 */
@SuppressWarnings("ReferenceEquality") // a request is this one or another one
final class PollingTransport implements Transport {
  /**
   * How long a GET may still wait for packets once a WebSocket probes, before a noop ends it. Long
   * enough that an upgrade packet already on its way is seen first, short enough that a client
   * which waits for this GET before it upgrades hardly notices.
   */
  private static final Duration PROBE_HOLD = Duration.ofMillis(40);

  private final EngineSession session;
  private @Nullable PollExchange get;
  private @Nullable PollExchange post;
  private @Nullable PollingPayload unread;
  private boolean ended;
  private boolean paused;
  private boolean closedByClient;

  PollingTransport(EngineSession session) {
    this.session = session;
  }

  @Override
  public String name() {
    return "polling";
  }

  /** A GET came. Refused and fatal if another one waits. */
  void get(PollExchange exchange) {
    if (get != null) {
      exchange.refuse(EngineError.BAD_REQUEST);
      session.closeNow(CloseReason.OVERLAPPING_REQUESTS);
      return;
    }
    get = exchange;
    flush(session);
    if (session.isProbed()) {
      endSoonForProbe();
    }
  }

  boolean hasNoGet() {
    return get == null;
  }

  boolean isClosedByClient() {
    return closedByClient;
  }

  /** The first packet of a session answers the request that opened it. */
  static byte[] openPayload(EncodedPacket open) {
    return open.pollingBytes();
  }

  /** The headers of a POST came. Refused and fatal if another one is not finished. */
  void postBegins(PollExchange exchange) {
    if (post != null) {
      exchange.refuse(EngineError.BAD_REQUEST);
      session.closeNow(CloseReason.OVERLAPPING_REQUESTS);
      return;
    }
    post = exchange;
  }

  /** The body of a POST is complete. */
  void postEnds(PollExchange exchange, byte[] payload) {
    if (post != exchange) {
      exchange.refuse(EngineError.BAD_REQUEST);
      return;
    }
    if (payload.length == 0 || !Utf8.isValid(payload)) {
      session.closeNow(payload.length == 0 ? CloseReason.PARSE_ERROR : CloseReason.INVALID_TEXT);
      return;
    }
    unread = new PollingPayload(payload);
    read();
  }

  /** The connection of a request was lost before its response. */
  void cancelled(PollExchange exchange) {
    if (exchange == get || exchange == post) {
      forget(exchange);
      session.transportLost(this, CloseReason.TRANSPORT_CLOSED);
    }
  }

  /** A POST was answered with an error before its body was complete. */
  void postRefused(PollExchange exchange, CloseReason reason) {
    if (exchange == post) {
      forget(exchange);
      session.closeNow(reason);
    }
  }

  /** The probe was answered: the GET that waits must end so that the client may pause. */
  void endSoonForProbe() {
    PollExchange waiting = get;
    if (waiting != null) {
      session.later(() -> endForProbe(waiting), PROBE_HOLD);
    }
  }

  private void endForProbe(PollExchange exchange) {
    if (get == exchange) {
      get = null;
      exchange.respond(PollingPayload.NOOP);
    }
  }

  @Override
  public void flush(EngineSession source) {
    PollExchange waiting = get;
    if (waiting == null || ended) {
      return;
    }
    List<EncodedPacket> frames = source.takeAll();
    if (!frames.isEmpty()) {
      get = null;
      waiting.respond(PollingPayload.of(frames));
    }
  }

  @Override
  public long bufferedBytes() {
    return 0;
  }

  @Override
  public void reading(Reading reading) {
    boolean wasPaused = paused;
    paused = reading == Reading.PAUSED;
    if (wasPaused && !paused && unread != null) {
      read();
    }
  }

  /** Hands on packet after packet until the payload ends or the session has enough for now. */
  private void read() {
    while (unread != null && !ended) {
      if (paused) {
        return;
      }
      byte[] packet = unread.next();
      if (packet == null) {
        unread = null;
        PollExchange done = post;
        post = null;
        if (done != null) {
          done.accept();
        }
      } else {
        deliver(packet);
      }
    }
  }

  private void deliver(byte[] packet) {
    if (!PollingPayload.isBinary(packet)) {
      closedByClient = packet.length > 0 && packet[0] == '1';
      session.input().text(this, packet);
      return;
    }
    Optional<byte[]> content = PollingPayload.binary(packet);
    if (content.isPresent()) {
      session.input().binary(this, content.get());
    } else {
      session.closeNow(CloseReason.PARSE_ERROR);
    }
  }

  /** After an upgrade: polling requests of this session are answered 400 from now on. */
  void retire() {
    ended = true;
    refuseAll();
  }

  @Override
  public void close(CloseReason reason) {
    if (ended) {
      return;
    }
    ended = true;
    unread = null;
    if (get != null) {
      PollExchange waiting = get;
      get = null;
      waiting.respond(closedByClient ? PollingPayload.NOOP : farewell(reason));
      respondToLastPost();
    } else if (!closedByClient) {
      respondToLastPost();
    } // else the POST waits for the GET that its close packet may have overtaken
  }

  private void respondToLastPost() {
    PollExchange last = post;
    post = null;
    if (last == null) {
      return;
    }
    if (closedByClient) {
      last.accept();
    } else {
      last.refuse(EngineError.BAD_REQUEST);
    }
  }

  /**
   * The last response of a session that ended while no GET was waiting: queued packets and the
   * close packet, or a noop if the client closed it.
   */
  void lastGet(PollExchange exchange, CloseReason reason) {
    exchange.respond(closedByClient ? PollingPayload.NOOP : farewell(reason));
    respondToLastPost();
  }

  /** No GET came any more. */
  void noLastGet() {
    respondToLastPost();
  }

  private byte[] farewell(CloseReason reason) {
    return PollingPayload.closing(reason.isOrderly() ? session.takeAll() : List.of());
  }

  private void refuseAll() {
    if (get != null) {
      get.refuse(EngineError.BAD_REQUEST);
      get = null;
    }
    if (post != null) {
      post.refuse(EngineError.BAD_REQUEST);
      post = null;
    }
    unread = null;
  }

  private void forget(PollExchange exchange) {
    if (exchange == get) {
      get = null;
    }
    if (exchange == post) {
      post = null;
      unread = null;
    }
  }
}
