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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * The games of each user: an index beside the games, corrected against them when it is read. It is
 * outside the partitions and therefore outside the commit.
 */
final class UserGamesIndex {
  /** Longer than any game; later entries belong to users who left. */
  private static final Duration KEPT = Duration.ofDays(30);

  /**
   * Upper bound of games remembered as added; beyond it this node forgets all of them and adds them
   * again.
   */
  private static final int MAX_KNOWN = 20_000;

  private final RedisLink link;

  /**
   * By game, the players this node has added to the index: who sits there changes once in a game,
   * its checkpoints come every turn. Another Redis may answer after a connection broke.
   */
  private final ConcurrentHashMap<GameId, List<UserId>> indexed = new ConcurrentHashMap<>();

  UserGamesIndex(RedisLink link) {
    this.link = link;
    link.onConnected(indexed::clear);
  }

  void add(GameId game, List<UserId> players) {
    add(Map.of(game, players));
  }

  /** Adds games with their players in one call; in a cluster in one for each list, all at once. */
  void add(Map<GameId, List<UserId>> games) {
    var keys = new ArrayList<String>();
    var added = new ArrayList<String>();
    games.forEach((game, players) ->
        players.forEach(user -> {
          keys.add(Keys.gamesOf(user));
          added.add(game.value());
        }));
    if (link.isCluster()) {
      var each = IntStream.range(0, keys.size()).mapToObj(i -> call(keys, added, i, i + 1));
      link.runEach(Script.INDEX_GAMES, each.toList());
    } else if (!keys.isEmpty()) {
      var all = call(keys, added, 0, keys.size());
      link.run(Script.INDEX_GAMES, all.keys(), all.arguments());
    }
    games.forEach(this::remember);
  }

  private static RedisLink.ScriptCall call(
      List<String> keys, List<String> games, int from, int to) {
    var arguments = new ArrayList<String>();
    arguments.add(Long.toString(KEPT.toMillis()));
    arguments.addAll(games.subList(from, to));
    return new RedisLink.ScriptCall(keys.subList(from, to), arguments);
  }

  /** Sends the change and does not wait; a later read on the same connection sees it. */
  void addLater(GameId game, Checkpoint checkpoint) {
    var players = checkpoint.indexEntry().players();
    if (players.equals(indexed.get(game))) return;
    var sent = players.stream().map(user -> send(game, user).toCompletableFuture());
    var _ =
        CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new))
            .thenRun(() -> remember(game, players));
  }

  private void remember(GameId game, List<UserId> players) {
    if (indexed.size() >= MAX_KNOWN) indexed.clear();
    indexed.put(game, players);
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
    for (String id : RedisReplies.await(commands.smembers(Keys.gamesOf(user)))) {
      var game = new GameId(id);
      asked.put(game, commands.hmget(Keys.game(game), "t", "x", "p"));
    }
    var active = new ArrayList<Map.Entry<GameId, Long>>();
    var over = new ArrayList<String>();
    asked.forEach((game, reply) -> {
      var fields = RedisReplies.await(reply);
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
