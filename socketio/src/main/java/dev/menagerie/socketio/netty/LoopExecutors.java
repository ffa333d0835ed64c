package dev.menagerie.socketio.netty;

import io.netty.channel.EventLoop;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The executor of each event loop. */
final class LoopExecutors {
  private final ConcurrentMap<EventLoop, LoopExecutor> executors = new ConcurrentHashMap<>();

  LoopExecutor of(EventLoop loop) {
    return executors.computeIfAbsent(loop, LoopExecutor::new);
  }
}
