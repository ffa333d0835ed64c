package dev.menagerie.server.lobby;

import java.time.Instant;
import java.util.List;

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

  /** A text for everyone. */
  record Announcement(String id, String text, Instant createdAt, Instant expiresAt) {
    public Announcement {
      if (text.isBlank() || text.length() > MAX_LENGTH) {
        throw new IllegalArgumentException("must have 1 to " + MAX_LENGTH + " characters");
      }
    }
  }
}
