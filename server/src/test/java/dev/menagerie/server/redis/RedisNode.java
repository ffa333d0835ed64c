package dev.menagerie.server.redis;

import dev.menagerie.server.game.StorePorts;

/** What one node has of Redis. */
public record RedisNode(RedisLink link, StorePorts stores) implements AutoCloseable {
  public static RedisNode connect(String url, int outboxBound) {
    var link = RedisLink.connect(url);
    return new RedisNode(
        link,
        new StorePorts(
            new RedisGameStore(link, outboxBound),
            new RedisOutbox(link),
            new RedisDeadlines(link),
            new RedisHints(link),
            new RedisLeases(link),
            new RedisRestoration(link)));
  }

  @Override
  public void close() {
    link.close();
  }
}
