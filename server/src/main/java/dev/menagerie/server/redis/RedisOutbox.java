package dev.menagerie.server.redis;

import dev.menagerie.server.game.Outbox;
import dev.menagerie.server.game.Partition;
import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import java.util.List;
import java.util.Set;

/** The outbox of a partition: a stream, so that exactly what was journaled can be removed. */
public final class RedisOutbox implements Outbox {
  private final RedisLink link;

  public RedisOutbox(RedisLink link) {
    this.link = link;
  }

  @Override
  public List<Pending> pending(Partition partition, int limit) {
    var entries =
        link.commands().xrange(Keys.outbox(partition), Range.unbounded(), Limit.from(limit));
    return RedisLink.await(entries).stream()
        .map(entry -> new Pending(entry.getId(), EntryFields.read(entry.getBody())))
        .toList();
  }

  @Override
  public void journaled(Partition partition, Set<String> tickets) {
    if (tickets.isEmpty()) return;
    RedisLink.await(link.commands().xdel(Keys.outbox(partition), tickets.toArray(String[]::new)));
  }

  @Override
  public long size(Partition partition) {
    return RedisLink.await(link.commands().xlen(Keys.outbox(partition)));
  }
}
