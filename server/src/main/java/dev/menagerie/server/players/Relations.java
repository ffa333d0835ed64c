package dev.menagerie.server.players;

import dev.menagerie.server.game.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The store of friends and blocked users. Any thread; waits for the store and throws {@code
 * StoreUnavailable}.
 */
public interface Relations {
  /** Questions to one user that wait for an answer. */
  int MAX_ASKING = 100;

  /**
   * How many users one user may have in a list.
   *
   * @param friends friends, and users who were asked and have not answered
   * @param blocks users that are blocked
   */
  record Bounds(int friends, int blocks) {}

  /** A user as others see them. */
  record Known(UserId user, String name) {}

  /** A friend, or a user with an open friend request. */
  record Friend(UserId user, String name, Status status, Instant since) {
    /** What the other user is. */
    public enum Status {
      FRIENDS,
      /** The user has asked the other one. */
      ASKED,
      /** The other one has asked the user. */
      ASKING
    }
  }

  /** What became of a change. */
  sealed interface Outcome {
    /**
     * It is so now.
     *
     * @param changed false: it was so before
     */
    record Done(boolean changed) implements Outcome {}

    /** There is no such user. */
    record NoSuchUser() implements Outcome {}

    /** One of the two blocks the other. */
    record Blocked() implements Outcome {}

    /** One of the two has as many as allowed. */
    record LimitReached(int most) implements Outcome {}
  }

  /** Asks a user to be a friend, or accepts if that user has asked before. */
  Outcome befriend(UserId user, UserId other);

  /** Ends a friendship, or a question in either direction; whether there was one. */
  boolean unfriend(UserId user, UserId other);

  /** Whether two users are friends. */
  boolean areFriends(UserId one, UserId other);

  /** Friends and open questions, by name. */
  List<Friend> friendsOf(UserId user);

  /** Blocks a user, and ends a friendship with that user. */
  Outcome block(UserId user, UserId other);

  /** Blocks a user no longer. */
  void unblock(UserId user, UserId other);

  /** Users that a user blocks, by name. */
  List<Known> blockedBy(UserId user);

  /** Whether one of two users blocks the other. */
  boolean isBlocked(UserId one, UserId other);

  /** For each of these users, those on either side of a block with them; others are absent. */
  Map<UserId, Set<UserId>> hiddenFrom(Collection<UserId> users);
}
