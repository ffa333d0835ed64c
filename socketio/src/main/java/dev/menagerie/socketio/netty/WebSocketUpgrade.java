package dev.menagerie.socketio.netty;

import dev.menagerie.socketio.http.Headers;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpServerCodec;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** The opening handshake of RFC 6455: from an HTTP request to a connection of frames. */
final class WebSocketUpgrade {
  private static final String ACCEPT_SUFFIX = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final int KEY_BYTES = 16;

  private WebSocketUpgrade() {}

  /** Whether the client wants to leave HTTP for WebSocket. */
  static boolean isAsked(Headers headers) {
    return headers.first("Upgrade").filter("websocket"::equalsIgnoreCase).isPresent()
        && headers.all("Connection").stream()
            .flatMap(value -> Arrays.stream(value.split(",", -1)))
            .anyMatch(token -> token.strip().equalsIgnoreCase("upgrade"));
  }

  /** The response that accepts, if the client speaks the version we know. */
  static Optional<FullHttpResponse> accept(HttpRequest request) {
    String key = request.headers().get(HttpHeaderNames.SEC_WEBSOCKET_KEY, "");
    if (!"13".equals(request.headers().get(HttpHeaderNames.SEC_WEBSOCKET_VERSION)) || !isKey(key)) {
      return Optional.empty();
    }
    FullHttpResponse response = HttpResponses.empty(101);
    response
        .headers()
        .set(HttpHeaderNames.UPGRADE, "websocket")
        .set(HttpHeaderNames.CONNECTION, "Upgrade")
        .set(HttpHeaderNames.SEC_WEBSOCKET_ACCEPT, acceptance(key));
    return Optional.of(response);
  }

  /** The response that names the supported version. */
  static FullHttpResponse wrongVersion() {
    FullHttpResponse response = HttpResponses.plain(426);
    response.headers().set(HttpHeaderNames.SEC_WEBSOCKET_VERSION, "13");
    return response;
  }

  /** Accepts, and leaves the connection to the transport. */
  static void switchTo(
      ChannelHandlerContext ctx, WebSocketTransport transport, FullHttpResponse accepted) {
    var _ = ctx.writeAndFlush(accepted, ctx.voidPromise());
    ChannelPipeline pipeline = ctx.pipeline();
    pipeline.addLast(transport);
    pipeline.remove(HeadMeter.class);
    pipeline.remove(HttpConnection.class);
    pipeline.remove(HttpServerCodec.class);
  }

  private static boolean isKey(String key) {
    try {
      return Base64.getDecoder().decode(key.strip()).length == KEY_BYTES;
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }

  private static String acceptance(String key) {
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      byte[] digest =
          sha1.digest((key.strip() + ACCEPT_SUFFIX).getBytes(StandardCharsets.US_ASCII));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-1", missing);
    }
  }
}
