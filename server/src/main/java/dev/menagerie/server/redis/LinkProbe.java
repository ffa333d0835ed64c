package dev.menagerie.server.redis;

import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.AsyncCommand;
import io.lettuce.core.protocol.Command;
import io.lettuce.core.protocol.CommandType;
import io.lettuce.core.resource.NettyCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.timeout.IdleState;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches every connection of a client, commands and subscriptions alike, on the connection itself:
 * one that has been silent is sent a PING, and one that stays silent is closed, which makes the
 * client open another. A peer whose kernel acknowledges and which never answers, as behind a proxy
 * or NAT, is found in no other way. Safe for use by all threads.
 */
public final class LinkProbe implements NettyCustomizer {
  /** Silence after which a PING is sent; a connection in use is never asked. */
  private static final Duration QUIET = Duration.ofSeconds(1);

  /** Silence after which a connection is replaced: several unanswered commands or PINGs. */
  private static final Duration DEAD = Duration.ofSeconds(4);

  private static final Logger LOG = LoggerFactory.getLogger(LinkProbe.class);

  private final AtomicLong replaced = new AtomicLong();

  /** Connections that were closed because they did not answer, since the start. */
  public long replaced() {
    return replaced.get();
  }

  @Override
  public void afterChannelInitialized(Channel channel) {
    channel
        .pipeline()
        .addFirst(new IdleStateHandler(QUIET.toMillis(), 0, 0, TimeUnit.MILLISECONDS), new Watch());
  }

  private final class Watch extends ChannelDuplexHandler {
    private int silences;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
      silences = 0;
      super.channelRead(context, message);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
      if (event instanceof IdleStateEvent idle && idle.state() == IdleState.READER_IDLE) {
        silent(context);
      } else {
        super.userEventTriggered(context, event);
      }
    }

    private void silent(ChannelHandlerContext context) {
      if (++silences * QUIET.toMillis() < DEAD.toMillis()) {
        var _ = context.channel().writeAndFlush(ping());
        return;
      }
      replaced.incrementAndGet();
      LOG.warn("a connection to Redis did not answer for {} s and is replaced", DEAD.toSeconds());
      var _ = context.close();
    }
  }

  private static AsyncCommand<String, String, String> ping() {
    return new AsyncCommand<>(
        new Command<>(CommandType.PING, new StatusOutput<>(StringCodec.UTF8)));
  }
}
