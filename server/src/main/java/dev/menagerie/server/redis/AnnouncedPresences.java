package dev.menagerie.server.redis;

import dev.menagerie.server.game.Connections.Announced;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.UserId;
import io.lettuce.core.SetArgs;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The presence of players as the other players of their games heard of it last. Any thread. */
record AnnouncedPresences(RedisLink link) {
  /** Longer than any game in which players still connect. */
  private static final Duration LIFE = Duration.ofDays(1);

  /** Stores a presence and returns the one before. */
  Optional<Announced> replace(GameId game, UserId player, Announced now) {
    var life = SetArgs.Builder.px(LIFE.toMillis());
    var name = now.name().toLowerCase(Locale.ROOT);
    var before = link.commands().setGet(Keys.announced(game, player), name, life);
    return RedisReplies.await(before.thenApply(AnnouncedPresences::read));
  }

  Optional<Announced> last(GameId game, UserId player) {
    var last = link.commands().get(Keys.announced(game, player));
    return RedisReplies.await(last.thenApply(AnnouncedPresences::read));
  }

  private static Optional<Announced> read(@Nullable String name) {
    return Optional.ofNullable(name).map(word -> Announced.valueOf(word.toUpperCase(Locale.ROOT)));
  }
}
