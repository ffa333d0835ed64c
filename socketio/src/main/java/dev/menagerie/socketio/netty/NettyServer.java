package dev.menagerie.socketio.netty;

import dev.menagerie.socketio.engineio.CloseReason;
import dev.menagerie.socketio.engineio.EngineServer;
import dev.menagerie.socketio.engineio.EngineSession;
import dev.menagerie.socketio.http.HttpHandler;
import dev.menagerie.socketio.limits.ByteHold;
import dev.menagerie.socketio.limits.ClientShares;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One port with Engine.IO endpoints and the host application's HTTP on it. */
public final class NettyServer {
  /** Connections the kernel queues while the server is busy: a reconnect storm fits. */
  private static final int BACKLOG = 4096;

  /**
   * Bytes read from a socket at once: the most that a client can make the server hold before a
   * check.
   */
  private static final int MAX_READ_BYTES = 16 * 1024;

  private static final int MIN_READ_BYTES = 256;
  private static final int FIRST_READ_BYTES = 2 * 1024;

  /** Unsent bytes (direct memory) of a slow reader at which nothing more is written. */
  private static final WriteBufferWaterMark UNSENT = new WriteBufferWaterMark(16 * 1024, 32 * 1024);

  @SuppressWarnings("StringConcatToTextBlock") // lines end as HTTP wants
  private static final byte[] TOO_MANY =
      ("HTTP/1.1 503 Service Unavailable\r\nRetry-After: 5\r\nX-Content-Type-Options: nosniff\r\n"
              + "Content-Type: text/plain\r\nContent-Length: 21\r\nConnection: close\r\n\r\n"
              + "Too many connections\n")
          .getBytes(StandardCharsets.US_ASCII);

  private final NettySettings settings;
  private final List<EngineServer> endpoints;
  private final HttpRouter router;
  private final ClientShares shares;
  private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
  private @Nullable EventLoopGroup ownLoops;
  private @Nullable Channel listening;

  /**
   * A server that is not started yet.
   *
   * @param endpoints the Engine.IO servers, each at its own path
   * @param host handles every other HTTP request
   */
  public NettyServer(NettySettings settings, List<EngineServer> endpoints, HttpHandler host) {
    this.settings = settings;
    this.endpoints = List.copyOf(endpoints);
    this.shares = new ClientShares(settings.bounds());
    this.router =
        HttpRouter.of(
            settings,
            endpoints,
            host,
            new EngineRequests.Surroundings(new LoopExecutors(), shares));
  }

  /** Starts to listen. */
  public synchronized void start() throws IOException {
    IoTransport io = IoTransport.of(settings.io());
    var bound =
        new ServerBootstrap()
            .group(settings.sharedLoops().orElseGet(() -> startLoops(io)))
            .channel(io.channel())
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .option(ChannelOption.SO_REUSEADDR, true)
            .handler(new AcceptFailures())
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, UNSENT)
            .childOption(
                ChannelOption.RECVBUF_ALLOCATOR,
                new AdaptiveRecvByteBufAllocator(MIN_READ_BYTES, FIRST_READ_BYTES, MAX_READ_BYTES))
            .childHandler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel connection) {
                    open(connection);
                  }
                })
            .bind(settings.host(), settings.port())
            .awaitUninterruptibly();
    if (!bound.isSuccess()) {
      stopOwnLoops(Duration.ofSeconds(1));
      throw new IOException(
          "cannot listen on " + settings.host() + ":" + settings.port(), bound.cause());
    }
    listening = bound.channel();
  }

  private void open(SocketChannel connection) {
    String peer = connection.remoteAddress().getAddress().getHostAddress();
    Optional<ClientShares.Lease> lease = shares.connect(peer, !settings.proxies().trusts(peer));
    if (lease.isEmpty()) {
      turnAway(connection);
      return;
    }
    ByteHold hold = lease.get().share().newHold();
    connection
        .closeFuture()
        .addListener(_ -> {
          hold.end();
          lease.get().close();
        });
    connections.add(connection);
    settings
        .tls()
        .ifPresent(tls -> connection.pipeline().addLast(tls.get().newHandler(connection.alloc())));
    var decoding =
        new HttpDecoderConfig()
            .setMaxInitialLineLength(settings.maxHeaderBytes())
            .setMaxHeaderSize(settings.maxHeaderBytes());
    var http = new HttpConnection(router, settings, hold);
    connection
        .pipeline()
        .addLast(http.meter())
        .addLast(new HttpServerCodec(decoding))
        .addLast(http);
  }

  /** One connection too many: answered without reading a byte of it, and closed. */
  private void turnAway(SocketChannel connection) {
    if (settings.tls().isPresent()) {
      var _ = connection.close();
    } else {
      var _ =
          connection
              .writeAndFlush(Unpooled.wrappedBuffer(TOO_MANY))
              .addListener(ChannelFutureListener.CLOSE);
    }
  }

  /** The port it listens on. */
  public synchronized int port() {
    if (listening != null && listening.localAddress() instanceof InetSocketAddress address) {
      return address.getPort();
    }
    throw new IllegalStateException("not listening");
  }

  /** Connections, sessions and bytes that clients hold now. */
  public ClientShares clients() {
    return shares;
  }

  /** Takes no more connections and opens no more sessions; what exists goes on. */
  public synchronized void drain() {
    endpoints.forEach(EngineServer::drain);
    if (listening != null) {
      listening.close().awaitUninterruptibly();
    }
  }

  /** Ends every session in good order. */
  public void closeSessions() {
    for (EngineServer endpoint : endpoints) {
      for (EngineSession session : endpoint.sessions()) {
        session.close(CloseReason.SERVER_SHUTDOWN);
      }
    }
  }

  /** Whether some session is left. */
  public boolean hasSessions() {
    return endpoints.stream().anyMatch(endpoint -> !endpoint.sessions().isEmpty());
  }

  /** Stops at once. */
  public synchronized void close() {
    drain();
    connections.close().awaitUninterruptibly(1, TimeUnit.SECONDS);
    stopOwnLoops(Duration.ofSeconds(2));
  }

  private EventLoopGroup startLoops(IoTransport io) {
    var loops = EventLoops.create(settings.eventLoops(), io);
    ownLoops = loops;
    return loops;
  }

  private void stopOwnLoops(Duration atMost) {
    if (ownLoops != null) {
      ownLoops
          .shutdownGracefully(0, atMost.toMillis(), TimeUnit.MILLISECONDS)
          .awaitUninterruptibly(atMost.toMillis() + 1_000);
    }
  }
}
