package dev.menagerie.server.stores;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A network between a node and Redis that fails when it is told to. */
final class Rigged implements AutoCloseable {
  /** What becomes of what is sent. */
  enum Mode {
    /** It arrives, and so does the answer. */
    WHOLE,
    /** Nothing arrives; the connection breaks. */
    CUT_BEFORE,
    /** It arrives, but the connection breaks before the answer. */
    CUT_AFTER,
    /** It arrives, the answer never does, and nobody says so. */
    SILENT_AFTER,
    /** Nothing arrives and nobody says so. */
    SILENT
  }

  private final ServerSocket server;
  private final int target;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger failures = new AtomicInteger();
  private volatile Mode mode = Mode.WHOLE;

  Rigged(int target) {
    this.target = target;
    try {
      this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  /** Fails in this way until told otherwise. */
  void now(Mode next) {
    mode = next;
  }

  /** Fails in this way once, then works again for new connections. */
  void once(Mode next) {
    failures.set(1);
    mode = next;
  }

  /** Breaks what stands. */
  void cut() {
    open.forEach(Rigged::close);
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        var client = server.accept();
        var store = new Socket(InetAddress.getLoopbackAddress(), target);
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
    try (from;
        to) {
      for (int n; (n = from.getInputStream().read(bytes)) >= 0; ) {
        if (towardsStore) {
          if (mode == Mode.CUT_BEFORE) {
            spent();
            return;
          }
          if (mode == Mode.SILENT) continue;
        } else {
          if (mode == Mode.CUT_AFTER) {
            spent();
            return;
          }
          if (mode == Mode.SILENT_AFTER || mode == Mode.SILENT) continue;
        }
        to.getOutputStream().write(bytes, 0, n);
        to.getOutputStream().flush();
      }
    } catch (IOException e) {
      // the other side has gone, which is what is being tried
    } finally {
      open.remove(from);
      open.remove(to);
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
