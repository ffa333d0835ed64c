package dev.menagerie.server.attack;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A WebSocket on which a test writes what no client library would. */
final class Wire implements WebSocket.Listener, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final List<String> frames = new ArrayList<>();
  private final StringBuilder part = new StringBuilder();
  private final WebSocket socket;
  private boolean closed;

  private Wire(String origin) {
    var uri =
        URI.create(origin.replaceFirst("^http", "ws") + "/socket.io/?EIO=4&transport=websocket");
    socket = HTTP.newWebSocketBuilder().buildAsync(uri, this).join();
    next(frame -> frame.startsWith("0{"));
  }

  /** An Engine.IO session without a user. */
  static Wire open(String origin) {
    return new Wire(origin);
  }

  Wire send(String packet) {
    socket.sendText(packet, true).join();
    return this;
  }

  /** Asks to be let into {@code /game} with this as the authentication, which must be JSON. */
  String connect(String auth) {
    send("40/game," + auth);
    return next(frame -> frame.startsWith("40/game,") || frame.startsWith("44/game,"));
  }

  @Override
  public synchronized @Nullable CompletionStage<?> onText(
      WebSocket from, CharSequence text, boolean last) {
    part.append(text);
    if (last) {
      frames.add(part.toString());
      part.setLength(0);
      notifyAll();
    }
    from.request(1);
    return null;
  }

  @Override
  public synchronized @Nullable CompletionStage<?> onClose(
      WebSocket from, int code, String reason) {
    closed = true;
    notifyAll();
    return null;
  }

  @Override
  public synchronized void onError(WebSocket from, Throwable error) {
    closed = true;
    notifyAll();
  }

  synchronized List<String> frames() {
    return List.copyOf(frames);
  }

  /** The first frame like this, come or coming. */
  synchronized String next(Predicate<String> like) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    for (int read = 0; ; ) {
      for (; read < frames.size(); read++) {
        if (like.test(frames.get(read))) return frames.get(read);
      }
      long left = end - System.nanoTime();
      if (left <= 0 || closed) throw new AssertionError("not among " + frames);
      pause(left);
    }
  }

  /** Asks for a CONNECT that must fail, and waits until it has, or the server has hung up. */
  void awaitClosedOrRefused(String badAuth) {
    long refusals = refusals();
    try {
      send("40/game," + badAuth);
    } catch (CompletionException hungUp) {
      return;
    }
    long end = System.nanoTime() + PATIENCE.toNanos();
    synchronized (this) {
      while (!closed && refusals() == refusals) {
        long left = end - System.nanoTime();
        if (left <= 0) throw new AssertionError("neither closed nor refused: " + frames);
        pause(left);
      }
    }
  }

  private synchronized long refusals() {
    return frames.stream().filter(frame -> frame.startsWith("44")).count();
  }

  private void pause(long nanos) {
    try {
      TimeUnit.NANOSECONDS.timedWait(this, nanos);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  @Override
  public void close() {
    socket.abort();
  }
}
