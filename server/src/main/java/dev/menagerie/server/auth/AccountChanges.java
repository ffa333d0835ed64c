package dev.menagerie.server.auth;

import dev.menagerie.server.game.UserId;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What users change about their accounts. The user stays the same: games, decks and ratings are
 * kept. Any thread; waits for the store and for the hashing of passwords.
 */
public final class AccountChanges {
  private final Accounts accounts;
  private final SessionStore sessions;
  private final Passwords passwords;
  private final OwnerCheck owner;
  private final ReservedNames reserved;
  private final SessionEndings endings;
  private final Consumer<String> changed;

  /**
   * @param changed hears of a session whose user has changed
   */
  public AccountChanges(
      Accounts accounts,
      SessionStore sessions,
      Passwords passwords,
      OwnerCheck owner,
      ReservedNames reserved,
      SessionEndings endings,
      Consumer<String> changed) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.passwords = passwords;
    this.owner = owner;
    this.reserved = reserved;
    this.endings = endings;
    this.changed = changed;
  }

  /** What became of a change. */
  public sealed interface Change {
    record Done(User user) implements Change {}

    /** Another user has this name, or one that looks like it. */
    record NameTaken() implements Change {}

    /** The user has an account already. */
    record NoGuest() implements Change {}
  }

  /** Gives a guest a name of their own and a password; sessions go on. */
  public Change upgrade(UserId user, String session, PlayerName name, NewPassword password) {
    if (reserved.contains(name)) return new Change.NameTaken();
    boolean isGuest = accounts.byId(user).filter(one -> one.kind() == User.Kind.GUEST).isPresent();
    if (!isGuest) return new Change.NoGuest();
    return changed(session, accounts.upgrade(user, name, passwords.hash(password)));
  }

  /** Changes the name that others see, and that a registered user signs in with. */
  public Change rename(UserId user, String session, PlayerName name) {
    if (reserved.contains(name)) return new Change.NameTaken();
    return changed(session, accounts.rename(user, name));
  }

  private Change changed(String session, Optional<User> user) {
    changed.accept(session);
    return user.<Change>map(Change.Done::new).orElseGet(Change.NameTaken::new);
  }

  /**
   * Changes a registered user's password, or sets the first one, and ends the user's other
   * sessions.
   *
   * @param current empty: the user has none, because a provider signs them in
   * @return empty: the user is a guest
   */
  public Optional<OwnerCheck.Result> setPassword(
      UserId user, String session, Optional<String> current, NewPassword next) {
    var registered = accounts.byId(user).filter(one -> one.kind() == User.Kind.REGISTERED);
    if (registered.isEmpty()) return Optional.empty();
    var result = owner.check(registered.get(), session, current);
    if (result != OwnerCheck.Result.CONFIRMED) return Optional.of(result);
    accounts.setPassword(user, passwords.hash(next));
    endOtherSessions(user, session);
    return Optional.of(result);
  }

  private void endOtherSessions(UserId user, String session) {
    for (var other : sessions.of(user)) {
      if (other.session().equals(session)) continue;
      sessions
          .end(other.session(), SessionStore.EndReason.LOGGED_OUT)
          .ifPresent(
              owner -> endings.ended(owner, other.session(), SessionStore.EndReason.LOGGED_OUT));
    }
  }
}
