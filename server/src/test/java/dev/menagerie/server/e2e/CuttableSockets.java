package dev.menagerie.server.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.SocketFactory;

/** Plain sockets that can be cut from one moment to the next, as a train does in a tunnel. */
final class CuttableSockets extends SocketFactory {
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  /** Without a goodbye. */
  void cut() {
    for (var socket : Set.copyOf(open)) {
      open.remove(socket);
      try {
        socket.setSoLinger(true, 0);
        socket.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public Socket createSocket() {
    var socket = new Socket();
    open.add(socket);
    return socket;
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return connected(new Socket(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return connected(new Socket(host, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort)
      throws IOException {
    return connected(new Socket(host, port, from, fromPort));
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
      throws IOException {
    return connected(new Socket(host, port, from, fromPort));
  }

  private Socket connected(Socket socket) {
    open.add(socket);
    return socket;
  }
}
