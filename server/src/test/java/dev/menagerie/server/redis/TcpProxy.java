package dev.menagerie.server.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A proxy before a store. Connections can be silenced: their bytes are taken, acknowledged by the
 * kernel and thrown away, as a half-open connection behind a NAT behaves. New ones work.
 */
final class TcpProxy implements AutoCloseable {
  private final ServerSocket listener;
  private final InetSocketAddress target;
  private final List<Pipe> pipes = new CopyOnWriteArrayList<>();

  private TcpProxy(ServerSocket listener, InetSocketAddress target) {
    this.listener = listener;
    this.target = target;
  }

  static TcpProxy to(int port) {
    try {
      var loopback = InetAddress.getLoopbackAddress();
      var proxy =
          new TcpProxy(new ServerSocket(0, 64, loopback), new InetSocketAddress(loopback, port));
      Thread.ofVirtual().start(proxy::accept);
      return proxy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return listener.getLocalPort();
  }

  /** From now on the connections there are take bytes and bring none. */
  void silence() {
    pipes.forEach(pipe -> pipe.silent = true);
  }

  private void accept() {
    try {
      while (true) {
        var pipe = new Pipe(listener.accept(), new Socket(target.getAddress(), target.getPort()));
        pipes.add(pipe);
        Thread.ofVirtual().start(() -> pipe.copy(pipe.near, pipe.far));
        Thread.ofVirtual().start(() -> pipe.copy(pipe.far, pipe.near));
      }
    } catch (IOException closed) {
      // the test is over
    }
  }

  private static final class Pipe {
    final Socket near;
    final Socket far;
    volatile boolean silent;

    Pipe(Socket near, Socket far) {
      this.near = near;
      this.far = far;
    }

    void copy(Socket from, Socket to) {
      var buffer = new byte[16 * 1024];
      try {
        for (int read = 0; read >= 0; read = from.getInputStream().read(buffer)) {
          if (!silent) to.getOutputStream().write(buffer, 0, read);
        }
      } catch (IOException broken) {
        // seen by both ends below
      }
      close();
    }

    void close() {
      try {
        near.close();
        far.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    pipes.forEach(Pipe::close);
  }
}
