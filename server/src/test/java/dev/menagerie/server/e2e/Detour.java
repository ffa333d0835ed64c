package dev.menagerie.server.e2e;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A way to a server that can be cut, and that can swallow what the server answers. */
final class Detour implements AutoCloseable {
  private final ServerSocket listening;
  private final URI target;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean deaf;

  private Detour(ServerSocket listening, URI target) {
    this.listening = listening;
    this.target = target;
  }

  static Detour to(String url) throws IOException {
    var listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    var detour = new Detour(listening, URI.create(url));
    Thread.ofVirtual().start(detour::accept);
    return detour;
  }

  String url() {
    return "http://127.0.0.1:" + listening.getLocalPort();
  }

  /** Whether what the server sends is thrown away. */
  void deaf(boolean isDeaf) {
    deaf = isDeaf;
  }

  /** Breaks every connection. */
  void cut() {
    for (var socket : Set.copyOf(open)) close(socket);
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        var near = listening.accept();
        var far = new Socket(target.getHost(), target.getPort());
        open.add(near);
        open.add(far);
        Thread.ofVirtual().start(() -> carry(near, far, false));
        Thread.ofVirtual().start(() -> carry(far, near, true));
      } catch (IOException closed) {
        return; // the test is over
      }
    }
  }

  private void carry(Socket from, Socket to, boolean fromServer) {
    var bytes = new byte[8192];
    try {
      for (int read = from.getInputStream().read(bytes); read >= 0; ) {
        if (!(fromServer && deaf)) to.getOutputStream().write(bytes, 0, read);
        read = from.getInputStream().read(bytes);
      }
    } catch (IOException cut) {
      // Both ends go together, below.
    }
    close(from);
    close(to);
  }

  private void close(Socket socket) {
    open.remove(socket);
    try {
      socket.close();
    } catch (IOException alreadyGone) {
      // Nothing is left to close.
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
    cut();
  }
}
