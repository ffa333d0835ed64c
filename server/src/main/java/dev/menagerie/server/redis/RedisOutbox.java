package dev.menagerie.server.redis;

import dev.menagerie.server.game.Outbox;
import dev.menagerie.server.game.Partition;
import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import java.util.List;
import java.util.Optional;
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
  public Optional<Backlog> backlog(Partition partition) {
    var reply =
        link.run(
            Script.BACKLOG,
            List.of(Keys.certificate(partition), Keys.outbox(partition)),
            List.of());
    return switch (reply.word()) {
      case "OK" ->
          Optional.of(
              new Backlog(
                  reply.number(2),
                  Reply.optional(reply.text(3)).map(_ -> reply.instant(3)),
                  reply.instant(1)));
      case "UNCERTIFIED" -> Optional.empty();
      default -> throw RedisGameStore.unexpected(reply);
    };
  }
}
