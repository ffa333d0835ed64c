package dev.menagerie.socketio.netty;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;

/** The few kinds of HTTP answers that the edge writes itself. */
final class Reply {
  private Reply() {}

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

  static FullHttpResponse of(int status, String contentType, byte[] body) {
    var response = empty(status);
    var full = response.replace(Unpooled.wrappedBuffer(body));
    full.headers().set(HttpHeaderNames.CONTENT_TYPE, contentType);
    return full;
  }

  static FullHttpResponse empty(int status) {
    return new DefaultFullHttpResponse(
        HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status), Unpooled.EMPTY_BUFFER);
  }
}
