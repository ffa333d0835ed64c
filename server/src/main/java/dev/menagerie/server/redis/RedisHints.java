package dev.menagerie.server.redis;

import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.Head;
import dev.menagerie.server.game.Hints;
import dev.menagerie.server.game.NodeId;
import dev.menagerie.server.game.Partition;
import dev.menagerie.server.game.StoredRecord;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Hints by publication. Each game keeps a list of the nodes that follow it, and a commit publishes
 * to the channels of those nodes alone, its own left out. So to follow a game is one write to it
 * and no subscription, and a connection that was lost has two channels to subscribe to again,
 * however many games there are. All listeners share one connection.
 */
public final class RedisHints implements Hints {
  /** Games in one call of the script, which no other call of Redis interrupts. */
  private static final int AT_ONCE = 128;

  private final RedisLink link;
  private final NodeId node;
  private final List<Consumer<Hint>> listeners = new CopyOnWriteArrayList<>();
  private @Nullable StatefulRedisPubSubConnection<String, String> connection;

  /** The hints for this node, over the publish and subscribe of the Redis behind this link. */
  public RedisHints(RedisLink link, NodeId node) {
    this.link = link;
    this.node = node;
  }

  @Override
  public synchronized Subscription subscribe(Consumer<Hint> listener) {
    var own = connection;
    if (own == null) connection = own = connect();
    listeners.add(listener);
    RedisReplies.await(own.async().subscribe(Keys.HINTS, Keys.hintsOf(node)));
    return () -> leave(listener);
  }

  private StatefulRedisPubSubConnection<String, String> connect() {
    var made = link.pubSub();
    made.addListener(
        new RedisPubSubAdapter<>() {
          @Override
          public void message(String channel, String message) {
            message.lines().forEach(line -> read(line).forEach(RedisHints.this::publish));
          }

          @Override
          public void subscribed(String channel, long count) {
            if (!channel.equals(Keys.HINTS)) publish(new Hint.MaybeLost());
          }
        });
    return made;
  }

  private void publish(Hint hint) {
    for (var listener : listeners) listener.accept(hint);
  }

  private synchronized void leave(Consumer<Hint> listener) {
    listeners.remove(listener);
    if (!listeners.isEmpty() || connection == null) return;
    connection.close();
    connection = null;
  }

  @Override
  public Map<GameId, Head> follow(Collection<GameId> games) {
    return follow(games, FOLLOWED_FOR);
  }

  @Override
  public void unfollow(Collection<GameId> games) {
    follow(games, 0);
  }

  private Map<GameId, Head> follow(Collection<GameId> games, long millis) {
    var batches = batches(games);
    var calls = batches.stream().map(batch -> call(batch, millis)).toList();
    var replies = link.runEach(Script.FOLLOW, calls);
    var heads = new HashMap<GameId, Head>();
    for (int i = 0; i < batches.size(); i++) {
      if (replies.get(i).word().equals("OK")) heads(batches.get(i), replies.get(i), heads);
    }
    return heads;
  }

  /** Of one partition each, as one script may touch. */
  private static List<List<GameId>> batches(Collection<GameId> games) {
    var batches = new ArrayList<List<GameId>>();
    for (var own : games.stream().collect(Collectors.groupingBy(Partition::of)).values()) {
      for (int from = 0; from < own.size(); from += AT_ONCE) {
        batches.add(own.subList(from, Math.min(own.size(), from + AT_ONCE)));
      }
    }
    return batches;
  }

  private RedisLink.ScriptCall call(List<GameId> games, long millis) {
    var keys = new ArrayList<String>();
    keys.add(Keys.certificate(Partition.of(games.getFirst())));
    games.forEach(game -> keys.add(Keys.game(game)));
    return new RedisLink.ScriptCall(keys, List.of(node.value(), Long.toString(millis)));
  }

  private static void heads(List<GameId> games, ScriptReply reply, Map<GameId, Head> heads) {
    for (int i = 0; i < games.size(); i++) {
      int at = 1 + 3 * i;
      if (!reply.text(at).isEmpty()) heads.put(games.get(i), reply.head(at));
    }
  }

  private static List<Hint> read(String line) {
    String[] words = line.split(" ", 6);
    return switch (words[0]) {
      case "M" -> List.of(moved(words));
      case "MM" -> restored(line.split(" ", -1));
      case "D" -> List.of(new Hint.OutboxFilled(partition(words)));
      case "T" -> List.of(new Hint.TimeGivenBack(partition(words)));
      default -> List.of(new Hint.MaybeLost()); // a newer node's, of what this one does not know
    };
  }

  private static Partition partition(String[] words) {
    return new Partition(Integer.parseInt(words[1]));
  }

  /** Game, epoch and version, then time and record if the record is short enough. */
  private static Hint moved(String[] words) {
    long version = Long.parseLong(words[3]);
    var record =
        words.length < 6
            ? Optional.<StoredRecord>empty()
            : Optional.of(new StoredRecord(version, time(words[4]), words[5]));
    return new Hint.Moved(new GameId(words[1]), Integer.parseInt(words[2]), version, record);
  }

  private static Instant time(String millis) {
    return Instant.ofEpochMilli(Long.parseLong(millis));
  }

  /** Several games that have a new head, which has to be read. */
  private static List<Hint> restored(String[] words) {
    var hints = new ArrayList<Hint>();
    for (int i = 1; i < words.length; i += 3) {
      int epoch = Integer.parseInt(words[i + 1]);
      hints.add(new Hint.Moved(new GameId(words[i]), epoch, Long.parseLong(words[i + 2])));
    }
    return hints;
  }
}
