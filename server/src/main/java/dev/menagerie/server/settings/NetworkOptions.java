package dev.menagerie.server.settings;

import dev.menagerie.socketio.http.Origin;
import dev.menagerie.socketio.http.OriginPolicy;
import dev.menagerie.socketio.http.TrustedProxies;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of the port: which clients may reach it, how, and how much of it they may use. */
public final class NetworkOptions {
  /** An origin, optionally with the path of a proxy; without a slash at its end. */
  private static final Pattern PUBLIC_URL =
      Pattern.compile("([^/]+//[^/?#]+)((?:/[^/?#\\s\"<>]+)*)");

  @Option(
      names = "--public-url",
      paramLabel = "URL",
      description =
          "Where players reach the server, with the path if a proxy serves it below one (the proxy"
              + " removes the path); then only this host is served. Default: http://HOST:PORT, and"
              + " only loopback names and literal addresses are served")
  public @Nullable String publicUrl;

  @Option(
      names = "--allowed-hosts",
      split = ",",
      paramLabel = "HOST",
      description = "More hosts under which the server is addressed, such as a health check's")
  public List<String> allowedHosts = List.of();

  @Option(
      names = "--allowed-origins",
      split = ",",
      paramLabel = "ORIGIN",
      description =
          "Pages that may talk to the server, such as https://play.example.org, and apps, such as"
              + " capacitor://localhost, or null for pages of files. Default: only its own")
  public List<String> allowedOrigins = List.of();

  @Option(
      names = "--embed-origins",
      split = ",",
      paramLabel = "ORIGIN",
      description =
          "Pages that may show replays in a frame, such as https://blog.example.org, or * for all."
              + " Default: none")
  public List<String> embedOrigins = List.of();

  @Option(
      names = "--trusted-proxies",
      split = ",",
      paramLabel = "NETWORK",
      description =
          "Proxies whose X-Forwarded-For, -Proto and -Host are believed, such as 10.0.0.0/8")
  public List<String> trustedProxies = List.of();

  @Option(
      names = "--tls-cert",
      paramLabel = "FILE",
      description = "Certificate chain as PEM: serves HTTPS. Read again when it changes")
  @Nullable Path tlsCert;

  @Option(
      names = "--tls-key",
      paramLabel = "FILE",
      description = "Private key of the certificate as PEM (PKCS #8)")
  @Nullable Path tlsKey;

  @Option(
      names = "--socket-compression",
      negatable = true,
      defaultValue = "false",
      fallbackValue = "true",
      description =
          "Whether sockets that ask for it are sent compressed messages (permessage-deflate):"
              + " fewer bytes for more processor time. Default: false")
  public boolean socketCompression;

  @Option(
      names = "--max-connections",
      paramLabel = "N",
      description =
          "Open connections. Default: what `ulimit -n` and the heap allow, less a reserve")
  @Nullable Integer maxConnections;

  @Option(
      names = "--max-connections-per-address",
      paramLabel = "N",
      description =
          "Open connections, and as many sessions, of one address (IPv6: one /64). Connections of a"
              + " trusted proxy are not limited. Default: 1024, or half of all")
  public @Nullable Integer maxConnectionsPerAddress;

  @Option(
      names = "--max-unread-bytes",
      paramLabel = "BYTES",
      description =
          "Received and not handled, of all connections; more is refused as busy. One address has"
              + " a quarter. Default: an eighth of the heap")
  @Nullable Long maxUnreadBytes;

  @Option(
      names = "--max-body-bytes",
      paramLabel = "BYTES",
      defaultValue = "16384",
      description = "The longest body of a request. Default: ${DEFAULT-VALUE}")
  public int maxBodyBytes = 16_384;

  @Option(
      names = "--max-header-bytes",
      paramLabel = "BYTES",
      defaultValue = "8192",
      description = "The longest request line and the longest headers. Default: ${DEFAULT-VALUE}")
  public int maxHeaderBytes = 8_192;

  @Option(
      names = "--max-headers",
      paramLabel = "N",
      defaultValue = "100",
      description = "Header fields of a request. Default: ${DEFAULT-VALUE}")
  public int maxHeaders = 100;

  @Option(
      names = "--header-seconds",
      paramLabel = "S",
      defaultValue = "10",
      description = "How long headers, or a socket message, may take. Default: ${DEFAULT-VALUE}")
  public int headerSeconds = 10;

