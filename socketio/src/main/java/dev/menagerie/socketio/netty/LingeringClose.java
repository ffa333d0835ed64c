package dev.menagerie.socketio.netty;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.ssl.SslHandler;
import java.util.concurrent.TimeUnit;

/**
 * Closes a connection after its last response without a reset: a reset may destroy the response
 * before the client has read it. The connection's handler throws away what still comes.
 */
final class LingeringClose {
  /** Time a client may still send before it is cut off. */
  private static final long LINGER_MILLIS = 1_000;

  private LingeringClose() {}

  /**
   * Ends the output once the response is written; closes when the client does, or after a second.
   */
  static void after(ChannelFuture response) {
    Channel channel = response.channel();
    var _ =
        response.addListener(written -> {
          if (!written.isSuccess()
              || channel.pipeline().get(SslHandler.class) != null
              || !(channel instanceof DuplexChannel duplex)) {
            var _ = channel.close();
            return;
          }
          var _ = duplex.shutdownOutput();
          channel.config().setAutoRead(true);
          var _ =
              channel
                  .eventLoop()
                  .schedule(
                      () -> {
                        var _ = channel.close();
                      },
                      LINGER_MILLIS,
                      TimeUnit.MILLISECONDS);
        });
  }
}
