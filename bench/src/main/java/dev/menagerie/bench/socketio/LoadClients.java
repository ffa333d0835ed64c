package dev.menagerie.bench.socketio;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.uring.IoUring;
import io.netty.channel.uring.IoUringIoHandler;
import io.netty.channel.uring.IoUringSocketChannel;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Many WebSocket clients on one event loop, at low cost: outgoing messages are encoded once,
 * incoming ones are parsed only as far as the load needs.
 */
// Void promises have nothing to wait for, a loopback address is one address, and the request is one
// line after another.
@SuppressWarnings({"FutureReturnValueIgnored", "AddressSelection", "StringConcatToTextBlock"})
final class LoadClients implements AutoCloseable {
  private static final int CONNECT_SECONDS = 60;

  /** How many clients may be on their way in at once: fewer than any server's backlog. */
  private static final int CONNECTING = 64;

  /** Clients per source address: fewer than there are ports. */
  private static final int PER_ADDRESS = 20_000;

  /** With io_uring the load costs less, so that the server is measured. */
  private static final boolean URING = IoUring.isAvailable();

  private final MultiThreadIoEventLoopGroup loop =
      new MultiThreadIoEventLoopGroup(
          1, URING ? IoUringIoHandler.newFactory() : EpollIoHandler.newFactory());
  private final List<Client> clients = new ArrayList<>();
  private final AtomicLong received = new AtomicLong();

  /** Handles a message of the application; set before the load starts. */
  private volatile BiConsumer<Client, ByteBuf> onMessage = (client, message) -> {};

  /** How far a client speaks the protocol before the load starts. */
  enum Speech {
    WEBSOCKET,
    SOCKET_IO
  }

  /** Opens this many connections and waits until all are ready. */
  void connect(int count, int port, Speech speech) throws InterruptedException {
    for (int done = 0; done < count; done += CONNECTING) {
      int now = Math.min(CONNECTING, count - done);
      var ready = new CountDownLatch(now);
      for (int i = 0; i < now; i++) {
        var client = new Client(speech, ready);
        String source = "127.0.0." + (2 + clients.size() / PER_ADDRESS);
        new Bootstrap()
            .group(loop)
            .channel(URING ? IoUringSocketChannel.class : EpollSocketChannel.class)
            .option(ChannelOption.TCP_NODELAY, true)
            .handler(
                new ChannelInitializer<>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    channel.pipeline().addLast(client);
                  }
                })
            .connect(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                new InetSocketAddress(InetAddress.ofLiteral(source), 0))
            .syncUninterruptibly();
        clients.add(client);
      }
      if (!ready.await(CONNECT_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("not all clients came in");
      }
    }
  }

  List<Client> all() {
    return clients;
  }

  void onMessage(BiConsumer<Client, ByteBuf> action) {
    onMessage = action;
  }

  /** Messages of the application that came, over all clients. */
  long received() {
    return received.get();
  }

  @Override
  public void close() {
    loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
  }

  /** The masked frame of a text; masked with zeros, which is as good as any mask to a server. */
  static ByteBuf frame(String text) {
    byte[] payload = text.getBytes(StandardCharsets.UTF_8);
    ByteBuf frame = Unpooled.directBuffer(payload.length + 8);
    frame.writeByte(0x81);
    if (payload.length < 126) {
      frame.writeByte(0x80 | payload.length);
    } else {
      frame.writeByte(0x80 | 126).writeShort(payload.length);
    }
    return Unpooled.unreleasableBuffer(frame.writeInt(0).writeBytes(payload).asReadOnly());
  }

  /** One connection. */
  final class Client extends ChannelInboundHandlerAdapter {
    private static final String REQUEST =
        """
        GET /socket.io/?EIO=4&transport=websocket HTTP/1.1
        Host: 127.0.0.1
        Upgrade: websocket
        Connection: Upgrade
        Sec-WebSocket-Version: 13
        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==

        """
            .replace("\n", "\r\n");
    private static final ByteBuf CONNECT = frame("40");
    private static final ByteBuf PONG = frame("3");

    private final Speech speech;
    private final CountDownLatch ready;
    private @Nullable ByteBuf unread;
    private @Nullable ChannelHandlerContext context;
    private boolean upgraded;
    private boolean joined;
    private long sentAt;

    Client(Speech speech, CountDownLatch ready) {
      this.speech = speech;
      this.ready = ready;
    }

    /** Sends a frame made by {@link #frame}. */
    void send(ByteBuf frame) {
      ChannelHandlerContext to = context;
      if (to == null) {
        throw new IllegalStateException("not connected");
      }
      sentAt = System.nanoTime();
      var _ = to.writeAndFlush(frame.duplicate(), to.voidPromise());
    }

    /** When it last sent something. */
    long sentAt() {
      return sentAt;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
      context = ctx;
      var _ =
          ctx.writeAndFlush(
              Unpooled.copiedBuffer(REQUEST, StandardCharsets.US_ASCII), ctx.voidPromise());
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
      ByteBuf in = (ByteBuf) message;
      ByteBuf all =
          unread == null
              ? in
              : ByteToMessageDecoder.MERGE_CUMULATOR.cumulate(ctx.alloc(), unread, in);
      unread = null;
      while (read(all)) {
        // as many as there are
      }
      if (all.isReadable()) {
        unread = all;
      } else {
        all.release();
      }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable failure) {
      var _ = ctx.close(); // the measurement is over
    }

    private boolean read(ByteBuf in) {
      return upgraded ? readFrame(in) : readUpgrade(in);
    }

    private boolean readUpgrade(ByteBuf in) {
      int length = in.readableBytes();
      for (int i = 3; i < length; i++) {
        int at = in.readerIndex() + i;
        if (in.getByte(at) == '\n' && in.getByte(at - 2) == '\n') {
          in.readerIndex(at + 1);
          upgraded = true;
          if (speech == Speech.WEBSOCKET) {
            ready.countDown();
          }
          return true;
        }
      }
      return false;
    }

    private boolean readFrame(ByteBuf in) {
      if (in.readableBytes() < 4) {
        return false;
      }
      int start = in.readerIndex();
      int length = in.getByte(start + 1);
      int header = 2;
      if (length == 126) {
        length = in.getUnsignedShort(start + 2);
        header = 4;
      }
      if (in.readableBytes() < header + length) {
        return false;
      }
      ByteBuf message = in.slice(start + header, length);
      in.readerIndex(start + header + length);
      take(message);
      return true;
    }

    private void take(ByteBuf message) {
      if (speech == Speech.WEBSOCKET) {
        application(message);
        return;
      }
      switch (message.getByte(0)) {
        case '0' -> send(CONNECT);
        case '2' -> send(PONG);
        default -> {
          if (joined) {
            application(message);
          } else {
            joined = true;
            ready.countDown();
          }
        }
      }
    }

    private void application(ByteBuf message) {
      received.lazySet(received.get() + 1);
      onMessage.accept(this, message);
    }
  }
}
