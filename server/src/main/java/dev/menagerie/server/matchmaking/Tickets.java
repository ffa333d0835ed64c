package dev.menagerie.server.matchmaking;

import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.matchmaking.Ticket.Queue;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * Where tickets and matches live. A match is written with both of its tickets in one step, by one
 * node at a time: no ticket is in two matches, and none is lost, whatever dies. Any thread; waits
 * for the store and throws {@code StoreUnavailable}.
 */
public interface Tickets {
  /** Tickets that are paired in one pass; the others come with the next. */
  int MAX_PASS = 2_000;

  /** A user who has shown no sign of life for so long is not paired. */
  Duration PRESENT = Duration.ofSeconds(30);

  /** A user who has shown no sign of life for so long loses the ticket. */
  Duration ABSENT = Duration.ofSeconds(90);

  /** Keeps a ticket in place of the user's other one, unless that is taken for a game. */
  State put(Ticket ticket);

  /** Drops a user's ticket; false if it is taken for a game that is about to start. */
  boolean drop(UserId user);

  /** The state of a user's ticket; asking counts as a sign of life. */
  Optional<State> of(UserId user);

  /** Whom a user was paired with last. */
  Optional<UserId> lastOpponent(UserId user);

  /** Users who wait. */
  List<UserId> waiting();

  /** Signs of life. */
  void seen(Collection<UserId> users);

  /** Drops the tickets of absent users; returns their number. */
  int dropAbsent();

  /**
   * Makes matches of the tickets that wait; empty while another node does it.
   *
   * @param matchmaker decides on the tickets of present users; called once, within the step
   */
  List<Match> match(Matchmaker matchmaker);

  /** Matches of at least this age whose games have not been started. */
  List<Match> toStart(Duration age, int limit);

  /** A match's game has started. */
  void started(GameId game);

  /** How long users of a queue have waited lately; empty if no ticket has waited. */
  Optional<Duration> estimate(Queue queue);

  /** Drops matches of long ago, and tickets that belong to them. */
  void sweep();

  /** Chooses the pairs; {@code apart}: whether two users are never paired. */
  @FunctionalInterface
  interface Matchmaker {
    List<Match> decide(List<Ticket> waiting, BiPredicate<UserId, UserId> apart, Instant now);
  }

  /** The state of a ticket. */
  sealed interface State {
    /** The queue that the ticket is in. */
    Queue queue();

    /** It waits. */
    record Waiting(Queue queue, Instant since) implements State {}

    /** It was taken for a game. */
    record Matched(Queue queue, GameId game) implements State {}
  }
}
