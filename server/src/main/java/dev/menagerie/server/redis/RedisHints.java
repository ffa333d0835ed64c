package dev.menagerie.server.redis;

import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.Hints;
import dev.menagerie.server.game.Partition;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import java.util.function.Consumer;

/** News of commits by publication. A lost connection subscribes again and says that it was lost. */
public final class RedisHints implements Hints {
  private final RedisLink link;

  public RedisHints(RedisLink link) {
    this.link = link;
  }

  @Override
  public Subscription subscribe(Consumer<Hint> listener) {
    var connection = link.pubSub();
    connection.addListener(
        new RedisPubSubAdapter<>() {
          @Override
          public void message(String channel, String message) {
            listener.accept(read(message));
          }

          @Override
          public void subscribed(String channel, long count) {
            listener.accept(new Hint.MaybeLost());
          }
        });
    RedisLink.await(connection.async().subscribe(Keys.HINTS));
    return connection::close;
  }

  private static Hint read(String message) {
    String[] words = message.split(" ", -1);
    return switch (words[0]) {
      case "M" ->
          new Hint.Moved(
              new GameId(words[1]), Integer.parseInt(words[2]), Long.parseLong(words[3]));
      case "T" -> new Hint.TimeGivenBack(new Partition(Integer.parseInt(words[1])));
      default -> new Hint.MaybeLost(); // a newer node says something this one does not know
    };
  }
}
