package dev.menagerie.server.oidc;

import dev.menagerie.server.auth.PlayerName;
import dev.menagerie.server.auth.User;
import dev.menagerie.server.game.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The store of identities: each belongs to one user, and a user has one of each issuer at most.
 * Methods block and may be called from any thread; they throw {@code StoreUnavailable}.
 */
public interface Identities {
  /** The user that an identity belongs to. */
  Optional<User> find(OidcIdentity identity);

  /** Adds a registered user, without a password, that an identity belongs to. */
  Added register(OidcIdentity identity, PlayerName name);

  /**
   * Gives an identity to a user. A guest is a registered user then.
   *
   * @param name of the user from now on; a registered user's is not changed
   */
  Added link(UserId user, OidcIdentity identity, PlayerName name);

  /** A user's identities, the oldest first; as many as there were issuers here. */
  List<Linked> of(UserId user);

  /**
   * Takes identities away from a user; false: the user has no password to sign in with instead.
   *
   * @param issuer empty: of all issuers
   */
  boolean unlink(UserId user, Optional<String> issuer);

  /**
   * Marks a sign-in as finished; false if it was before.
   *
   * @param expiresAt when the mark can go, because the sign-in has expired
   */
  boolean finish(String signIn, Instant expiresAt);

  /** Deletes marks that are no longer needed; at most some thousand in one call. */
  int sweep();

  /** An identity of a user. */
  record Linked(OidcIdentity identity, Instant linkedAt) {}

  /** What became of a new identity. */
  sealed interface Added {
    /** It is this user's. */
    record Done(User user) implements Added {}

    /** Another user has the name, or one that looks like it. */
    record NameTaken() implements Added {}

    /** It is another user's, or the user has another one of this issuer. */
    record IdentityTaken() implements Added {}
  }
}
