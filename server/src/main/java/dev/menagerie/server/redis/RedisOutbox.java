package dev.menagerie.server.redis;

import dev.menagerie.server.game.Outbox;
import dev.menagerie.server.game.Partition;
import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
  public Map<Partition, Backlog> backlogs(Collection<Partition> partitions) {
    var groups = link.perCall(partitions);
    var calls =
        groups.stream().map(group -> new RedisLink.ScriptCall(keys(group), List.of())).toList();
    var replies = link.runEach(Script.BACKLOG, calls);
    var backlogs = new LinkedHashMap<Partition, Backlog>();
    for (int i = 0; i < groups.size(); i++) {
      var now = replies.get(i).instant(1);
      var parts = replies.get(i).part(2).parts();
      for (int j = 0; j < parts.size(); j++) {
        if (parts.get(j).values().isEmpty()) continue;
        backlogs.put(groups.get(i).get(j), backlog(parts.get(j), now));
      }
    }
    return backlogs;
  }

  private static List<String> keys(List<Partition> partitions) {
    return partitions.stream()
        .flatMap(p -> Stream.of(Keys.certificate(p), Keys.outbox(p)))
        .toList();
  }

  private static Backlog backlog(ScriptReply part, Instant now) {
    var oldest = ScriptReply.optional(part.text(1)).map(_ -> part.instant(1));
    return new Backlog(part.number(0), oldest, now, part.text(2));
  }
}
