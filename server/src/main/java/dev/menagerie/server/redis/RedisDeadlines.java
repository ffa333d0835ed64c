package dev.menagerie.server.redis;

import dev.menagerie.server.game.Deadlines;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.Partition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The deadlines of a partition: one sorted set, kept by the commits. */
public final class RedisDeadlines implements Deadlines {
  private final RedisLink link;

  /** Deadlines in the Redis behind this link. */
  public RedisDeadlines(RedisLink link) {
    this.link = link;
  }

  @Override
  public Optional<Sweep> sweep(Partition partition, Duration horizon) {
    var reply =
        link.run(
            Script.SWEEP,
            List.of(Keys.certificate(partition), Keys.alive(partition), Keys.deadlines(partition)),
            List.of(
                Long.toString(horizon.toMillis()),
                Integer.toString(MAX_REPORTED),
                Keys.gamePrefix(partition),
                Keys.HINTS,
                Integer.toString(partition.value())));
    return switch (reply.word()) {
      case "OK" ->
          Optional.of(
              new Sweep(
                  reply.instant(1),
                  due(reply.list(3)),
                  Duration.ofMillis(reply.number(2)),
                  reply.list(4).stream().map(GameId::new).toList()));
      case "UNCERTIFIED" -> Optional.empty();
      default -> throw RedisGameStore.unexpected(reply);
    };
  }

  @Override
  public void putOff(GameId game, Instant deadline, Duration by) {
    var partition = Partition.of(game);
    link.run(
        Script.PUT_OFF,
        List.of(Keys.certificate(partition), Keys.deadlines(partition), Keys.game(game)),
        List.of(
            game.value(),
            Long.toString(deadline.toEpochMilli()),
            Long.toString(by.toMillis()),
            Keys.HINTS,
            Integer.toString(partition.value())));
  }

  private static List<Due> due(List<String> membersAndScores) {
    var due = new ArrayList<Due>(membersAndScores.size() / 2);
    for (int i = 0; i < membersAndScores.size(); i += 2) {
      var deadline = Instant.ofEpochMilli(Long.parseLong(membersAndScores.get(i + 1)));
      due.add(new Due(new GameId(membersAndScores.get(i)), deadline));
    }
    return due;
  }
}
