package dev.menagerie.socketio.netty;

import dev.menagerie.socketio.http.OriginPolicy;
import dev.menagerie.socketio.http.TrustedProxies;
import io.netty.handler.ssl.SslContext;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The port and what is common to everything on it.
 *
 * @param port 0 for any free one
 * @param maxBody the longest request body for the host application
 * @param maxHeaderBytes the longest request line, and the longest header section
 * @param requestTimeout how long a request may take to arrive, and the host application to answer
 *     it
 * @param idleTimeout how long a kept-alive connection may wait for its next request
 * @param maxConnections connections beyond it are closed as they come
 * @param compression of WebSocket messages, for clients that ask for it; absent: none
 */
public record NettySettings(
    String host,
    int port,
    int maxBody,
    int maxHeaderBytes,
    Duration requestTimeout,
    Duration idleTimeout,
    int maxConnections,
    int eventLoops,
    OriginPolicy origins,
    TrustedProxies proxies,
    Optional<SslContext> tls,
    Optional<Compression> compression,
    IoKind io) {

  public NettySettings {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("not a port: " + port);
    }
    if (maxBody < 0 || maxHeaderBytes < 64 || maxConnections < 1 || eventLoops < 1) {
      throw new IllegalArgumentException("a limit is too small");
    }
    if (requestTimeout.toMillis() < 1 || idleTimeout.toMillis() < 1) {
      throw new IllegalArgumentException("a timeout is at least a millisecond");
    }
  }

  /** How sockets are waited for. */
  public enum IoKind {
    /** The best that this machine has: epoll on Linux, NIO elsewhere. */
    BEST,
    IO_URING,
    EPOLL,
    NIO
  }

  /**
   * On this address: 1 MiB bodies, 8 KiB headers, 30 s a request, same-origin pages, an event loop
   * per core.
   */
  public static NettySettings on(String host, int port) {
    return new NettySettings(
        host,
        port,
        1 << 20,
        8 * 1024,
        Duration.ofSeconds(30),
        Duration.ofSeconds(75),
        1_000_000,
        Math.max(1, Runtime.getRuntime().availableProcessors()),
        OriginPolicy.sameOrigin(),
        TrustedProxies.none(),
        Optional.empty(),
        Optional.empty(),
        IoKind.BEST);
  }

  /** The same with another limit for the host application's request bodies. */
  public NettySettings withMaxBody(int bytes) {
    return with(draft -> draft.maxBody = bytes);
  }

  /** The same with another limit for request lines and header sections. */
  public NettySettings withMaxHeaderBytes(int bytes) {
    return with(draft -> draft.maxHeaderBytes = bytes);
  }

  /** The same with other times for a request and between two. */
  public NettySettings withTimeouts(Duration request, Duration idle) {
    return with(draft -> {
      draft.requestTimeout = request;
      draft.idleTimeout = idle;
    });
  }

  /** The same with another bound on connections. */
  public NettySettings withMaxConnections(int most) {
    return with(draft -> draft.maxConnections = most);
  }

  /** The same for pages of other origins. */
  public NettySettings withOrigins(OriginPolicy policy) {
    return with(draft -> draft.origins = policy);
  }

  /** The same behind these proxies. */
  public NettySettings withProxies(TrustedProxies trusted) {
    return with(draft -> draft.proxies = trusted);
  }

  /** The same over TLS. */
  public NettySettings withTls(SslContext context) {
    return with(draft -> draft.tls = Optional.of(context));
  }

  /** The same with WebSocket messages compressed for clients that ask for it. */
  public NettySettings withCompression(Compression how) {
    return with(draft -> draft.compression = Optional.of(how));
  }

  /** The same with so many event loops of this kind. */
  public NettySettings withEventLoops(int loops, IoKind kind) {
    return with(draft -> {
      draft.eventLoops = loops;
      draft.io = kind;
    });
  }

  private NettySettings with(Consumer<Draft> change) {
    var draft = new Draft(this);
    change.accept(draft);
    return draft.settings();
  }

  /** Settings that are being changed. */
  private static final class Draft {
    private final String host;
    private final int port;
    private int maxBody;
    private int maxHeaderBytes;
    private Duration requestTimeout;
    private Duration idleTimeout;
    private int maxConnections;
    private int eventLoops;
    private OriginPolicy origins;
    private TrustedProxies proxies;
    private Optional<SslContext> tls;
    private Optional<Compression> compression;
    private IoKind io;

    Draft(NettySettings from) {
      host = from.host;
      port = from.port;
      maxBody = from.maxBody;
      maxHeaderBytes = from.maxHeaderBytes;
      requestTimeout = from.requestTimeout;
      idleTimeout = from.idleTimeout;
      maxConnections = from.maxConnections;
      eventLoops = from.eventLoops;
      origins = from.origins;
      proxies = from.proxies;
      tls = from.tls;
      compression = from.compression;
      io = from.io;
    }

    NettySettings settings() {
      return new NettySettings(
          host,
          port,
          maxBody,
          maxHeaderBytes,
          requestTimeout,
          idleTimeout,
          maxConnections,
          eventLoops,
          origins,
          proxies,
          tls,
          compression,
          io);
    }
  }
}
