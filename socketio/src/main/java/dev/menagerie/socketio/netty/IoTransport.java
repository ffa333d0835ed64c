package dev.menagerie.socketio.netty;

import dev.menagerie.socketio.netty.NettySettings.IoKind;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.uring.IoUring;
import io.netty.channel.uring.IoUringIoHandler;
import io.netty.channel.uring.IoUringServerSocketChannel;

/** One of the kernel's ways to wait for sockets, as Netty knows it. */
record IoTransport(IoHandlerFactory handlers, Class<? extends ServerChannel> channel) {

  /** This kind, which must be there. */
  static IoTransport of(IoKind kind) {
    return switch (kind) {
      case BEST -> Epoll.isAvailable() ? epoll() : nio();
      case IO_URING -> ioUring();
      case EPOLL -> epoll();
      case NIO -> nio();
    };
  }

  private static IoTransport ioUring() {
    IoUring.ensureAvailability();
    return new IoTransport(IoUringIoHandler.newFactory(), IoUringServerSocketChannel.class);
  }

  private static IoTransport epoll() {
    Epoll.ensureAvailability();
    return new IoTransport(EpollIoHandler.newFactory(), EpollServerSocketChannel.class);
  }

  private static IoTransport nio() {
    return new IoTransport(NioIoHandler.newFactory(), NioServerSocketChannel.class);
  }
}
