package dev.menagerie.server.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.Stores;
import dev.menagerie.server.admin.AuditLog;
import dev.menagerie.server.auth.PlayerName;
import dev.menagerie.server.auth.SessionStore.Family;
import dev.menagerie.server.auth.SessionStore.Replaced;
import dev.menagerie.server.auth.User;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Bans end by the store's clock and meet sign-ins at the same moment; acts are kept for a time. */
class AuditAndBansTest {
  private final Database database = Stores.database();
  private final PostgresAccounts accounts = new PostgresAccounts(database);
  private final PostgresSessions sessions = new PostgresSessions(database);
  private final PostgresBans bans = new PostgresBans(database);
  private final PostgresAudit audit = new PostgresAudit(database);

  private User user() {
    return accounts.addGuest(new PlayerName("Some Guest")).orElseThrow();
  }

  private static Family session(User user) {
    var replaced = new Replaced(Duration.ZERO, "");
    return new Family(UUID.randomUUID().toString(), user, new byte[] {1}, new byte[] {2}, replaced);
  }

  @Test
  void aBanEndsByItself() {
    var user = user();
    assertThat(bans.ban(user.id(), Optional.of(Duration.ofHours(1)), "", "oda")).isPresent();
    assertThat(sessions.start(session(user), Duration.ofDays(1))).isPresent();
    database.read(handle ->
        handle.execute(
            "update sanctions set until = now() - interval '1 second' where user_id = ?",
            user.id().value()));
    assertThat(bans.of(user.id())).isEmpty();
    assertThat(bans.lift(user.id())).isFalse();
    assertThat(sessions.start(session(user), Duration.ofDays(1))).isEmpty();
    assertThat(bans.sweep()).isPositive();
  }

  @Test
  void noSessionOutlivesABanOfTheSameMoment() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 50; i++) {
        var user = user();
        var signIn =
            threads.submit(() -> sessions.start(session(user), Duration.ofDays(1)).isPresent());
        var ban = threads.submit(() -> bans.ban(user.id(), Optional.empty(), "", "oda"));
        boolean refused = signIn.get();
        assertThat(ban.get().orElseThrow().ended()).hasSize(refused ? 0 : 1);
        assertThat(sessions.of(user.id())).isEmpty();
      }
    }
  }

  @Test
  void actsAreReadFromTheLastOneAndDeletedByAge() {
    var subject = UUID.randomUUID().toString();
    for (var act : List.of("first", "second", "third")) {
      audit.add(new AuditLog.Act("oda", act, subject, "", 200));
    }
    var all = audit.read(Optional.of(subject), Optional.of("oda"), Long.MAX_VALUE);
    assertThat(all).extracting(AuditLog.Entry::act).containsExactly("third", "second", "first");
    assertThat(audit.read(Optional.of(subject), Optional.empty(), all.get(1).id())).hasSize(1);
    assertThat(audit.read(Optional.of(subject), Optional.of("vera"), Long.MAX_VALUE)).isEmpty();
    database.read(handle ->
        handle.execute(
            "update audit set at = now() - interval '31 days' where subject = ? and act <> 'third'",
            subject));
    assertThat(audit.sweep(Duration.ofDays(30))).isGreaterThanOrEqualTo(2);
    assertThat(audit.read(Optional.of(subject), Optional.empty(), Long.MAX_VALUE))
        .extracting(AuditLog.Entry::act)
        .containsExactly("third");
  }
}
