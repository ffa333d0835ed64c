package dev.menagerie.server.players;

import dev.menagerie.server.game.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The store of who does not want to see whose emotes, and of users whom an operator has muted for
 * all. Any thread; waits for the store and throws {@code StoreUnavailable}.
 */
public interface Mutes {
  /**
   * Upper bound on the users that one player's emotes leave out; beyond it the oldest mutes are
   * ignored.
   */
  int MAX_RECEIVERS = 500;

  /** Sanctions that {@link #sanctions} returns at most. */
  int MAX_LISTED = 200;

  /**
   * A user whom an operator has muted.
   *
   * @param until when they may show emotes again; empty: never
   * @param reason in the operator's words, for operators only
   */
  record Sanction(
      UserId user, Optional<Instant> until, String reason, String operator, Instant since) {}

  /** Mutes a user for another one. */
  Relations.Outcome mute(UserId user, UserId other);

  /** Mutes a user no longer. */
  void unmute(UserId user, UserId other);

  /** Users that a user has muted, by name. */
  List<Relations.Known> mutedBy(UserId user);

  /** Those who have muted or blocked a user; at most {@link #MAX_RECEIVERS}, the latest of them. */
  Set<UserId> deafTo(UserId user);

  /**
   * Mutes a user for all, in place of an earlier sanction.
   *
   * @param length empty: for good
   * @return empty: there is no such user
   */
  Optional<Sanction> sanction(
      UserId user, Optional<Duration> length, String reason, String operator);

  /** Ends a sanction before its time; false: there was none in force. */
  boolean lift(UserId user);

  /** The sanction of a user that is in force. */
  Optional<Sanction> sanctionOf(UserId user);

  /** The sanctions in force, the newest first; at most {@link #MAX_LISTED}. */
  List<Sanction> sanctions();
}
