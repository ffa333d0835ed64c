package dev.menagerie.bench.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Connections that each hold a request that never ends. One that the server closes is opened again
 * two seconds later, from one of many loopback addresses. One thread runs all of them.
 */
final class Attackers implements Runnable, AutoCloseable {
  /** Below the bound of one address: the measurement is about the bound of all. */
  private static final int EACH_ADDRESS = 250;

  /**
   * A refused request is closed at once: without a pause this would measure a flood of connects.
   */
  private static final long REOPEN_AFTER_NANOS = TimeUnit.SECONDS.toNanos(2);

  private static final String FILLER = "x".repeat(15_000);

  /** Each says that more follows, and sends no more. */
  private static final List<String> UNFINISHED =
      List.of(
          "POST /no/such/path HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1048576\r\n\r\n"
              + FILLER,
          "POST /auth/guest HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
              + "Content-Length: 16384\r\n\r\n"
              + FILLER,
          "POST /games HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
              + "Content-Length: 16384\r\n\r\n"
              + FILLER,
          "GET / HTTP/1.1\r\nHost: localhost\r\n" + ("a:" + "b".repeat(96) + "\r\n").repeat(70));

  private final int port;
  private final int connections;
  private final Selector selector;
  private final AtomicLong opened = new AtomicLong();
  private final ArrayDeque<Reopening> reopenings = new ArrayDeque<>();
  private final ByteBuffer trash = ByteBuffer.allocate(16 * 1024);
  private volatile boolean closed;

  Attackers(int port, int connections) throws IOException {
    this.port = port;
    this.connections = connections;
    this.selector = Selector.open();
  }

  /** A connection to be opened again; all wait equally long, so the first is the next one due. */
  private record Reopening(int number, long atNanos) {}

  /** Connections opened so far, those opened again included. */
  long opened() {
    return opened.get();
  }

  @Override
  public void run() {
    try {
      for (int i = 0; i < connections && !closed; i++) {
        open(i);
        if (i % 50 == 0) {
          serve(1);
        }
      }
      while (!closed) {
        serve(50);
      }
    } catch (ClosedSelectorException ended) {
      // closed by another thread, as it should be
    } catch (IOException e) {
      if (!closed) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void open(int number) throws IOException {
    var channel = SocketChannel.open();
    channel.bind(
        new InetSocketAddress(InetAddress.ofLiteral("127.0.1." + (1 + number / EACH_ADDRESS)), 0));
    channel.configureBlocking(false);
    channel.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
    channel.register(selector, SelectionKey.OP_CONNECT, new Attacker(number));
    opened.incrementAndGet();
  }

  private void serve(int millis) throws IOException {
    selector.select(millis);
    var ready = selector.selectedKeys().iterator();
    while (ready.hasNext()) {
      var key = ready.next();
      ready.remove();
      try {
        step(key);
      } catch (IOException | CancelledKeyException gone) {
        again(key);
      }
    }
    while (!reopenings.isEmpty() && reopenings.peek().atNanos() - System.nanoTime() <= 0) {
      open(reopenings.remove().number());
    }
  }

  private void step(SelectionKey key) throws IOException {
    var channel = (SocketChannel) key.channel();
    var attacker = (Attacker) key.attachment();
    if (key.isConnectable() && channel.finishConnect()) {
      key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
    }
    if (key.isValid() && key.isWritable()) {
      channel.write(attacker.rest);
      if (!attacker.rest.hasRemaining()) {
        key.interestOps(SelectionKey.OP_READ);
      }
    }
    if (key.isValid() && key.isReadable() && channel.read(trash.clear()) < 0) {
      again(key);
    }
  }

  private void again(SelectionKey key) throws IOException {
    key.cancel();
    key.channel().close();
    var number = ((Attacker) key.attachment()).number;
    reopenings.add(new Reopening(number, System.nanoTime() + REOPEN_AFTER_NANOS));
  }

  @Override
  public void close() throws IOException {
    closed = true;
    for (var key : List.copyOf(selector.keys())) {
      key.channel().close();
    }
    selector.close();
  }

  private static final class Attacker {
    private final int number;
    private final ByteBuffer rest;

    Attacker(int number) {
      this.number = number;
      this.rest =
          ByteBuffer.wrap(
              UNFINISHED.get(number % UNFINISHED.size()).getBytes(StandardCharsets.US_ASCII));
    }
  }
}
