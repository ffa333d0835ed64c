package dev.menagerie.server.live;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the operator tells everyone. Any thread; waits for the store and throws {@code
 * StoreUnavailable}.
 */
public interface Announcements {
  /** Announcements that are in force at once; a new one displaces the oldest. */
  int MAX_IN_FORCE = 5;

  /** Characters of an announcement. */
  int MAX_LENGTH = 500;

  /** Keeps an announcement. */
  void add(Announcement announcement);

  /** Those in force, the newest first. */
  List<Announcement> inForce(Instant now);

  /** Ends all of them. */
  void clear();

  /**
   * A text for everyone.
   *
   * @param at the moment that players see a countdown to, such as the start of a maintenance
   * @param closeNewGames whether new games are refused from {@code at} on
   */
  record Announcement(
      String id,
      String text,
      Instant createdAt,
      Instant expiresAt,
      Optional<Instant> at,
      boolean closeNewGames) {
    public Announcement {
      if (text.isBlank() || text.length() > MAX_LENGTH) {
        throw new IllegalArgumentException("must have 1 to " + MAX_LENGTH + " characters");
      }
      if (closeNewGames && at.isEmpty()) {
        throw new IllegalArgumentException("close_new_games needs at");
      }
      if (at.isPresent() && at.get().isAfter(expiresAt)) {
        throw new IllegalArgumentException("at must not be after expires_at");
      }
    }

    boolean closesNewGamesAt(Instant now) {
      return closeNewGames && !now.isBefore(at.orElseThrow()) && now.isBefore(expiresAt);
    }
  }
}
