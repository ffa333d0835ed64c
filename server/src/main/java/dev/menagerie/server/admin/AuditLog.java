package dev.menagerie.server.admin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The acts of operators, in the order in which they were done. All methods block, and throw {@code
 * StoreUnavailable} when the store cannot be reached.
 */
public interface AuditLog {
  /** Entries of one answer at most. */
  int MAX_ROWS = 200;

  /**
   * An act.
   *
   * @param operator the name that belongs to the token
   * @param subject the game, user, logger or node it was done to
   * @param details arguments in words; nothing secret
   * @param status of the response: 200, or why it was refused
   */
  record Act(String operator, String act, String subject, String details, int status) {}

  /** An act and when it was done; later ones have greater numbers. */
  record Entry(
      long id,
      Instant at,
      String operator,
      String act,
      String subject,
      String details,
      int status) {}

  /** Adds an act at the present time. */
  void add(Act act);

  /**
   * Acts, the last one first, at most {@link #MAX_ROWS}.
   *
   * @param before only entries with smaller numbers
   */
  List<Entry> read(Optional<String> subject, Optional<String> operator, long before);
}
