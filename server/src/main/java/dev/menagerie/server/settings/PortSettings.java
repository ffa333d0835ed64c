package dev.menagerie.server.settings;

import dev.menagerie.socketio.SocketIoSettings;
import dev.menagerie.socketio.engineio.EngineSettings;
import dev.menagerie.socketio.engineio.SessionLimits;
import dev.menagerie.socketio.http.HostPolicy;
import dev.menagerie.socketio.http.OriginPolicy;
import dev.menagerie.socketio.limits.ClientBounds;
import dev.menagerie.socketio.netty.Compression;
import dev.menagerie.socketio.netty.EventLoops;
import dev.menagerie.socketio.netty.HttpTimeouts;
import dev.menagerie.socketio.netty.NettySettings;
import dev.menagerie.socketio.netty.TlsFiles;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;

/** The settings of the Socket.IO server that the options of the port result in. */
public record PortSettings(NetworkOptions options) {
  /** Every legal message fits many times; also what polling may send at once. */
  private static final int MAX_PAYLOAD = 64 * 1024;

  /** Large enough for a token and a rejoin request. */
  private static final int MAX_CONNECT_BYTES = 8 * 1024;

  /** Bytes queued for one client; the game closes slow clients at a quarter of it. */
  private static final long MAX_PENDING_BYTES = 4L << 20;

  /**
   * Settings of the port.
   *
   * @param tls the certificate, if the server speaks TLS itself
   */
  public NettySettings netty(String host, int port, Optional<TlsFiles> tls) {
    var settings =
        NettySettings.on(host, port)
            .withSharedLoops(EventLoops.ofProcess())
            .withOrigins(origins())
            .withHosts(hosts())
            .withProxies(options.proxies())
            .withMaxBody(options.maxBodyBytes)
            .withMaxHeaders(options.maxHeaderBytes, options.maxHeaders)
            .withTimeouts(timeouts())
            .withBounds(bounds());
    if (options.socketCompression) {
      var usual = Compression.standard();
      settings =
          settings.withCompression(
              new Compression(usual.level(), usual.historyBytes(), options.maxInflateRatio));
    }
    return tls.isPresent() ? settings.withTls(tls.get()) : settings;
  }

  /** The certificate and key that were given, if they were. */
  public Optional<TlsFiles> tls() {
    if (options.tlsCert == null || options.tlsKey == null) return Optional.empty();
    try {
      return Optional.of(TlsFiles.read(options.tlsCert, options.tlsKey));
    } catch (IOException unusable) {
      throw CommandFailure.badUse("--tls-cert, --tls-key: " + unusable.getMessage());
    }
  }

  /** Settings of each socket. */
  public EngineSettings engine() {
    int packets = options.packetsPerSecond;
    long bytes = options.socketBytesPerSecond;
    return EngineSettings.at("/socket.io/")
        .withMaxPayload(MAX_PAYLOAD)
        .withMaxSessions(twice(bounds().maxConnections()))
        .withLimits(
            SessionLimits.generous()
                .withRate(packets, twice(packets))
                .withByteRate(bytes, 2 * bytes)
                .withMaxPendingBytes(MAX_PENDING_BYTES));
  }

  /** Settings of the protocol above. */
  public SocketIoSettings socketIo() {
    return SocketIoSettings.standard()
        .withConnectTimeout(Duration.ofSeconds(options.connectSeconds))
        .withMaxConnectBytes(MAX_CONNECT_BYTES)
        .withAttachmentBounds(MAX_CONNECT_BYTES, Duration.ofSeconds(options.headerSeconds));
  }

  /** Pages that may talk to the server. */
  public OriginPolicy origins() {
    var allowed = new HashSet<>(options.allowedOrigins);
    options.publicOrigin().ifPresent(origin -> allowed.add(origin.toString()));
    return allowed.isEmpty() ? OriginPolicy.sameOrigin() : OriginPolicy.allowing(allowed);
  }

  /** Hosts under which the server may be addressed. */
  HostPolicy hosts() {
    var hosts = new HashSet<>(options.allowedHosts);
    if (options.publicUrl == null) return HostPolicy.localAnd(hosts);
    hosts.add(URI.create(options.publicUrl).getAuthority());
    return HostPolicy.only(hosts);
  }

  private ClientBounds bounds() {
    var bounds = ClientBounds.ofThisProcess();
    if (options.maxConnections != null) bounds = bounds.withMaxConnections(options.maxConnections);
    if (options.maxConnectionsPerAddress != null) {
      int most = options.maxConnectionsPerAddress;
      bounds = bounds.withMaxPerAddress(most, most);
    }
    if (options.maxUnreadBytes != null) {
      long bytes = options.maxUnreadBytes;
      bounds = bounds.withMaxHeldBytes(bytes, Math.max(1, bytes / 4));
    }
    return bounds;
  }

  private HttpTimeouts timeouts() {
    var head = Duration.ofSeconds(options.headerSeconds);
    return HttpTimeouts.standard()
        .withRequest(head, Duration.ofSeconds(options.bodySeconds))
        .withMessage(head);
  }

  private static int twice(int number) {
    return (int) Math.min(Integer.MAX_VALUE, 2L * number);
  }
}
