package dev.menagerie.socketio.netty;

import io.netty.channel.EventLoop;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The lane of each event loop. */
final class LoopLanes {
  private final ConcurrentMap<EventLoop, LoopLane> lanes = new ConcurrentHashMap<>();

  LoopLane of(EventLoop loop) {
    return lanes.computeIfAbsent(loop, LoopLane::new);
  }
}
