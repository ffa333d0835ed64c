package dev.menagerie.clients.load;

import dev.menagerie.codec.Json;
import dev.menagerie.codec.Limits;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketVersion;
import io.netty.handler.codec.http.websocketx.extensions.WebSocketClientExtensionHandler;
import io.netty.handler.codec.http.websocketx.extensions.compression.PerMessageDeflateClientExtensionHandshaker;
import io.netty.handler.ssl.SslContext;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A Socket.IO connection over WebSocket with low overhead, so that the client is not the measured
 * load. It runs on one event loop, as do its listener's methods and all calls.
 */
// Failures here show when the channel closes.
@SuppressWarnings("FutureReturnValueIgnored")
final class SocketClient {
  private static final String NAMESPACE = "/game,";
  private static final int LONGEST_MESSAGE = 1 << 20;
  private static final int LONGEST_HANDSHAKE = 1 << 16;
  private static final int LEVEL = 1;
  private static final int WIDEST_WINDOW = 15;

  private final URI origin;
  private final boolean compressed;
  private final Optional<SslContext> tls;
  private final String token;
  private final Listener listener;
  private final Map<Integer, Consumer<JsonNode>> acknowledgements = new HashMap<>();
  private @Nullable Channel channel;
  private int lastAcknowledgement;
  private boolean closing;

  /** Receives the events of a connection. */
  interface Listener {
    /** The namespace is open. */
    void connected();

    void event(String name, JsonNode message);

    /** A packet of this many bytes arrived, without the frame's header; its content follows. */
    void received(int bytes);

    /** It is over; {@code why} is a word for the tally. */
    void closed(String why);
  }

  SocketClient(LoadPlan plan, Optional<SslContext> tls, String token, Listener listener) {
    this.origin = plan.origin();
    this.compressed = plan.compressed();
    this.tls = tls;
    this.token = token;
    this.listener = listener;
  }

  /** Opens it; the listener hears how that went. */
  void connect(EventLoop loop) {
    int port = origin.getPort() >= 0 ? origin.getPort() : tls.isPresent() ? 443 : 80;
    new Bootstrap()
        .group(loop)
        .channel(NioSocketChannel.class)
        .option(ChannelOption.TCP_NODELAY, true)
        .handler(new Pipeline(port))
        .connect(origin.getHost(), port)
        .addListener(done -> {
          if (!done.isSuccess()) over("connection refused");
        });
  }

  /** Sends an event; the reply comes on the loop, or never if the connection goes first. */
  void emit(String event, Object message, Consumer<JsonNode> reply) {
    int id = ++lastAcknowledgement;
    acknowledgements.put(id, reply);
    write("42" + NAMESPACE + id + "[\"" + event + "\"," + Json.text(message) + "]");
  }

  void close() {
    closing = true;
    if (channel != null) channel.close();
  }

  private void write(String packet) {
    if (channel != null) {
      channel.writeAndFlush(new TextWebSocketFrame(packet), channel.voidPromise());
    }
  }

  private void over(String why) {
    acknowledgements.clear();
    if (!closing) listener.closed(why);
    closing = true;
  }

  private void received(String text) {
    switch (text.charAt(0)) {
      case '0' -> write("40" + NAMESPACE + Json.text(Map.of("token", token)));
      case '2' -> write("3");
      case '4' -> packet(text);
      default -> {} // noop and types of later protocols
    }
  }

  private void packet(String text) {
    int start = 2 + NAMESPACE.length();
    switch (text.charAt(1)) {
      case '0' -> listener.connected();
      case '1' -> closed("disconnected");
      case '2' -> {
        var event = tree(text.substring(text.indexOf('[')));
        listener.event(event.get(0).stringValue(), event.get(1));
      }
      case '3' -> {
        int open = text.indexOf('[');
        var reply = acknowledgements.remove(Integer.parseInt(text, start, open, 10));
        if (reply != null) reply.accept(tree(text.substring(open)).get(0));
      }
      case '4' -> closed("refused: " + tree(text.substring(start)).at("/data/code").asString(""));
      default -> {} // binary is not spoken here
    }
  }

  private void closed(String why) {
    over(why);
    close();
  }

  private static JsonNode tree(String json) {
    return Json.tree(json.getBytes(StandardCharsets.UTF_8), Limits.DOCUMENT);
  }

  private final class Pipeline extends ChannelInitializer<SocketChannel> {
    private final int port;

    Pipeline(int port) {
      this.port = port;
    }

    @Override
    protected void initChannel(SocketChannel socket) {
      channel = socket;
      tls.ifPresent(context ->
          socket.pipeline().addLast(context.newHandler(socket.alloc(), origin.getHost(), port)));
      socket
          .pipeline()
          .addLast(
              new HttpClientCodec(), new HttpObjectAggregator(LONGEST_HANDSHAKE), new Counting());
      if (compressed) {
        socket.pipeline().addLast(new WebSocketClientExtensionHandler(deflate()));
      }
      socket.pipeline().addLast(new WebSocketClientProtocolHandler(webSocket()), new Frames());
    }

    /**
     * Offers what browsers offer, and allows the server to require that every message is compressed
     * on its own.
     */
    private static PerMessageDeflateClientExtensionHandshaker deflate() {
      return new PerMessageDeflateClientExtensionHandshaker(
          LEVEL, false, WIDEST_WINDOW, true, false, LONGEST_MESSAGE);
    }

    private WebSocketClientProtocolConfig webSocket() {
      var scheme = tls.isPresent() ? "wss" : "ws";
      return WebSocketClientProtocolConfig.newBuilder()
          .webSocketUri(
              scheme + "://" + origin.getAuthority() + "/socket.io/?EIO=4&transport=websocket")
          .version(WebSocketVersion.V13)
          .maxFramePayloadLength(LONGEST_MESSAGE)
          .allowExtensions(compressed)
          .build();
    }
  }

  /** Before anything is inflated. */
  private final class Counting extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      if (message instanceof TextWebSocketFrame frame) {
        listener.received(frame.content().readableBytes());
      }
      context.fireChannelRead(message);
    }
  }

  private final class Frames extends SimpleChannelInboundHandler<TextWebSocketFrame> {
    @Override
    protected void channelRead0(ChannelHandlerContext context, TextWebSocketFrame frame) {
      received(frame.text());
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
      over("connection lost");
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      over("connection failed: " + cause.getClass().getSimpleName());
      context.close();
    }
  }
}
