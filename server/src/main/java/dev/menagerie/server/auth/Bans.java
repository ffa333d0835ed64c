package dev.menagerie.server.auth;

import dev.menagerie.server.auth.SessionStore.EndReason;
import dev.menagerie.server.game.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Keeps users out. Methods block, from any thread; they throw {@code StoreUnavailable}. */
public final class Bans {
  private final BanStore store;
  private final SessionEndings endings;

  /** Bans in this store. */
  public Bans(BanStore store, SessionEndings endings) {
    this.store = store;
    this.endings = endings;
  }

  /**
   * Bans a user from now on, in place of any earlier ban: ends their sessions and closes their
   * sockets on every node.
   *
   * @param length empty: for good
   * @param reason for operators only
   * @return empty: there is no such user
   */
  public Optional<Ban> ban(UserId user, Optional<Duration> length, String reason, String operator) {
    var done = store.ban(user, length, reason, operator);
    done.ifPresent(
        ban -> ban.ended().forEach(session -> endings.ended(user, session, EndReason.BANNED)));
    return done.map(BanStore.Done::ban);
  }

  /** Lets a user sign in again; false: they were not banned. */
  public boolean lift(UserId user) {
    return store.lift(user);
  }

  /** The ban of a user that is in force. */
  public Optional<Ban> of(UserId user) {
    return store.of(user);
  }

  /** The bans in force, the newest first; at most {@link BanStore#MAX_LISTED}. */
  public List<Ban> all() {
    return store.all();
  }
}
