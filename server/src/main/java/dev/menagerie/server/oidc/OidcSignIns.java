package dev.menagerie.server.oidc;

import dev.menagerie.server.auth.PlayerName;
import dev.menagerie.server.auth.ReservedNames;
import dev.menagerie.server.auth.SignIns;
import dev.menagerie.server.auth.SignIns.SignedInUser;
import dev.menagerie.server.auth.User;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.oidc.Identities.Added;
import dev.menagerie.server.oidc.SignInRefused.Reason;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Signs users in through the provider. Any thread; waits for the issuer and the stores, throws
 * {@code StoreUnavailable}.
 */
public final class OidcSignIns {
  /** How long a person may take at the provider's pages. */
  static final Duration LIFE = Duration.ofMinutes(10);

  private final OidcIssuer issuer;
  private final Identities identities;
  private final SignIns signIns;
  private final ReservedNames reserved;
  private final List<byte[]> keys;
  private final Consumer<String> changed;
  private final InstantSource clock;

  /**
   * @param keys that seal sign-ins, the same on all nodes; the first seals, all are accepted
   * @param changed hears of a session whose user has changed
   */
  public OidcSignIns(
      OidcIssuer issuer,
      Identities identities,
      SignIns signIns,
      ReservedNames reserved,
      List<byte[]> keys,
      Consumer<String> changed,
      InstantSource clock) {
    this.issuer = issuer;
    this.identities = identities;
    this.signIns = signIns;
    this.reserved = reserved;
    this.keys = List.copyOf(keys);
    this.changed = changed;
    this.clock = clock;
  }

  /**
   * A sign-in that has begun.
   *
   * @param authorization where the browser goes
   */
  record Begun(URI authorization, PendingSignIn pending) {}

  /**
   * What a browser brings back.
   *
   * @param signIn what it was given when it began
   */
  record Returned(String signIn, String state, String code, Optional<String> issuer) {
    @Override
    public String toString() {
      return "Returned[hidden]";
    }
  }

  /** What players read on the button. */
  String name() {
    return issuer.settings().name();
  }

  /**
   * Begins a sign-in.
   *
   * @param user who is signed in and wants to link an identity
   */
  Begun begin(Optional<UserId> user) throws IssuerUnavailable {
    var pending = PendingSignIn.begin(keys.getFirst(), user, clock.instant().plus(LIFE));
    return new Begun(issuer.authorization(pending), pending);
  }

  /**
   * Signs in the user of an identity; a new identity gets a new user.
   *
   * @param client where the request comes from
   */
  SignedInUser finish(Returned returned, String client) throws IssuerUnavailable, SignInRefused {
    var claims = accepted(returned, Optional.empty());
    return signIns.signInAs(userOf(claims), client);
  }

  private User userOf(OidcClaims claims) {
    var known = identities.find(claims.identity());
    if (known.isPresent()) return known.get();
    var added =
        named(
            NameProposals.of(claims.nicknames()),
            name -> identities.register(claims.identity(), name));
    return switch (added) {
      case Added.Done done -> done.user();
      // Another tab was faster.
      case Added.IdentityTaken _ -> identities.find(claims.identity()).orElseThrow();
      case Added.NameTaken _ -> throw new IllegalStateException("every generated name is taken");
    };
  }

  /**
   * Gives the identity to a user who is signed in. A guest has an account then, under the same name
   * if it is free.
   */
  Added link(UserId user, String name, String session, Returned returned)
      throws IssuerUnavailable, SignInRefused {
    var claims = accepted(returned, Optional.of(user));
    var wanted = NameProposals.of(List.of(name));
    var added = named(wanted, one -> identities.link(user, claims.identity(), one));
    changed.accept(session);
    return added;
  }

  private Added named(List<PlayerName> names, Function<PlayerName, Added> add) {
    Added last = new Added.NameTaken();
    for (var name : names) {
      if (reserved.contains(name)) continue;
      last = add.apply(name);
      if (!(last instanceof Added.NameTaken)) return last;
    }
    return last;
  }

  private OidcClaims accepted(Returned returned, Optional<UserId> by)
      throws IssuerUnavailable, SignInRefused {
    var pending =
        keys.stream()
            .flatMap(key -> PendingSignIn.read(key, returned.signIn()).stream())
            .findFirst()
            .filter(one -> clock.instant().isBefore(one.expiresAt()))
            .orElseThrow(() -> new SignInRefused(Reason.EXPIRED, "it has expired"));
    boolean isOwn =
        pending.user().equals(by) && PendingSignIn.isSame(pending.state(), returned.state());
    if (!isOwn) throw new SignInRefused(Reason.NOT_YOURS, "another user or browser began it");
    if (!identities.finish(pending.id(), pending.expiresAt())) {
      throw new SignInRefused(Reason.USED, "it is shown again");
    }
    return issuer.claims(pending, returned.code(), returned.issuer());
  }
}
