package dev.menagerie.server.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.StoreUnavailable.Store;
import dev.menagerie.server.game.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TokenVerifierTest {
  private static final User ADA = new User(new UserId("uAda"), "Ada", User.Kind.GUEST);

  private Instant now = Instant.now();
  private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
  private final Kept sessions = new Kept();
  private final AccessTokens tokens =
      new AccessTokens(SigningKeys.of(List.of("k".repeat(32))), Duration.ofHours(1), clock);
  private final TokenVerifier verifier = new TokenVerifier(tokens, sessions, clock);
  private final String token = tokens.issue(ADA.id(), "s1");

  /** Sessions in a map; the store can be made unreachable. */
  private static final class Kept implements SessionUsers {
    private final Map<String, User> users = new HashMap<>(Map.of("s1", ADA));
    private int asked;
    private Reach reach = Reach.THERE;

    private enum Reach {
      THERE,
      AWAY
    }

    void end(String session) {
      users.remove(session);
    }

    @Override
    public Optional<User> userOf(String session) {
      asked++;
      if (reach == Reach.AWAY) {
        throw new StoreUnavailable(Store.POSTGRES, new IllegalStateException("away"));
      }
      return Optional.ofNullable(users.get(session));
    }
  }

  @Test
  void aSessionIsLookedUpOnceInAWhileAndAgainAfterAHint() {
    for (int i = 0; i < 10; i++) assertThat(verifier.verify(token)).isPresent();
    assertThat(sessions.asked).isEqualTo(1);

    sessions.end("s1");
    verifier.forget("s1");
    assertThat(verifier.verify(token)).isEmpty();
  }

  @Test
  void anEndIsNoticedWithinSecondsThoughItsHintIsLost() {
    assertThat(verifier.verify(token)).isPresent();
    sessions.end("s1");
    now = now.plusSeconds(5);
    assertThat(verifier.verify(token)).isEmpty();
  }

  @Test
  void withoutTheStoreOnlyRecentSessionsAreAdmitted() {
    String stranger = tokens.issue(ADA.id(), "s2");
    assertThat(verifier.verify(token)).isPresent();
    sessions.reach = Kept.Reach.AWAY;
    now = now.plusSeconds(60);
    assertThat(verifier.verify(token)).isPresent();
    assertThatThrownBy(() -> verifier.verify(stranger)).isInstanceOf(StoreUnavailable.class);
    now = now.plus(Duration.ofMinutes(10));
    assertThatThrownBy(() -> verifier.verify(token)).isInstanceOf(StoreUnavailable.class);
  }

  @Test
  void aTokenOfAnotherUsersSessionIsNotGood() {
    assertThat(verifier.verify(tokens.issue(new UserId("uBob"), "s1"))).isEmpty();
  }
}
