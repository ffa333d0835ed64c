package dev.menagerie.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.Stores;
import dev.menagerie.server.game.ManualClock;
import dev.menagerie.server.live.Announcements.Announcement;
import dev.menagerie.server.postgres.PostgresAnnouncements;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A maintenance closes the node to new games at its moment, and opens it when it is over. */
class AnnouncementFeedTest {
  private final ManualClock clock = new ManualClock();
  private final PostgresAnnouncements store = new PostgresAnnouncements(Stores.database());
  private final Scheduler scheduler = new Scheduler();

  @AfterEach
  void close() {
    scheduler.close();
    store.clear();
  }

  private AnnouncementFeed announced(boolean closeNewGames) {
    store.clear();
    var now = clock.instant();
    var at = now.plus(Duration.ofMinutes(10));
    store.add(
        new Announcement(
            UUID.randomUUID().toString(),
            "We move.",
            now,
            at.plus(Duration.ofMinutes(5)),
            Optional.of(at),
            closeNewGames));
    return new AnnouncementFeed(store, scheduler, clock);
  }

  @Test
  void newGamesAreClosedFromItsMomentUntilItIsPast() {
    var feed = announced(true);
    assertThat(feed.closesNewGames()).isFalse();
    clock.pass(Duration.ofMinutes(10));
    assertThat(feed.closesNewGames()).isTrue();
    clock.pass(Duration.ofMinutes(5));
    assertThat(feed.closesNewGames()).isFalse();
    feed.read();
    assertThat(feed.current()).isEmpty();
  }

  @Test
  void withoutTheOperatorsWishNewGamesStayOpen() {
    var feed = announced(false);
    clock.pass(Duration.ofMinutes(10));
    assertThat(feed.closesNewGames()).isFalse();
    assertThat(feed.current()).hasSize(1);
  }
}
