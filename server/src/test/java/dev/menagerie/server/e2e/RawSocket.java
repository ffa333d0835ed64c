package dev.menagerie.server.e2e;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A WebSocket and every frame of it as it came: what an eavesdropper on the line would see. */
public final class RawSocket implements WebSocket.Listener, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final CompletionStage<?> DONE = CompletableFuture.completedStage("taken");
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final List<String> frames = new ArrayList<>();
  private final StringBuilder part = new StringBuilder();
  private final WebSocket socket;
  private boolean reads = true;
  private boolean closed;

  public RawSocket(Person person) {
    var origin = person.api().origin().replaceFirst("^http", "ws");
    socket =
        HTTP.newWebSocketBuilder()
            .buildAsync(URI.create(origin + "/socket.io/?EIO=4&transport=websocket"), this)
            .join();
    await(frame -> frame.startsWith("0{"));
    send("40/game,{\"token\":\"" + person.token() + "\"}");
    await(frame -> frame.startsWith("40/game,"));
  }

  @Override
  public synchronized CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
    part.append(text);
    if (last) {
      frames.add(part.toString());
      part.setLength(0);
      notifyAll();
    }
    if (reads) from.request(1);
    return DONE;
  }

  @Override
  public synchronized CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    closed = true;
    notifyAll();
    return DONE;
  }

  @Override
  public synchronized void onError(WebSocket from, Throwable error) {
    closed = true;
    notifyAll();
  }

  public RawSocket send(String packet) {
    socket.sendText(packet, true).join();
    return this;
  }

  /** From now on nothing is taken off the line, until {@link #readOn}. */
  public synchronized void stopReading() {
    reads = false;
  }

  public synchronized void readOn() {
    reads = true;
    socket.request(Long.MAX_VALUE);
  }

  public synchronized List<String> frames() {
    return List.copyOf(frames);
  }

  /** The first frame like this, come or coming. */
  public synchronized String await(Predicate<String> like) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    for (int read = 0; ; ) {
      for (; read < frames.size(); read++) {
        if (like.test(frames.get(read))) return frames.get(read);
      }
      long left = end - System.nanoTime();
      if (left <= 0 || closed) throw new AssertionError("not among " + frames.size() + " frames");
      try {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("interrupted", e);
      }
    }
  }

  @Override
  public void close() {
    socket.abort();
  }
}
