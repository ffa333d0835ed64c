package dev.menagerie.server.redis;

import dev.menagerie.server.game.UserId;
import dev.menagerie.server.lobby.LobbyMembers;
import io.lettuce.core.Range;
import io.lettuce.core.ScoredValue;
import java.util.Collection;
import java.util.List;

/**
 * Members of the lobby: one sorted set of users and names by the time, of Redis, at which they were
 * repeated last.
 */
public final class RedisLobbyMembers implements LobbyMembers {
  private final RedisLink link;

  public RedisLobbyMembers(RedisLink link) {
    this.link = link;
  }

  @Override
  @SuppressWarnings({"unchecked", "rawtypes"}) // the client's own signature
  public void repeat(Collection<Member> members) {
    long now = now();
    var commands = link.commands();
    var expired = Range.create(0, now - LIFE.toMillis());
    var removed = commands.zremrangebyscore(Keys.LOBBY_MEMBERS, expired);
    if (!members.isEmpty()) {
      var values =
          members.stream()
              .map(member -> ScoredValue.just((double) now, text(member)))
              .toArray(ScoredValue[]::new);
      RedisReplies.await(commands.zadd(Keys.LOBBY_MEMBERS, values));
    }
    RedisReplies.await(removed);
  }

  @Override
  public void remove(Member member) {
    RedisReplies.await(link.commands().zrem(Keys.LOBBY_MEMBERS, text(member)));
  }

  @Override
  public List<Member> all() {
    return RedisReplies.await(link.commands().zrevrange(Keys.LOBBY_MEMBERS, 0, MAX_READ - 1))
        .stream()
        .map(RedisLobbyMembers::member)
        .toList();
  }

  private long now() {
    var time = RedisReplies.await(link.commands().time());
    return Long.parseLong(time.get(0)) * 1_000 + Long.parseLong(time.get(1)) / 1_000;
  }

  /** Ids have no blanks. */
  private static String text(Member member) {
    return member.user() + " " + member.name();
  }

  private static Member member(String text) {
    int blank = text.indexOf(' ');
    return new Member(new UserId(text.substring(0, blank)), text.substring(blank + 1));
  }
}
