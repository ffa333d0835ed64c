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
  private final OwnerCheck owner;
  private final DeletedUsers deleted;
  private final SessionEndings endings;
  private final Consumer<UserId> leaveGames;

  /**
   * @param leaveGames gives up the unfinished games of a user
   */
  public AccountDeletion(
      Accounts accounts,
      OwnerCheck owner,
      DeletedUsers deleted,
      SessionEndings endings,
      Consumer<UserId> leaveGames) {
    this.accounts = accounts;
    this.owner = owner;
    this.deleted = deleted;
    this.endings = endings;
    this.leaveGames = leaveGames;
  }

  /**
   * Deletes a user whose owner asks. When a store fails in between, the rest is done by {@link
   * DeletedUsers#anonymize} and by the clocks of the games.
   *
   * @param caller the session that asks
   */
  public OwnerCheck.Result delete(UserId user, String caller, Optional<String> password) {
    var result =
        accounts
            .byId(user)
            .map(one -> owner.check(one, caller, password))
            .orElse(OwnerCheck.Result.CONFIRMED);
    if (result != OwnerCheck.Result.CONFIRMED) return result;
    for (var session : deleted.delete(user).orElse(List.of())) {
      endings.ended(user, session, SessionStore.EndReason.LOGGED_OUT);
    }
    leaveGames.accept(user);
    deleted.anonymize();
    return result;
  }
}
