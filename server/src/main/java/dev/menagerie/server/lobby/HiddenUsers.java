package dev.menagerie.server.lobby;

import dev.menagerie.server.game.UserId;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * Which users do not see each other in the lobby. Any thread; waits for the store and throws {@code
 * StoreUnavailable}.
 */
@FunctionalInterface
public interface HiddenUsers {
  /** For each of these users, the users hidden from them; users who see everyone are absent. */
  Map<UserId, Set<UserId>> from(Collection<UserId> users);
}