  @Option(
      names = "--body-seconds",
      paramLabel = "S",
      defaultValue = "15",
      description = "How long a body may take to arrive. Default: ${DEFAULT-VALUE}")
  public int bodySeconds = 15;

  @Option(
      names = "--connect-seconds",
      paramLabel = "S",
      defaultValue = "15",
      description = "How long a socket may stay without signing in. Default: ${DEFAULT-VALUE}")
  public int connectSeconds = 15;

  @Option(
      names = "--packets-per-second",
      paramLabel = "N",
      defaultValue = "2000",
      description =
          "Packets of any kind that one socket may send, unknown events and fragments included;"
              + " twice as many at once. More closes it. Default: ${DEFAULT-VALUE}")
  public int packetsPerSecond = 2_000;

  @Option(
      names = "--socket-bytes-per-second",
      paramLabel = "BYTES",
      defaultValue = "2097152",
      description =
          "Bytes that one socket may send, after decompression; twice as many at once. More closes"
              + " it. Default: ${DEFAULT-VALUE}")
  public int socketBytesPerSecond = 2 << 20;

  @Option(
      names = "--max-inflate-ratio",
      paramLabel = "N",
      defaultValue = "100",
      description =
          "How many times its size a compressed message may inflate to. Default: ${DEFAULT-VALUE}")
  public int maxInflateRatio = 100;

  /** Whether the server speaks TLS itself. */
  public boolean isSecure() {
    return tlsCert != null;
  }

  /** The file of the server's own certificate, if it speaks TLS itself. */
  public Optional<Path> certificate() {
    return Optional.ofNullable(tlsCert);
  }

  /** Where players reach the server, if that was given. */
  public Optional<Origin> publicOrigin() {
    return Optional.ofNullable(publicUrl)
        .map(PUBLIC_URL::matcher)
        .filter(Matcher::matches)
        .flatMap(parts -> Origin.parse(parts.group(1)));
  }

  /** Adds what cannot be used, one line each. */
  public void check(SettingProblems found) {
    found.unless(
        publicUrl == null || publicOrigin().isPresent(),
        "--public-url must be an address such as https://play.example.org or"
            + " https://example.org/menagerie");
    for (var origin : allowedOrigins) {
      found.unless(
          OriginPolicy.isOrigin(origin),
          "--allowed-origins takes origins such as https://play.example.org or"
              + " capacitor://localhost, and null, not "
              + origin);
    }
    for (var origin : embedOrigins) {
      found.unless(
          origin.equals("*") || Origin.parse(origin).isPresent(),
          "--embed-origins takes origins such as https://blog.example.org, or *, not " + origin);
    }
    for (var host : allowedHosts) {
      found.unless(
          Origin.parse("http://" + host).isPresent(),
          "--allowed-hosts takes hosts such as play.internal or play.internal:8080");
    }
    found.unless((tlsCert == null) == (tlsKey == null), "--tls-cert and --tls-key go together");
    atLeast(found, 1, maxConnections, "--max-connections");
    atLeast(found, 1, maxConnectionsPerAddress, "--max-connections-per-address");
    atLeast(found, 65_536, maxUnreadBytes, "--max-unread-bytes");
    atLeast(found, 1, maxBodyBytes, "--max-body-bytes");
    atLeast(found, 1_024, maxHeaderBytes, "--max-header-bytes");
    atLeast(found, 16, maxHeaders, "--max-headers");
    atLeast(found, 1, headerSeconds, "--header-seconds");
    atLeast(found, 1, bodySeconds, "--body-seconds");
    atLeast(found, 1, connectSeconds, "--connect-seconds");
    atLeast(found, 1, packetsPerSecond, "--packets-per-second");
    atLeast(found, 1_024, socketBytesPerSecond, "--socket-bytes-per-second");
    atLeast(found, 1, maxInflateRatio, "--max-inflate-ratio");
    found.ifRefused(this::proxies, "");
  }

  /** The proxies whose forwarded headers are believed. */
  public TrustedProxies proxies() {
    try {
      return TrustedProxies.of(trustedProxies);
    } catch (IllegalArgumentException neither) {
      throw CommandFailure.badUse(
          "--trusted-proxies takes addresses and networks such as 10.0.0.0/8; "
              + neither.getMessage());
    }
  }

  private static void atLeast(
      SettingProblems found, long least, @Nullable Number value, String option) {
    found.unless(
        value == null || value.longValue() >= least, option + " must be at least " + least);
  }
}
