package dev.menagerie.socketio.netty;

import io.netty.channel.EventLoop;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The lane of each event loop. */
final class LoopExecutors {
  private final ConcurrentMap<EventLoop, LoopExecutor> lanes = new ConcurrentHashMap<>();

  LoopExecutor of(EventLoop loop) {
    return lanes.computeIfAbsent(loop, LoopExecutor::new);
  }
}
