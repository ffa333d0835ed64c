package dev.menagerie.server.auth;

import dev.menagerie.server.game.UserId;
import java.util.Optional;

/** Where users and their passwords' hashes are kept. */
public interface Accounts {
  /** Adds a guest; empty: a registered user has this name. */
  Optional<User> addGuest(PlayerName name);

  /** The user of this id, guest or registered. */
  Optional<User> byId(UserId user);

  /** Adds a registered user; empty: another has this name. */
  Optional<User> register(PlayerName name, String passwordHash);

  /** The registered user of this name with the hash to compare. */
  Optional<Account> byName(PlayerName name);

  /** A user and the hash of the password. */
  record Account(User user, String passwordHash) {
    @Override
    public String toString() {
      return "Account[" + user.id() + "]";
    }
  }
}
