package dev.menagerie.server.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.Stores;
import dev.menagerie.server.http.IdempotencyStore.Claim;
import dev.menagerie.server.http.IdempotencyStore.StoredResponse;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A user's answers that may be repeated have a bound; the oldest go. */
class IdempotencyBoundTest {
  private static final byte[] HASH = "hash".getBytes(UTF_8);

  private final PostgresIdempotencyStore store = new PostgresIdempotencyStore(Stores.database());

  @Test
  void theOldestAnswersOfAUserAreDropped() {
    var user = user();
    int most = PostgresIdempotencyStore.MAX_PER_USER;
    for (int i = 0; i <= most; i++) {
      assertThat(store.claim(user, "key-" + i, HASH)).isInstanceOf(Claim.Fresh.class);
      store.keep(user, "key-" + i, new StoredResponse(204, "", Optional.empty()));
    }
    assertThat(kept(user)).isEqualTo(most);
    assertThat(store.claim(user, "key-" + most, HASH)).isInstanceOf(Claim.Done.class);
    assertThat(store.claim(user, "key-0", HASH)).isInstanceOf(Claim.Fresh.class);
  }

  private static int kept(String user) {
    return Stores.database()
        .read(handle ->
            handle
                .createQuery("select count(*) from idempotency_keys where user_id = :user")
                .bind("user", user)
                .mapTo(Integer.class)
                .one());
  }

  private static String user() {
    var id = "idem-" + UUID.randomUUID();
    Stores.database()
        .read(handle ->
            handle.execute(
                "insert into users (id, name, name_key, registered) values (?, 'x', ?, false)",
                id,
                id));
    return id;
  }
}
