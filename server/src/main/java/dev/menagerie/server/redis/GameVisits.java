package dev.menagerie.server.redis;

import dev.menagerie.server.game.ConnectionId;
import dev.menagerie.server.game.Connections.Connection;
import dev.menagerie.server.game.Connections.Role;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.NodeId;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.game.Visit;
import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.XAddArgs;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The latest visits of each game, in a stream whose ids are Redis's times. Any thread; reading
 * waits.
 */
record GameVisits(RedisLink link) {
  /** Visits kept of a game, give or take a few. */
  private static final int MAX_VISITS = 500;

  /** How long the visits of a game are kept after the last one. */
  private static final Duration LIFE = Duration.ofDays(3);

  /** Adds a visit of a connection. */
  List<RedisFuture<?>> add(GameId game, Connection connection, Role as, Visit.Kind kind) {
    var key = Keys.visitsOf(game);
    var commands = link.commands();
    return List.of(
        commands.xadd(
            key,
            new XAddArgs().maxlen(MAX_VISITS).approximateTrimming(),
            Map.of(
                "user", connection.user().value(),
                "connection", connection.session().value(),
                "node", connection.node().value(),
                "as", as.name(),
                "kind", kind.name())),
        commands.pexpire(key, LIFE.toMillis()));
  }

  /** The visits of a game, the oldest first. */
  List<Visit> of(GameId game) {
    var rows =
        RedisReplies.await(
            link.commands()
                .xrevrange(Keys.visitsOf(game), Range.unbounded(), Limit.from(MAX_VISITS)));
    return rows.reversed().stream().map(GameVisits::visit).toList();
  }

  private static Visit visit(StreamMessage<String, String> row) {
    var fields = row.getBody();
    long millis = Long.parseLong(row.getId().substring(0, row.getId().indexOf('-')));
    return new Visit(
        Instant.ofEpochMilli(millis),
        new UserId(field(fields, "user")),
        new ConnectionId(field(fields, "connection")),
        new NodeId(field(fields, "node")),
        Role.valueOf(field(fields, "as")),
        Visit.Kind.valueOf(field(fields, "kind")));
  }

  private static String field(Map<String, String> fields, String name) {
    return Objects.requireNonNull(fields.get(name), name);
  }
}
