package dev.menagerie.server.matchmaking;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;

import dev.menagerie.server.game.UserId;
import dev.menagerie.server.play.GameType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/**
 * Pairs the tickets of a queue. Pure. Those who have waited longest choose first: in a casual queue
 * the next in line, in a ranked one the nearest rating within a window that widens with the wait.
 * Two who were paired with each other last are paired again only if no other ticket would do.
 */
public final class Pairing {
  /** Ratings may differ by so much at first: the stronger one wins two games of three. */
  static final double WINDOW = 100;

  /** The window widens by so much a second. */
  static final double WINDOW_PER_SECOND = 20;

  /** Waiting time after which any rating is near enough. */
  static final Duration ANY_RATING = Duration.ofSeconds(60);

  /** How long two who have just played each other wait for another opponent. */
  static final Duration NO_REMATCH = Duration.ofSeconds(10);

  /** Neighbors in rating that are looked at on each side. */
  private static final int NEIGHBORS = 16;

  private Pairing() {}

  /** Two tickets of one queue; the first has waited longer. */
  public record Pair(Ticket first, Ticket second) {}

  /**
   * Pairs tickets of one queue; every ticket is in one pair at most.
   *
   * @param apart whether two users are never paired: one of them blocks the other
   */
  public static List<Pair> pairs(
      List<Ticket> queue, BiPredicate<UserId, UserId> apart, Instant now) {
    var waiting = queue.stream().sorted(comparing(Ticket::since)).toList();
    var line = new Line(waiting, apart, now);
    var pairs = new ArrayList<Pair>();
    for (boolean rematches : new boolean[] {false, true}) {
      for (var ticket : waiting) {
        if (line.isTaken(ticket)) continue;
        line.opponentOf(ticket, rematches)
            .ifPresent(opponent -> {
              line.take(ticket, opponent);
              pairs.add(new Pair(ticket, opponent));
            });
      }
    }
    return pairs;
  }

  /** The waiting tickets, by rating or by arrival. */
  private static final class Line {
    private final BiPredicate<UserId, UserId> apart;
    private final Instant now;
    private final TreeSet<Ticket> free;
    private final Set<UserId> taken = new HashSet<>();

    Line(List<Ticket> waiting, BiPredicate<UserId, UserId> apart, Instant now) {
      this.apart = apart;
      this.now = now;
      boolean isRanked = !waiting.isEmpty() && waiting.getFirst().queue().type() == GameType.RANKED;
      free =
          new TreeSet<>(
              (isRanked ? comparingDouble(Ticket::rating) : comparing(Ticket::since))
                  .thenComparing(ticket -> ticket.user().value()));
      free.addAll(waiting);
    }

    boolean isTaken(Ticket ticket) {
      return taken.contains(ticket.user());
    }

    void take(Ticket one, Ticket other) {
      free.remove(one);
      free.remove(other);
      taken.add(one.user());
      taken.add(other.user());
    }

    Optional<Ticket> opponentOf(Ticket ticket, boolean rematches) {
      var candidates = new ArrayList<Ticket>();
      var lower = free.lower(ticket);
      var higher = free.higher(ticket);
      for (int i = 0; i < NEIGHBORS; i++) {
        if (lower != null) {
          candidates.add(lower);
          lower = free.lower(lower);
        }
        if (higher != null) {
          candidates.add(higher);
          higher = free.higher(higher);
        }
      }
      return candidates.stream()
          .filter(other -> !apart.test(ticket.user(), other.user()))
          .filter(other -> fits(ticket, other, now, rematches))
          .min(nearestTo(ticket));
    }

    private static Comparator<Ticket> nearestTo(Ticket ticket) {
      return ticket.queue().type() == GameType.RANKED
          ? comparingDouble(other -> Math.abs(other.rating() - ticket.rating()))
          : comparing(Ticket::since);
    }
  }

  private static boolean fits(Ticket one, Ticket other, Instant now, boolean rematches) {
    boolean isRematch =
        one.lastOpponent().equals(Optional.of(other.user()))
            || other.lastOpponent().equals(Optional.of(one.user()));
    if (isRematch && !(rematches && haveWaited(one, other, now))) return false;
    if (one.queue().type() != GameType.RANKED) return true;
    double difference = Math.abs(one.rating() - other.rating());
    return difference <= window(one, now) && difference <= window(other, now);
  }

  private static boolean haveWaited(Ticket one, Ticket other, Instant now) {
    var since = one.since().isAfter(other.since()) ? one.since() : other.since();
    return !now.isBefore(since.plus(NO_REMATCH));
  }

  private static double window(Ticket ticket, Instant now) {
    var waited = Duration.between(ticket.since(), now);
    if (waited.compareTo(ANY_RATING) >= 0) return Double.POSITIVE_INFINITY;
    return WINDOW + WINDOW_PER_SECOND * Math.max(0, waited.toMillis()) / 1_000;
  }
}
