package dev.menagerie.server.lobby;

import dev.menagerie.server.game.UserId;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * Who is in the lobby, on all nodes. Each node repeats its own members every second; what a node
 * that died has said expires. Any thread; waits for the store and throws {@code StoreUnavailable}.
 */
public interface LobbyMembers {
  /** A member whose entry was not renewed for this long has left. */
  Duration LIFE = Duration.ofSeconds(10);

  /** Members that are read at once; the lobby counts no more. */
  int MAX_READ = 10_000;

  /** Repeats the members of a node. */
  void repeat(Collection<Member> members);

  /** Removes a member; a node where the same user is still connected repeats it. */
  void remove(Member member);

  /** The members, the latest repeated ones first. */
  List<Member> all();

  /** A user in the lobby. */
  record Member(UserId user, String name) {}
}
