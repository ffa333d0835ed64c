package dev.menagerie.server.auth;

import dev.menagerie.server.game.UserId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Deletes accounts: sessions end at once, personal data goes, games stay under a common name. Any
 * thread; waits for the stores and for the hashing of passwords.
 */
public final class AccountDeletion {
  private final Accounts accounts;
  private final Passwords passwords;
  private final DeletedUsers deleted;
  private final SessionEndings endings;
  private final Consumer<UserId> leaveGames;

  /**
   * @param leaveGames gives up the unfinished games of a user
   */
  public AccountDeletion(
      Accounts accounts,
      Passwords passwords,
      DeletedUsers deleted,
      SessionEndings endings,
      Consumer<UserId> leaveGames) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.deleted = deleted;
    this.endings = endings;
    this.leaveGames = leaveGames;
  }

  /**
   * Deletes a user; false if the password is wrong or missing. Guests have none. When a store fails
   * in between, the rest is done by {@link DeletedUsers#anonymize} and by the clocks of the games.
   */
  public boolean delete(UserId user, Optional<String> password) {
    var hash = accounts.passwordHash(user);
    boolean isConfirmed =
        hash.isEmpty()
            || password.filter(given -> passwords.matches(given, hash.get())).isPresent();
    if (!isConfirmed) return false;
    for (var session : deleted.delete(user).orElse(List.of())) {
      endings.ended(user, session, SessionStore.EndReason.LOGGED_OUT);
    }
    leaveGames.accept(user);
    deleted.anonymize();
    return true;
  }
}
