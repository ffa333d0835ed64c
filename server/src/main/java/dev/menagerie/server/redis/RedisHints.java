package dev.menagerie.server.redis;

import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.Hints;
import dev.menagerie.server.game.Partition;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * News of commits by publication. A lost connection subscribes again and says that it was lost. All
 * listeners share one connection: every commit of every node comes in over it.
 */
public final class RedisHints implements Hints {
  private final RedisLink link;
  private final List<Consumer<Hint>> listeners = new CopyOnWriteArrayList<>();
  private @Nullable StatefulRedisPubSubConnection<String, String> connection;

  /** Hints over the publish and subscribe of the Redis behind this link. */
  public RedisHints(RedisLink link) {
    this.link = link;
  }

  @Override
  public synchronized Subscription subscribe(Consumer<Hint> listener) {
    var own = connection;
    if (own == null) connection = own = connect();
    listeners.add(listener);
    RedisReplies.await(own.async().subscribe(Keys.HINTS));
    return () -> leave(listener);
  }

  private StatefulRedisPubSubConnection<String, String> connect() {
    var made = link.pubSub();
    made.addListener(
        new RedisPubSubAdapter<>() {
          @Override
          public void message(String channel, String message) {
            read(message).forEach(RedisHints.this::publish);
          }

          @Override
          public void subscribed(String channel, long count) {
            publish(new Hint.MaybeLost());
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

  private static List<Hint> read(String message) {
    String[] words = message.split(" ", -1);
    return switch (words[0]) {
      case "M", "MM" -> moved(words);
      case "T" -> List.of(new Hint.TimeGivenBack(new Partition(Integer.parseInt(words[1]))));
      default -> List.of(new Hint.MaybeLost()); // a newer node's, of what this one does not know
    };
  }

  /** One game or, by a word that older nodes do not know, several. */
  private static List<Hint> moved(String[] words) {
    var hints = new ArrayList<Hint>();
    for (int i = 1; i < words.length; i += 3) {
      int epoch = Integer.parseInt(words[i + 1]);
      hints.add(new Hint.Moved(new GameId(words[i]), epoch, Long.parseLong(words[i + 2])));
    }
    return hints;
  }
}
