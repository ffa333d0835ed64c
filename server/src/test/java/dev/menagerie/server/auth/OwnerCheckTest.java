package dev.menagerie.server.auth;

import static dev.menagerie.server.auth.OwnerCheck.Result.CONFIRMED;
import static dev.menagerie.server.auth.OwnerCheck.Result.SIGN_IN_AGAIN;
import static dev.menagerie.server.auth.OwnerCheck.Result.WRONG_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.Stores;
import dev.menagerie.server.oidc.Identities.Added;
import dev.menagerie.server.oidc.OidcIdentity;
import dev.menagerie.server.postgres.PostgresAccounts;
import dev.menagerie.server.postgres.PostgresIdentities;
import dev.menagerie.server.postgres.PostgresSessions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class OwnerCheckTest {
  private static final String PASSWORD = "correct horse battery";
  private static final Passwords PASSWORDS = new Passwords();

  private final PostgresAccounts accounts = new PostgresAccounts(Stores.database());
  private final PostgresSessions sessions = new PostgresSessions(Stores.database());
  private final AccessTokens tokens =
      new AccessTokens(
          SigningKeys.of(List.of("k".repeat(40))), AccessTokens.DEFAULT_LIFE, Clock.systemUTC());
  private final SignIns signIns =
      new SignIns(
          accounts, sessions, tokens, PASSWORDS, new ReservedNames(List.of()), (_, _, _) -> {});
  private Instant now = Instant.now();
  private final InstantSource clock = () -> now;
  private final OwnerCheck check = new OwnerCheck(accounts, sessions, PASSWORDS, clock);

  @AfterAll
  static void stop() {
    PASSWORDS.close();
  }

  private static PlayerName freshName() {
    return new PlayerName("Robin " + UUID.randomUUID().toString().substring(0, 8));
  }

  private String sessionOf(User user) {
    signIns.signInAs(user, "here");
    return sessions.of(user.id()).getFirst().session();
  }

  @Test
  void whoHasAPasswordGivesIt() {
    var user = accounts.register(freshName(), PASSWORDS.hash(new NewPassword(PASSWORD))).get();
    assertThat(check.check(user, "any", Optional.of(PASSWORD))).isEqualTo(CONFIRMED);
    assertThat(check.check(user, "any", Optional.of("a wrong one"))).isEqualTo(WRONG_PASSWORD);
    assertThat(check.check(user, "any", Optional.empty())).isEqualTo(WRONG_PASSWORD);
  }

  @Test
  void whomAProviderSignsInHasSignedInAMomentAgo() {
    var identity = new OidcIdentity("https://login.example.org", UUID.randomUUID().toString());
    var added = new PostgresIdentities(Stores.database()).register(identity, freshName());
    var user = ((Added.Done) added).user();
    var session = sessionOf(user);
    assertThat(check.check(user, session, Optional.empty())).isEqualTo(CONFIRMED);
    assertThat(check.check(user, "another", Optional.empty())).isEqualTo(SIGN_IN_AGAIN);
    now = now.plus(OwnerCheck.RECENT).plus(Duration.ofMinutes(1));
    assertThat(check.check(user, session, Optional.of(PASSWORD))).isEqualTo(SIGN_IN_AGAIN);
  }

  @Test
  void aGuestHasNothingToProveItWith() {
    var guest = accounts.addGuest(freshName()).get();
    now = now.plus(Duration.ofDays(1));
    assertThat(check.check(guest, "any", Optional.empty())).isEqualTo(CONFIRMED);
  }
}
