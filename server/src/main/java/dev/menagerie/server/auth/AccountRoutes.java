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
import java.util.Locale;
import java.util.Map;
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

  /**
   * A new password, and the one before.
   *
   * @param currentPassword absent: the user has none yet
   */
  record PasswordChange(Optional<String> currentPassword, NewPassword newPassword) {
    PasswordChange {
      requirePossible(currentPassword);
    }

    @Override
    public String toString() {
      return "PasswordChange[hidden]";
    }
  }

  /**
   * Deletes the account.
   *
   * @param password of a user who has one
   */
  record Deletion(Optional<String> password) {
    Deletion {
      requirePossible(password);
    }

    @Override
    public String toString() {
      return "Deletion[hidden]";
    }
  }

  private static void requirePossible(Optional<String> password) {
    if (password.filter(given -> given.length() > NewPassword.MAX_LENGTH).isPresent()) {
      throw new IllegalArgumentException("password must not be longer than any can be");
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
        Route.put(
                "/auth/password",
                "changePassword",
                "Change your password, or set the first; ends other sessions")
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
    var result =
        unlessBusy(() ->
            changes.setPassword(
                user(call), session(call), body.currentPassword(), body.newPassword()));
    return confirmed(
        result.orElseThrow(
            () -> HttpRefusal.of(ProblemKind.FORBIDDEN, "Make an account of your guest first")));
  }

  private RouteResponse<Void> delete(Call<Deletion> call) {
    return confirmed(
        unlessBusy(() -> deletion.delete(user(call), session(call), call.body().password())));
  }

  private static RouteResponse<Void> confirmed(OwnerCheck.Result result) {
    return switch (result) {
      case CONFIRMED -> RouteResponse.nothing();
      case WRONG_PASSWORD -> throw refusal("The password is wrong", result);
      case SIGN_IN_AGAIN -> throw refusal("Sign in at the provider again", result);
    };
  }

  private static HttpRefusal refusal(String message, OwnerCheck.Result result) {
    return HttpRefusal.of(ProblemKind.FORBIDDEN, message)
        .with(Map.of("reason", result.name().toLowerCase(Locale.ROOT)));
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
