package dev.menagerie.server.auth;

import dev.menagerie.server.game.UserId;
import java.util.Optional;

/**
 * The store of users and the hashes of their passwords. Methods block and may be called from any
 * thread; they throw {@code StoreUnavailable}.
 */
public interface Accounts {
  /** Adds a guest; empty: a registered user has this name or one that looks like it. */
  Optional<User> addGuest(PlayerName name);

  /** The user of this id, guest or registered. */
  Optional<User> byId(UserId user);

  /** Adds a registered user; empty: another has this name or one that looks like it. */
  Optional<User> register(PlayerName name, String passwordHash);

  /**
   * The registered user of a name, with the hash to compare.
   *
   * @param key as {@link PlayerName#keyOf} makes it
   */
  Optional<Account> byName(String key);

  /**
   * Gives a guest a name and a password; empty: another has this name or one that looks like it.
   */
  Optional<User> upgrade(UserId guest, PlayerName name, String passwordHash);

  /** Changes a user's name; empty: another has this name or one that looks like it. */
  Optional<User> rename(UserId user, PlayerName name);

  /** The hash of a registered user's password. */
  Optional<String> passwordHash(UserId user);

  /** Sets a registered user's password, in place of an earlier one. */
  void setPassword(UserId user, String passwordHash);

  /** A user and the hash of the password. */
  record Account(User user, String passwordHash) {
    @Override
    public String toString() {
      return "Account[" + user.id() + "]";
    }
  }
}
