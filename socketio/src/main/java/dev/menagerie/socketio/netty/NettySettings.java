package dev.menagerie.socketio.netty;

import dev.menagerie.socketio.http.HostPolicy;
import dev.menagerie.socketio.http.OriginPolicy;
import dev.menagerie.socketio.http.TrustedProxies;
import dev.menagerie.socketio.limits.ClientBounds;
import io.netty.channel.EventLoopGroup;
import io.netty.handler.ssl.SslContext;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The port and its common settings.
 *
 * @param port 0 for any free one
 * @param maxBody the longest request body for the host application, in bytes, whatever a route
 *     allows
 * @param maxHeaderBytes the longest request line, and the longest header section
 * @param maxHeaders the most header fields of a request
 * @param timeouts of requests, responses and unfinished messages
 * @param bounds on what clients hold at once
 * @param eventLoops threads that read and write sockets
 * @param origins web pages that may call the server
 * @param hosts names under which the server may be addressed
 * @param proxies whose forwarded headers are believed
 * @param tls asked for each new connection, so that certificates can be replaced; absent: no TLS
 * @param compression of WebSocket messages, for clients that ask for it; absent: none
 * @param io the system's way to wait for sockets
 * @param sharedLoops loops that others use too, with the best kind of waiting; they are not shut
 *     down with the server. Absent: the server starts loops of its own
 */
public record NettySettings(
    String host,
    int port,
    int maxBody,
    int maxHeaderBytes,
    int maxHeaders,
    HttpTimeouts timeouts,
    ClientBounds bounds,
    int eventLoops,
    OriginPolicy origins,
    HostPolicy hosts,
    TrustedProxies proxies,
    Optional<Supplier<SslContext>> tls,
    Optional<Compression> compression,
    IoKind io,
    Optional<EventLoopGroup> sharedLoops) {

  /** Bodies of the host application, unless a route takes less. */
  private static final int USUAL_MAX_BODY = 16 * 1024;

  private static final int USUAL_MAX_HEADER_BYTES = 8 * 1024;
  private static final int USUAL_MAX_HEADERS = 100;

  public NettySettings {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("not a port: " + port);
    }
    if (maxBody < 0 || maxHeaderBytes < 64 || maxHeaders < 1 || eventLoops < 1) {
      throw new IllegalArgumentException("a limit is too small");
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
   * On this address: 16 KiB bodies, 8 KiB headers, same-origin pages, any host, an event loop per
   * core, and bounds that fit this process.
   */
  public static NettySettings on(String host, int port) {
    return new NettySettings(
        host,
        port,
        USUAL_MAX_BODY,
        USUAL_MAX_HEADER_BYTES,
        USUAL_MAX_HEADERS,
        HttpTimeouts.standard(),
        ClientBounds.ofThisProcess(),
        Math.max(1, Runtime.getRuntime().availableProcessors()),
        OriginPolicy.sameOrigin(),
        HostPolicy.any(),
        TrustedProxies.none(),
        Optional.empty(),
        Optional.empty(),
        IoKind.BEST,
        Optional.empty());
  }

  /** The same with another limit for the host application's request bodies, in bytes. */
  public NettySettings withMaxBody(int bytes) {
    return with(builder -> builder.maxBody = bytes);
  }

  /** The same with other limits for request lines and header sections. */
  public NettySettings withMaxHeaders(int bytes, int fields) {
    return with(builder -> {
      builder.maxHeaderBytes = bytes;
      builder.maxHeaders = fields;
    });
  }

  /** The same with other timeouts. */
  public NettySettings withTimeouts(HttpTimeouts chosen) {
    return with(builder -> builder.timeouts = chosen);
  }

  /** The same with one time for heads, bodies and answers, and another between requests. */
  public NettySettings withTimeouts(Duration request, Duration idle) {
    return withTimeouts(
        timeouts.withRequest(request, request).withResponse(request).withIdle(idle));
  }

  /** The same with other bounds on what clients hold at once. */
  public NettySettings withBounds(ClientBounds chosen) {
    return with(builder -> builder.bounds = chosen);
  }

  /** The same for pages of other origins. */
  public NettySettings withOrigins(OriginPolicy policy) {
    return with(builder -> builder.origins = policy);
  }

  /** The same addressed under other hosts. */
  public NettySettings withHosts(HostPolicy policy) {
    return with(builder -> builder.hosts = policy);
  }

  /** The same behind these proxies. */
  public NettySettings withProxies(TrustedProxies trusted) {
    return with(builder -> builder.proxies = trusted);
  }

  /** The same over TLS. */
  public NettySettings withTls(SslContext context) {
    return withTls(() -> context);
  }

  /** The same over TLS, with a context that may be another one for each new connection. */
  public NettySettings withTls(Supplier<SslContext> contexts) {
    return with(builder -> builder.tls = Optional.of(contexts));
  }

  /** The same with WebSocket messages compressed for clients that ask for it. */
  public NettySettings withCompression(Compression how) {
    return with(builder -> builder.compression = Optional.of(how));
  }

  /** The same settings with that many event loops of this kind. */
  public NettySettings withEventLoops(int loops, IoKind kind) {
    return with(builder -> {
      builder.eventLoops = loops;
      builder.io = kind;
      builder.sharedLoops = Optional.empty();
    });
  }

  /** The same on loops that others use too, such as {@link EventLoops#ofProcess}. */
  public NettySettings withSharedLoops(EventLoopGroup loops) {
    return with(builder -> {
      builder.io = IoKind.BEST;
      builder.sharedLoops = Optional.of(loops);
    });
  }

  private NettySettings with(Consumer<Builder> change) {
    var builder = new Builder(this);
    change.accept(builder);
    return builder.settings();
  }

  /** Settings that are being changed. */
  private static final class Builder {
    private final NettySettings from;
    private int maxBody;
    private int maxHeaderBytes;
    private int maxHeaders;
    private HttpTimeouts timeouts;
    private ClientBounds bounds;
    private int eventLoops;
    private OriginPolicy origins;
    private HostPolicy hosts;
    private TrustedProxies proxies;
    private Optional<Supplier<SslContext>> tls;
    private Optional<Compression> compression;
    private IoKind io;
    private Optional<EventLoopGroup> sharedLoops;

    Builder(NettySettings from) {
      this.from = from;
      maxBody = from.maxBody;
      maxHeaderBytes = from.maxHeaderBytes;
      maxHeaders = from.maxHeaders;
      timeouts = from.timeouts;
      bounds = from.bounds;
      eventLoops = from.eventLoops;
      origins = from.origins;
      hosts = from.hosts;
      proxies = from.proxies;
      tls = from.tls;
      compression = from.compression;
      io = from.io;
      sharedLoops = from.sharedLoops;
    }

    NettySettings settings() {
      return new NettySettings(
          from.host,
          from.port,
          maxBody,
          maxHeaderBytes,
          maxHeaders,
          timeouts,
          bounds,
          eventLoops,
          origins,
          hosts,
          proxies,
          tls,
          compression,
          io,
          sharedLoops);
    }
  }
}
