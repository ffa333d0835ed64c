package dev.menagerie.server.auth;

import dev.menagerie.server.game.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The store of bans; its own clock says when they end. Methods block and may be called from any
 * thread; they throw {@code StoreUnavailable}.
 */
public interface BanStore {
  /** The bans that {@link #all} returns at most. */
  int MAX_LISTED = 200;

  /**
   * A new ban.
   *
   * @param ended the sessions that it ended
   */
  record Done(Ban ban, List<String> ended) {
    public Done {
      ended = List.copyOf(ended);
    }
  }

  /**
   * Bans a user and ends their sessions in one step: a session that starts at the same moment is
   * ended or refused.
   *
   * @param length empty: for good
   * @return empty: there is no such user
   */
  Optional<Done> ban(UserId user, Optional<Duration> length, String reason, String operator);

  /** Ends a ban before its time; false: there was none in force. */
  boolean lift(UserId user);

  /** The ban of a user that is in force. */
  Optional<Ban> of(UserId user);

  /** The bans in force, the newest first; at most {@link #MAX_LISTED}. */
  List<Ban> all();
}
