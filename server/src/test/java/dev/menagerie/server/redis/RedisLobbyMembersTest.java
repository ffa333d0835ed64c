package dev.menagerie.server.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.Stores;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.lobby.LobbyMembers.Member;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RedisLobbyMembersTest {
  private final RedisLink link = RedisLink.connect(Stores.redisUrl());
  private final RedisLobbyMembers members = new RedisLobbyMembers(link);
  private final Member ada = new Member(UserId.fresh(), "Ada of the long name");
  private final Member bob = new Member(UserId.fresh(), "Bob");

  @AfterEach
  void close() {
    members.remove(ada);
    members.remove(bob);
    link.close();
  }

  @Test
  void membersAreThereUntilTheyAreRemoved() {
    members.repeat(List.of(ada, bob));
    members.repeat(List.of(ada, bob));
    assertThat(members.all()).contains(ada, bob).doesNotHaveDuplicates();
    members.remove(ada);
    members.remove(ada);
    assertThat(members.all()).contains(bob).doesNotContain(ada);
  }

  @Test
  void thoseOfANodeThatDiedExpire() {
    members.repeat(List.of(ada));
    var past = (double) System.currentTimeMillis() - RedisLobbyMembers.LIFE.toMillis() - 1_000;
    RedisReplies.await(
        link.commands().zadd(Keys.LOBBY_MEMBERS, past, ada.user() + " " + ada.name()));
    members.repeat(List.of(bob));
    assertThat(members.all()).contains(bob).doesNotContain(ada);
  }
}
