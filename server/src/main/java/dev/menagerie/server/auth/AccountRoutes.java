package dev.menagerie.server.auth;

import dev.menagerie.server.auth.AccountChanges.Change;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.http.Call;
import dev.menagerie.server.http.HttpRefusal;
import dev.menagerie.server.http.ProblemKind;
import dev.menagerie.server.http.RateLimit;
import dev.menagerie.server.http.Route;
import dev.menagerie.server.http.RouteResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Changing one's own account. */
public final class AccountRoutes {
  /** A person changes an account now and then; a guesser of passwords would do so often. */
  private static final RateLimit CHANGES = RateLimit.perMinute("account changes", 6);

  private static final Duration WHEN_BUSY = Duration.ofSeconds(2);

  private final AccountChanges changes;
  private final AccountDeletion deletion;

  /** The routes over these services. */
  public AccountRoutes(AccountChanges changes, AccountDeletion deletion) {
    this.changes = changes;
    this.deletion = deletion;
  }

  record Upgrade(PlayerName name, NewPassword password) {
    Upgrade {
      if (password.repeats(name)) {
        throw new IllegalArgumentException("password must not be the name");
      }
    }
  }

  record Rename(PlayerName name) {}

  record PasswordChange(String currentPassword, NewPassword newPassword) {
    PasswordChange {
      if (currentPassword.length() > NewPassword.MAX_LENGTH) {
        throw new IllegalArgumentException("password must not be longer than any can be");
      }
    }

    @Override
    public String toString() {
      return "PasswordChange[hidden]";
    }
  }

  /**
   * Deletes the account.
   *
   * @param password of a registered user
   */
  record Deletion(Optional<String> password) {
    Deletion {
      if (password.filter(given -> given.length() > NewPassword.MAX_LENGTH).isPresent()) {
        throw new IllegalArgumentException("password must not be longer than any can be");
      }
    }

    @Override
    public String toString() {
      return "Deletion[hidden]";
    }
  }

  /** The routes of account changes. */
  public List<Route<?, ?>> all() {
    return List.of(
        Route.post("/auth/upgrade", "upgradeGuest", "Turn your guest into an account")
            .takes(Upgrade.class)
            .responds(200, AuthRoutes.UserView.class)
            .limitedTo(CHANGES)
            .refuses(ProblemKind.NAME_TAKEN, ProblemKind.FORBIDDEN, ProblemKind.BUSY)
            .by(this::upgrade),
        Route.put("/auth/name", "changeName", "Change the name that others see")
            .takes(Rename.class)
            .responds(200, AuthRoutes.UserView.class)
            .limitedTo(CHANGES)
            .refuses(ProblemKind.NAME_TAKEN)
            .by(call -> response(changes.rename(user(call), session(call), call.body().name()))),
        Route.put("/auth/password", "changePassword", "Change your password; ends other sessions")
            .takes(PasswordChange.class)
            .limitedTo(CHANGES)
            .refuses(ProblemKind.FORBIDDEN, ProblemKind.BUSY)
            .by(this::changePassword),
        Route.post("/auth/delete", "deleteAccount", "Delete your account; your games stay")
            .mayTake(Deletion.class)
            .limitedTo(CHANGES)
            .refuses(ProblemKind.FORBIDDEN, ProblemKind.BUSY)
            .by(this::delete));
  }

  private RouteResponse<AuthRoutes.UserView> upgrade(Call<Upgrade> call) {
    var body = call.body();
    return response(
        unlessBusy(() -> changes.upgrade(user(call), session(call), body.name(), body.password())));
  }

  private RouteResponse<Void> changePassword(Call<PasswordChange> call) {
    var body = call.body();
    boolean isChanged =
        unlessBusy(() ->
            changes.changePassword(
                user(call), session(call), body.currentPassword(), body.newPassword()));
    if (!isChanged) throw HttpRefusal.of(ProblemKind.FORBIDDEN, "The current password is wrong");
    return RouteResponse.nothing();
  }

  private RouteResponse<Void> delete(Call<Deletion> call) {
    boolean isDeleted = unlessBusy(() -> deletion.delete(user(call), call.body().password()));
    if (!isDeleted) throw HttpRefusal.of(ProblemKind.FORBIDDEN, "The password is wrong");
    return RouteResponse.nothing();
  }

  private static RouteResponse<AuthRoutes.UserView> response(Change change) {
    return switch (change) {
      case Change.Done done -> RouteResponse.of(AuthRoutes.UserView.of(done.user()));
      case Change.NameTaken _ -> throw HttpRefusal.of(ProblemKind.NAME_TAKEN);
      case Change.NoGuest _ ->
          throw HttpRefusal.of(ProblemKind.FORBIDDEN, "You have an account already");
    };
  }

  private static <T> T unlessBusy(Supplier<T> work) {
    try {
      return work.get();
    } catch (Passwords.Overloaded full) {
      throw HttpRefusal.of(ProblemKind.BUSY, "Too many sign-ins at once").retryAfter(WHEN_BUSY);
    }
  }

  private static UserId user(Call<?> call) {
    return new UserId(call.user().userId());
  }

  private static String session(Call<?> call) {
    return call.user().session();
  }
}
