package dev.menagerie.server.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.Stores;
import dev.menagerie.server.auth.PlayerName;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.Games;
import dev.menagerie.server.game.History;
import dev.menagerie.server.game.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Guests who never played and do not return are deleted; no other user is. */
class GuestSweepTest {
  private static final Duration UNUSED = Duration.ofDays(30);

  private final Database database = Stores.database();
  private final PostgresJournal journal = new PostgresJournal(database, History.COMPOSER);
  private final PostgresAccounts accounts = new PostgresAccounts(database);

  @Test
  void onlyAbsentGuestsWithoutGamesAreDeleted() {
    var unused = guest();
    var played = guest();
    var plays = guest();
    var comesBack = guest();
    var registered = guest();
    for (var user : List.of(unused, played, plays, comesBack, registered)) age(user, 31);
    var young = guest();
    age(young, 29);
    execute("update users set registered = true where id = ?", registered);
    journal.create(Games.begun(GameId.fresh(), plays, UserId.fresh()), Optional.empty());
    end(played);
    execute(
        "insert into refresh_families (id, user_id, token_hash, expires_at)"
            + " values (gen_random_uuid()::text, ?, 'hash', now() + interval '1 day')",
        comesBack);
    // Other tests' guests may be swept before these.
    while (accounts.sweepGuests(UNUSED) > 0) {}
    assertThat(exists(unused)).isFalse();
    assertThat(List.of(played, plays, comesBack, registered, young)).allMatch(this::exists);
  }

  private void end(UserId player) {
    var opponent = UserId.fresh();
    var game = Games.begun(GameId.fresh(), player, opponent);
    journal.create(game, Optional.empty());
    var history = new History(game);
    history.end(player, opponent);
    assertThat(journal.append(history.entries()).written()).isEqualTo(1);
  }

  private UserId guest() {
    return accounts.addGuest(new PlayerName("Passing Guest")).orElseThrow().id();
  }

  private void age(UserId user, int days) {
    execute(
        "update users set created_at = now() - interval '" + days + " days' where id = ?", user);
  }

  private void execute(String statement, UserId user) {
    database.read(handle -> handle.execute(statement, user.value()));
  }

  private boolean exists(UserId user) {
    return database.read(handle ->
        handle
            .createQuery("select exists (select 1 from users where id = :id)")
            .bind("id", user.value())
            .mapTo(Boolean.class)
            .one());
  }
}
