package dev.menagerie.server.stores;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A network between a node and Redis that fails on command. */
public final class Rigged implements AutoCloseable {
  /** The fate of sent bytes. */
  public enum Mode {
    /** It arrives, and so does the answer. */
    WHOLE,
    /** Nothing arrives; the connection breaks. */
    CUT_BEFORE,
    /** It arrives, but the connection breaks before the answer. */
    CUT_AFTER,
    /** The request arrives, the answer does not, and the connection stays open. */
    SILENT_AFTER,
    /** Nothing arrives, and the connection stays open. */
    SILENT,
    /** Everything arrives, each part of it a moment late. */
    LATE
  }

  /** Some hundred times as long as on loopback; well below every bound on an answer. */
  private static final Duration LATENCY = Duration.ofMillis(100);

  private final ServerSocket server;
  private final int target;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  /** No network loses bytes and then brings the next ones: what has lost some brings no more. */
  private final Set<Socket> silent = ConcurrentHashMap.newKeySet();

  private final AtomicInteger failures = new AtomicInteger();
  private final AtomicReference<@Nullable Trigger> trigger = new AtomicReference<>();
  private volatile Mode mode = Mode.WHOLE;

  public Rigged(int target) {
    this.target = target;
    try {
      this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  public int port() {
    return server.getLocalPort();
  }

  /** Fails in this way until changed. */
  public void now(Mode next) {
    mode = next;
  }

  /** Fails in this way once, then works again for new connections. */
  public void once(Mode next) {
    failures.set(1);
    mode = next;
  }

  /**
   * Fails in this way from the first write that contains this text, included; completes at that
   * moment.
   */
  public CompletableFuture<Void> from(String text, Mode next) {
    var wanted = new Trigger(text, next, new CompletableFuture<>());
    trigger.set(wanted);
    return wanted.pulled();
  }

  private record Trigger(String text, Mode next, CompletableFuture<Void> pulled) {}

  /** A store that refuses is one that refuses through the network, too. */
  private @Nullable Socket reached(Socket client) throws IOException {
    try {
      return new Socket(InetAddress.getLoopbackAddress(), target);
    } catch (IOException refused) {
      client.close();
      return null;
    }
  }

  /** A text may span two reads, so the end of the last one is searched again. */
  private String look(String before, byte[] bytes, int count) {
    var wanted = trigger.get();
    if (wanted == null) return "";
    var sent = before + new String(bytes, 0, count, StandardCharsets.ISO_8859_1);
    if (sent.contains(wanted.text()) && trigger.compareAndSet(wanted, null)) {
      mode = wanted.next();
      wanted.pulled().complete(null);
      return "";
    }
    return sent.substring(Math.max(0, sent.length() - wanted.text().length()));
  }

  /**
   * The connections there are take bytes from now on and bring none, as half-open ones behind a NAT
   * do; new ones work.
   */
  public void silence() {
    silent.addAll(open);
  }

  /** Breaks the open connections. */
  public void cut() {
    open.forEach(Rigged::close);
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        var client = server.accept();
        var store = reached(client);
        if (store == null) continue;
        open.add(client);
        open.add(store);
        Thread.ofVirtual().start(() -> copy(client, store, true));
        Thread.ofVirtual().start(() -> copy(store, client, false));
      } catch (IOException e) {
        if (server.isClosed()) return;
      }
    }
  }

  private void copy(Socket from, Socket to, boolean towardsStore) {
    byte[] bytes = new byte[64 * 1024];
    String before = "";
    try (from;
        to) {
      for (int n; (n = from.getInputStream().read(bytes)) >= 0; ) {
        if (silent.contains(from)) continue;
        if (towardsStore) {
          before = look(before, bytes, n);
          if (mode == Mode.CUT_BEFORE) {
            spent();
            return;
          }
          if (mode == Mode.SILENT) {
            silent.add(from);
            continue;
          }
        } else {
          if (mode == Mode.CUT_AFTER) {
            spent();
            return;
          }
          if (mode == Mode.SILENT_AFTER || mode == Mode.SILENT) {
            silent.add(from);
            continue;
          }
        }
        if (mode == Mode.LATE) LockSupport.parkNanos(LATENCY.toNanos());
        to.getOutputStream().write(bytes, 0, n);
        to.getOutputStream().flush();
      }
    } catch (IOException e) {
      // the other side has gone, as intended
    } finally {
      open.remove(from);
      open.remove(to);
      silent.remove(from);
      silent.remove(to);
    }
  }

  private void spent() {
    if (failures.getAndUpdate(left -> Math.max(0, left - 1)) == 1) mode = Mode.WHOLE;
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    cut();
  }
}
