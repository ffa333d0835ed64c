package dev.menagerie.socketio.engineio;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * HTTP long-polling: at most one GET waits for packets and at most one POST brings some. The
 * requests may come over any connection; everything here happens on the session's lane.
 */
@SuppressWarnings("ReferenceEquality") // a request is this one or another one
final class PollingTransport implements Transport {
  /**
   * How long a GET may still wait for packets once a WebSocket probes, before a noop ends it. Long
   * enough that an upgrade packet already on its way is seen first, short enough that a client
   * which waits for this GET before it upgrades hardly notices.
   */
  private static final Duration PROBE_HOLD = Duration.ofMillis(40);

  private static final byte SEPARATOR = 0x1e;
  private static final byte[] NOOP = {'6'};
  private static final byte[] CLOSE = {'1'};

  private final EngineSession session;
  private @Nullable PollExchange get;
  private @Nullable PollExchange post;
  private @Nullable Unread unread;
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
  static byte[] openPayload(Frame open) {
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
    unread = new Unread(payload);
    read();
  }

  /** The connection of a request was lost before its answer. */
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
      exchange.answer(NOOP);
    }
  }

  @Override
  public void flush(EngineSession source) {
    PollExchange waiting = get;
    if (waiting == null || ended) {
      return;
    }
    List<Frame> frames = source.takeAll();
    if (!frames.isEmpty()) {
      get = null;
      waiting.answer(payload(frames, false));
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
    if (packet.length == 0 || packet[0] != 'b') {
      closedByClient = packet.length > 0 && packet[0] == '1';
      session.receivedText(this, packet);
      return;
    }
    byte[] content;
    try {
      content = Base64.getDecoder().decode(withoutLineBreaks(packet));
    } catch (IllegalArgumentException notBase64) {
      session.closeNow(CloseReason.PARSE_ERROR);
      return;
    }
    session.receivedBinary(this, content);
  }

  /** The official Java client breaks its base64 into lines. */
  private static byte[] withoutLineBreaks(byte[] packet) {
    byte[] base64 = new byte[packet.length];
    int length = 0;
    for (int i = 1; i < packet.length; i++) {
      if (packet[i] != '\n' && packet[i] != '\r') {
        base64[length++] = packet[i];
      }
    }
    return Arrays.copyOf(base64, length);
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
      waiting.answer(closedByClient ? NOOP : farewell(reason));
      answerLastPost();
    } else if (!closedByClient) {
      answerLastPost();
    } // else the POST waits for the GET that its close packet may have overtaken
  }

  private void answerLastPost() {
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
   * The last answer of a session that ended while no GET waited: what was queued and the close
   * packet, or a noop if the client itself closed it.
   */
  void lastGet(PollExchange exchange, CloseReason reason) {
    exchange.answer(closedByClient ? NOOP : farewell(reason));
    answerLastPost();
  }

  /** No GET came any more. */
  void noLastGet() {
    answerLastPost();
  }

  private byte[] farewell(CloseReason reason) {
    List<Frame> frames = reason.isOrderly() ? session.takeAll() : List.of();
    return frames.isEmpty() ? CLOSE : payload(frames, true);
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

  private static byte[] payload(List<Frame> frames, boolean closing) {
    if (frames.size() == 1 && !closing) {
      return frames.getFirst().pollingBytes();
    }
    var payload = new ByteArrayOutputStream();
    for (Frame frame : frames) {
      if (payload.size() > 0) {
        payload.write(SEPARATOR);
      }
      payload.writeBytes(frame.pollingBytes());
    }
    if (closing) {
      payload.write(SEPARATOR);
      payload.writeBytes(CLOSE);
    }
    return payload.toByteArray();
  }

  /** A payload that is handed on packet by packet. */
  private static final class Unread {
    private final byte[] payload;
    private int at;

    Unread(byte[] payload) {
      this.payload = payload;
    }

    byte @Nullable [] next() {
      if (at > payload.length) {
        return null;
      }
      int end = at;
      while (end < payload.length && payload[end] != SEPARATOR) {
        end++;
      }
      byte[] packet = Arrays.copyOfRange(payload, at, end);
      at = end + 1;
      return packet;
    }
  }
}
