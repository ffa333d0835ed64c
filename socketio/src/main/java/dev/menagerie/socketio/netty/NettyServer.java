package dev.menagerie.socketio.netty;

import dev.menagerie.socketio.engineio.CloseReason;
import dev.menagerie.socketio.engineio.EngineServer;
import dev.menagerie.socketio.engineio.EngineSession;
import dev.menagerie.socketio.http.HttpHandler;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One port with Engine.IO endpoints and the host application's HTTP on it. */
public final class NettyServer {
  /** What the kernel queues while we are busy: a storm of reconnecting clients fits. */
  private static final int BACKLOG = 4096;

  private final NettySettings settings;
  private final List<EngineServer> endpoints;
  private final HttpRouter router;
  private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
  private @Nullable EventLoopGroup loops;
  private @Nullable Channel listening;

  public NettyServer(NettySettings settings, List<EngineServer> endpoints, HttpHandler host) {
    this.settings = settings;
    this.endpoints = List.copyOf(endpoints);
    this.router = new HttpRouter(settings, endpoints, host, new LoopLanes());
  }

  /** Starts to listen. */
  public synchronized void start() throws IOException {
    SocketIo io = SocketIo.of(settings.io());
    EventLoopGroup group =
        new MultiThreadIoEventLoopGroup(
            settings.eventLoops(), new DefaultThreadFactory("socketio", true), io.handlers());
    loops = group;
    var bound =
        new ServerBootstrap()
            .group(group)
            .channel(io.channel())
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.TCP_NODELAY, true)
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
      var _ = group.shutdownGracefully(0, 1, TimeUnit.SECONDS);
      throw new IOException(
          "cannot listen on " + settings.host() + ":" + settings.port(), bound.cause());
    }
    listening = bound.channel();
  }

  private void open(SocketChannel connection) {
    if (connections.size() >= settings.maxConnections()) {
      var _ = connection.close();
      return;
    }
    connections.add(connection);
    settings
        .tls()
        .ifPresent(tls -> connection.pipeline().addLast(tls.newHandler(connection.alloc())));
    var decoding =
        new HttpDecoderConfig()
            .setMaxInitialLineLength(settings.maxHeaderBytes())
            .setMaxHeaderSize(settings.maxHeaderBytes());
    connection
        .pipeline()
        .addLast(new HttpServerCodec(decoding))
        .addLast(new HttpConnection(router, settings));
  }

  /** The port it listens on. */
  public synchronized int port() {
    if (listening != null && listening.localAddress() instanceof InetSocketAddress address) {
      return address.getPort();
    }
    throw new IllegalStateException("not listening");
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
    if (loops != null) {
      loops.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(3, TimeUnit.SECONDS);
    }
  }
}
