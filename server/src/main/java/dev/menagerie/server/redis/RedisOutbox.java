package dev.menagerie.server.redis;

import dev.menagerie.server.game.Outbox;
import dev.menagerie.server.game.Partition;
import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The outbox of a partition: a stream, so that exactly the journaled entries can be removed. */
public final class RedisOutbox implements Outbox {
  private final RedisLink link;

  /** The outboxes in the Redis behind this link. */
  public RedisOutbox(RedisLink link) {
    this.link = link;
  }

  /** All partitions in one go: the questions are on their way before the first is answered. */
  @Override
  public Waiting oldest(Set<Partition> partitions, int each) {
    var commands = link.commands();
    var asked =
        partitions.stream()
            .map(p -> commands.xrange(Keys.outbox(p), Range.unbounded(), Limit.from(each)))
            .toList();
    var time = commands.time();
    var pending =
        asked.stream()
            .map(RedisReplies::await)
            .flatMap(List::stream)
            .map(entry -> new Pending(entry.getId(), EntryFields.read(entry.getBody())))
            .toList();
    return new Waiting(RedisLink.instant(RedisReplies.await(time)), pending);
  }

  @Override
  public void journaled(Collection<Pending> taken) {
    var commands = link.commands();
    var tickets =
        taken.stream()
            .collect(
                Collectors.groupingBy(
                    Pending::partition, Collectors.mapping(Pending::ticket, Collectors.toSet())));
    var asked =
        tickets.entrySet().stream()
            .map(own ->
                commands.xdel(Keys.outbox(own.getKey()), own.getValue().toArray(String[]::new)))
            .toList();
    asked.forEach(RedisReplies::await);
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
                  ScriptReply.optional(reply.text(3)).map(_ -> reply.instant(3)),
                  reply.instant(1),
                  reply.text(4)));
      case "UNCERTIFIED" -> Optional.empty();
      default -> throw RedisGameStore.unexpected(reply);
    };
  }
}
