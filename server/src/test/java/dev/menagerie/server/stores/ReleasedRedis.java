package dev.menagerie.server.stores;

import dev.menagerie.codec.Json;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.MessageId;
import dev.menagerie.server.game.Request;
import io.lettuce.core.Range;
import io.lettuce.core.RedisClient;
import io.lettuce.core.XAddArgs;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Redis as a released version left it: a line for each key, which a person can read.
 *
 * @param keys by their names
 */
record ReleasedRedis(List<Key> keys) {
  private static final String FILE = "redis.jsonl";

  /** They are true of one process of Redis, or of servers that run. */
  private static final List<String> OF_A_PROCESS = List.of("certificate:", "lease:", "alive:");

  private static final String REQUEST = "m:";

  /**
   * One key.
   *
   * @param fields of a hash; the members of a sorted set with their scores; the members of a set,
   *     each with ""; the text of a string under ""; empty for a stream
   * @param entries of a stream
   */
  record Key(String key, String type, Map<String, String> fields, List<Entry> entries) {}

  /** An entry of a stream. */
  record Entry(String id, Map<String, String> fields) {}

  /** What the hash of a game says of a commit that a client has asked for. */
  record Answered(Request request, int epoch, long version) {}

  /** Writes down what is in Redis at this moment. */
  static void write(String version, RedisCommands<String, String> redis) throws IOException {
    var lines = new ArrayList<String>();
    for (var name : redis.keys("*").stream().sorted().toList()) {
      if (OF_A_PROCESS.stream().noneMatch(name::startsWith)) lines.add(Json.text(key(redis, name)));
    }
    Files.write(Release.ALL.resolve(version).resolve(FILE), lines);
  }

  private static Key key(RedisCommands<String, String> redis, String name) {
    var type = redis.type(name);
    Map<String, String> fields =
        switch (type) {
          case "hash" -> redis.hgetall(name);
          case "string" -> Map.of("", redis.get(name));
          case "set" -> redis.smembers(name).stream().collect(Collectors.toMap(m -> m, _ -> ""));
          case "zset" ->
              redis.zrangeWithScores(name, 0, -1).stream()
                  .collect(
                      Collectors.toMap(m -> m.getValue(), m -> Long.toString((long) m.getScore())));
          case "stream" -> Map.of();
          default -> throw new AssertionError(name + " is a " + type);
        };
    List<Entry> entries =
        type.equals("stream")
            ? redis.xrange(name, Range.unbounded()).stream()
                .map(e -> new Entry(e.getId(), e.getBody()))
                .toList()
            : List.of();
    return new Key(name, type, fields, entries);
  }

  /** Whether the release has one: the first versions wrote Postgres down alone. */
  static boolean isIn(Release release) {
    return Files.exists(release.directory().resolve(FILE));
  }

  static ReleasedRedis of(Release release) throws IOException {
    Path file = release.directory().resolve(FILE);
    return new ReleasedRedis(
        Files.readAllLines(file).stream().map(line -> Json.read(line, Key.class)).toList());
  }

  /** Puts everything into an empty Redis. */
  void restore(String url) {
    try (var client = RedisClient.create(url);
        var connection = client.connect()) {
      var redis = connection.sync();
      for (var key : keys) restore(redis, key);
    }
  }

  private static void restore(RedisCommands<String, String> redis, Key key) {
    switch (key.type()) {
      case "hash" -> redis.hset(key.key(), key.fields());
      case "string" -> redis.set(key.key(), key.fields().get(""));
      case "set" -> redis.sadd(key.key(), key.fields().keySet().toArray(String[]::new));
      case "zset" ->
          key.fields().forEach((m, score) -> redis.zadd(key.key(), Double.parseDouble(score), m));
      default ->
          key.entries().forEach(e -> redis.xadd(key.key(), new XAddArgs().id(e.id()), e.fields()));
    }
  }

  /** The hash of a game. */
  Map<String, String> game(GameId game) {
    return keys.stream()
        .filter(key -> key.key().startsWith("game:") && key.key().endsWith(":" + game))
        .findFirst()
        .orElseThrow()
        .fields();
  }

  /** The commits that wait for the journal. */
  List<Entry> outbox() {
    return keys.stream()
        .filter(key -> key.key().startsWith("outbox:"))
        .flatMap(key -> key.entries().stream())
        .toList();
  }

  /** Every request that a game knows. */
  List<Answered> requests(GameId game) {
    var all = new ArrayList<Answered>();
    game(game)
        .forEach((name, value) -> {
          if (!name.startsWith(REQUEST)) return;
          var asked = name.split(":", 3);
          var answer = value.split(":", 3);
          var request = new Request(Integer.parseInt(asked[1]), new MessageId(asked[2]), answer[2]);
          all.add(new Answered(request, Integer.parseInt(answer[0]), Long.parseLong(answer[1])));
        });
    return all;
  }
}
