package dev.menagerie.server.redis;

import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.NodeId;
import dev.menagerie.server.game.Partition;
import dev.menagerie.server.game.StorePorts;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanCursor;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What one node has of Redis. */
public record RedisNode(RedisLink link, StorePorts stores) implements AutoCloseable {
  public static RedisNode connect(String url, int outboxBound) {
    return of(RedisLink.connect(url), outboxBound, Script.COMMIT);
  }

  /** The ports of one more node, over this link and with this commit script. */
  static RedisNode of(RedisLink link, int outboxBound, Script commit) {
    var node = NodeId.fresh();
    return new RedisNode(
        link,
        new StorePorts(
            node,
            new RedisGameStore(link, node, outboxBound, commit),
            new RedisOutbox(link),
            new RedisDeadlines(link),
            new RedisHints(link, node),
            new RedisLeases(link),
            new RedisRestoration(link)));
  }

  /** Every key that has one of these games in its name or, as deadlines do, among its members. */
  public Set<String> keysOf(Collection<GameId> games) {
    var names = games.stream().map(GameId::value).collect(Collectors.toSet());
    var found = new TreeSet<String>();
    var commands = link.commands();
    ScanCursor page = ScanCursor.INITIAL;
    var limit = ScanArgs.Builder.limit(1_000);
    do {
      var keys = RedisReplies.await(commands.scan(page, limit));
      keys.getKeys().stream()
          .filter(key -> names.contains(key.substring(key.lastIndexOf(':') + 1)))
          .forEach(found::add);
      page = keys;
    } while (!page.isFinished());
    for (var game : games) {
      var deadlines = Keys.deadlines(Partition.of(game));
      if (RedisReplies.await(commands.zscore(deadlines, game.value())) != null)
        found.add(deadlines);
    }
    return found;
  }

  /** Whether a key expires. */
  public boolean expires(String key) {
    return RedisReplies.await(link.commands().pttl(key)) >= 0;
  }

  /**
   * Deletes the outbox of every partition, also entries that a faulty script put into a wrong one.
   */
  static void emptyOutboxes(RedisLink link) {
    for (var partition : Partition.all()) {
      RedisReplies.await(link.commands().del(Keys.outbox(partition)));
    }
  }

  /** Simulates a game with a card that this build does not have. */
  public void changeCardsOf(GameId game) {
    changeSnapshot(
        game,
        snapshot ->
            snapshot
                .replace("\"cards\":[\"", "\"cards\":[\"an-unknown-card\",\"")
                .replace("\"prints\":[\"", "\"prints\":[\"00000000\",\""));
  }

  /** As a newer version would store the game: its state has a member that is not known here. */
  public void changeVersionOf(GameId game) {
    changeSnapshot(game, snapshot -> "{\"later\":1," + snapshot.substring(1));
  }

  private void changeSnapshot(GameId game, UnaryOperator<String> change) {
    var commands = link.commands();
    var snapshot = RedisReplies.await(commands.hget(Keys.game(game), "s"));
    RedisReplies.await(commands.hset(Keys.game(game), "s", change.apply(snapshot)));
  }

  @Override
  public void close() {
    link.close();
  }
}
