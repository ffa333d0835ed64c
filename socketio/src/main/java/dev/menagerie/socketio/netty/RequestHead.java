package dev.menagerie.socketio.netty;

import dev.menagerie.socketio.http.Headers;
import dev.menagerie.socketio.http.HttpProblem;
import dev.menagerie.socketio.http.Query;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The head of a request that is well-formed HTTP and meant for this server.
 *
 * @param path as sent, not percent-decoded
 * @param headers with {@code Host} as the client asked for it
 * @param peer the address at the other end of the connection
 * @param clientAddress the client's address as the trusted proxies forward it
 */
record RequestHead(
    String method,
    String path,
    Query query,
    Headers headers,
    String peer,
    String clientAddress,
    boolean secure) {

  /** A head, or why there is none. */
  sealed interface Outcome {
    record Good(RequestHead head) implements Outcome {}

    record Bad(HttpProblem problem) implements Outcome {}
  }

  /** Checks a head by RFC 9112 and by the hosts that are served. */
  static Outcome of(HttpRequest request, Channel channel, NettySettings settings) {
    if (request.decoderResult().isFailure()) {
      return new Outcome.Bad(problem(request.decoderResult().cause()));
    }
    var version = request.protocolVersion();
    if (!version.equals(HttpVersion.HTTP_1_1) && !version.equals(HttpVersion.HTTP_1_0)) {
      return new Outcome.Bad(HttpProblem.VERSION_UNKNOWN);
    }
    if (request.headers().size() > settings.maxHeaders()) {
      return new Outcome.Bad(HttpProblem.HEADERS_TOO_LARGE);
    }
    if (!codings(request).isEmpty() && !codings(request).equals(List.of("chunked"))) {
      return new Outcome.Bad(HttpProblem.CODING_UNKNOWN);
    }
    String method = request.method().name();
    var target = RequestTarget.parse(method, request.uri());
    if (target.isEmpty() || !isFramedWell(request) || !namesOneHost(request)) {
      return new Outcome.Bad(HttpProblem.MALFORMED);
    }
    Headers sent = headers(request);
    String peer = peer(channel);
    var host = target.get().authority().or(() -> settings.proxies().host(peer, sent));
    if (host.isPresent() && !settings.hosts().serves(host.get())) {
      return new Outcome.Bad(HttpProblem.MISDIRECTED);
    }
    Headers headers =
        host.equals(sent.first("Host")) ? sent : sent.replacing("Host", host.orElseThrow());
    return new Outcome.Good(
        new RequestHead(
            method,
            target.get().path(),
            target.get().query(),
            headers,
            peer,
            settings.proxies().clientAddress(peer, sent),
            settings.tls().isPresent() || settings.proxies().saysSecure(peer, sent)));
  }

  static HttpProblem problem(Throwable failure) {
    if (failure instanceof TooLongHttpLineException) {
      return HttpProblem.TARGET_TOO_LONG;
    }
    return failure instanceof TooLongHttpHeaderException
        ? HttpProblem.HEADERS_TOO_LARGE
        : HttpProblem.MALFORMED;
  }

  private static List<String> codings(HttpRequest request) {
    var codings = new ArrayList<String>();
    for (String line : request.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING)) {
      for (String coding : line.split(",", -1)) {
        codings.add(coding.strip().toLowerCase(Locale.ROOT));
      }
    }
    return codings;
  }

  /** Whether the body's end is defined exactly once, in a way that the version of HTTP knows. */
  private static boolean isFramedWell(HttpRequest request) {
    boolean chunked = HttpUtil.isTransferEncodingChunked(request);
    boolean offersChunked =
        request.headers().getAll(HttpHeaderNames.TE).stream()
            .flatMap(line -> Arrays.stream(line.split(",", -1)))
            .anyMatch(coding -> coding.strip().toLowerCase(Locale.ROOT).startsWith("chunked"));
    return !offersChunked
        && !(chunked && request.headers().contains(HttpHeaderNames.CONTENT_LENGTH))
        && !(chunked && request.protocolVersion().equals(HttpVersion.HTTP_1_0));
  }

  /** RFC 9112, section 3.2: an HTTP/1.1 request has exactly one {@code Host}. */
  private static boolean namesOneHost(HttpRequest request) {
    int hosts = request.headers().getAll(HttpHeaderNames.HOST).size();
    return hosts == 1 || (hosts == 0 && !request.protocolVersion().equals(HttpVersion.HTTP_1_1));
  }

  private static String peer(Channel channel) {
    return channel.remoteAddress() instanceof InetSocketAddress address
        ? address.getAddress().getHostAddress()
        : "unknown";
  }

  private static Headers headers(HttpRequest request) {
    var pairs = new ArrayList<String>(2 * request.headers().size());
    for (Map.Entry<String, String> field : request.headers()) {
      pairs.add(field.getKey());
      pairs.add(field.getValue());
    }
    return Headers.of(pairs.toArray(String[]::new));
  }

  /** As the host application sees it, without a body. */
  dev.menagerie.socketio.http.HttpRequest forHost() {
    return new dev.menagerie.socketio.http.HttpRequest(
        method, path, query, headers, new byte[0], clientAddress, secure);
  }

  /** Whether a body follows. */
  boolean announcesBody() {
    return forHost().announcesBody();
  }

  /** About what its strings cost in heap, in bytes. */
  long cost() {
    long[] cost = {2L * path.length()};
    headers.forEach((name, value) -> cost[0] += HeadMeter.cost(name.length() + value.length(), 1));
    return cost[0];
  }
}
