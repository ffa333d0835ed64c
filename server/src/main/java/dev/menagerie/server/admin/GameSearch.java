package dev.menagerie.server.admin;

import dev.menagerie.server.game.GameId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Games as operators look for them, running or finished. All methods block, and throw {@code
 * StoreUnavailable} when the store cannot be reached.
 */
public interface GameSearch {
  /** Rows of one answer at most. */
  int MAX_ROWS = 200;

  /**
   * The games that moved last, at most {@link #MAX_ROWS}.
   *
   * @param player only games of this user, finished ones included
   * @param status only unfinished games of this status, or {@code finished}
   */
  List<Row> find(Optional<String> player, Optional<String> status);

  /** One game. */
  Optional<Row> game(GameId game);

  /** A game's commits after a version, in order, at most {@link #MAX_ROWS}. */
  List<Step> timeline(GameId game, long afterVersion);

  /** A game, as of its last checkpoint or its end. */
  record Row(
      String gameId,
      String gameType,
      String status,
      List<String> players,
      int turn,
      long eventId,
      Instant createdAt,
      Instant movedAt,
      Optional<Instant> turnDeadline,
      Optional<String> endReason,
      Optional<String> winnerId) {
    public Row {
      players = List.copyOf(players);
    }
  }

  /**
   * One commit.
   *
   * @param seat the seat that requested it; absent: the clock, or the service
   * @param messageId the client's own name for its request
   * @param move what was asked: its kind and no more, since the rest may be hidden
   */
  record Step(
      int epoch,
      long eventId,
      Instant at,
      Optional<Integer> seat,
      Optional<String> messageId,
      String move,
      Optional<Instant> deadline) {}
}
