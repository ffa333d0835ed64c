package dev.menagerie.server.redis;

import dev.menagerie.server.game.Checkpoint;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.UserId;
import io.lettuce.core.KeyValue;
import io.lettuce.core.RedisFuture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which games a user is in: an index beside the games, corrected by looking at them when it is
 * read. It lies outside of the partitions, hence outside of the commit.
 */
final class GamesOfUsers {
  /** Longer than any game lasts; what is left after it belongs to users who went away. */
  private static final Duration KEPT = Duration.ofDays(30);

  private final RedisLink link;

  GamesOfUsers(RedisLink link) {
    this.link = link;
  }

  void add(GameId game, List<UserId> players) {
    players.stream().map(user -> send(game, user)).toList().forEach(RedisLink::await);
  }

  /** On its way before the caller goes on; on one connection whoever asks next sees it. */
  void addLater(GameId game, Checkpoint checkpoint) {
    for (var user : checkpoint.standing().players()) {
      var _ = send(game, user);
    }
  }

  private RedisFuture<Long> send(GameId game, UserId user) {
    var commands = link.commands();
    String key = Keys.gamesOf(user);
    var added = commands.sadd(key, game.value());
    var _ = commands.pexpire(key, KEPT.toMillis());
    return added;
  }

  List<GameId> activeOf(UserId user) {
    var commands = link.commands();
    var asked = new LinkedHashMap<GameId, RedisFuture<List<KeyValue<String, String>>>>();
    for (String id : RedisLink.await(commands.smembers(Keys.gamesOf(user)))) {
      var game = new GameId(id);
      asked.put(game, commands.hmget(Keys.game(game), "t", "x", "p"));
    }
    var active = new ArrayList<Map.Entry<GameId, Long>>();
    var over = new ArrayList<String>();
    asked.forEach((game, answer) -> {
      var fields = RedisLink.await(answer);
      if (!fields.get(0).hasValue() || !fields.get(1).getValueOrElse("").isEmpty()) {
        over.add(game.value());
      } else if (List.of(fields.get(2).getValueOrElse("").split(",")).contains(user.value())) {
        active.add(Map.entry(game, Long.parseLong(fields.get(0).getValue())));
      }
    });
    if (!over.isEmpty()) {
      var _ = commands.srem(Keys.gamesOf(user), over.toArray(String[]::new));
    }
    active.sort(Comparator.comparing(Map.Entry<GameId, Long>::getValue).reversed());
    return active.stream().map(Map.Entry::getKey).toList();
  }
}
