package dev.menagerie.bench.socketio;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.uring.IoUringIoHandler;
import io.netty.channel.uring.IoUringServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import java.io.IOException;
import java.net.InetSocketAddress;

/**
 * Netty alone: every text frame goes back as it came. The least that a WebSocket server on Netty
 * can do.
 */
@SuppressWarnings("FutureReturnValueIgnored") // an echo waits for nothing
final class RawEchoServer {
  private static final int LOOPS = Integer.getInteger("bench.loops", 2);
  private static final int MAX_BYTES = 65_536;

  private RawEchoServer() {}

  public static void main(String[] arguments) throws IOException {
    boolean uring = System.getProperty("bench.io", "").equals("IO_URING");
    var loops =
        new MultiThreadIoEventLoopGroup(
            LOOPS, uring ? IoUringIoHandler.newFactory() : EpollIoHandler.newFactory());
    var config =
        WebSocketServerProtocolConfig.newBuilder().websocketPath("/").checkStartsWith(true).build();
    Channel listening =
        new ServerBootstrap()
            .group(loops)
            .channel(uring ? IoUringServerSocketChannel.class : EpollServerSocketChannel.class)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(
                new ChannelInitializer<>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    channel
                        .pipeline()
                        .addLast(new HttpServerCodec())
                        .addLast(new HttpObjectAggregator(MAX_BYTES))
                        .addLast(new WebSocketServerProtocolHandler(config))
                        .addLast(new Echo());
                  }
                })
            .bind("127.0.0.1", 0)
            .syncUninterruptibly()
            .channel();
    System.out.println(((InetSocketAddress) listening.localAddress()).getPort());
    EchoServer.Console.answer();
    System.exit(0);
  }

  private static final class Echo extends SimpleChannelInboundHandler<TextWebSocketFrame> {
    @Override
    protected void channelRead0(ChannelHandlerContext ctx, TextWebSocketFrame frame) {
      var _ = ctx.write(new TextWebSocketFrame(frame.content().retain()), ctx.voidPromise());
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable failure) {
      var _ = ctx.close(); // the load went away
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
      ctx.flush();
    }
  }
}
