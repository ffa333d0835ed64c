package dev.menagerie.socketio.netty;

import dev.menagerie.socketio.http.HttpResponse;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;

/** Builds HTTP answers. All of them forbid content sniffing. */
final class HttpResponses {
  private static final String CONTENT_TYPE_OPTIONS = "X-Content-Type-Options";
  private static final String NO_SNIFF = "nosniff";

  private HttpResponses() {}

  static FullHttpResponse json(int status, byte[] body) {
    return of(status, "application/json", body);
  }

  static FullHttpResponse plain(int status) {
    HttpResponseStatus line = HttpResponseStatus.valueOf(status);
    return of(
        status,
        "text/plain; charset=utf-8",
        (line.reasonPhrase() + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** A response of the host application. */
  static FullHttpResponse of(HttpResponse own) {
    FullHttpResponse response = empty(own.status()).replace(Unpooled.wrappedBuffer(own.body()));
    own.headers()
        .forEach((name, value) -> {
          if (!name.equalsIgnoreCase(CONTENT_TYPE_OPTIONS)) {
            response.headers().add(name, value);
          }
        });
    return response;
  }

  static FullHttpResponse of(int status, String contentType, byte[] body) {
    var response = empty(status);
    var full = response.replace(Unpooled.wrappedBuffer(body));
    full.headers().set(HttpHeaderNames.CONTENT_TYPE, contentType);
    return full;
  }

  static FullHttpResponse empty(int status) {
    var response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status), Unpooled.EMPTY_BUFFER);
    response.headers().set(CONTENT_TYPE_OPTIONS, NO_SNIFF);
    return response;
  }
}
