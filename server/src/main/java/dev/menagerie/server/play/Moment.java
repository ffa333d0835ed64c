package dev.menagerie.server.play;

import dev.menagerie.rules.state.GameState;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.server.game.Ending;
import dev.menagerie.server.game.GameClock;
import dev.menagerie.server.game.Head;
import dev.menagerie.server.game.LifecycleStatus;
import dev.menagerie.server.game.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A game at one version.
 *
 * @param state absent while the game waits for its second player
 * @param startedAt when the second seat was taken
 * @param at when this version was committed
 * @param checkpointed the version the latest known checkpoint was made at
 */
public record Moment(
    Head head,
    List<PlayerEntry> players,
    Optional<GameState> state,
    GameClock clock,
    Optional<Instant> startedAt,
    Instant at,
    Optional<Ending> ending,
    long checkpointed) {
  public Moment {
    players = List.copyOf(players);
  }

  /** The game's number of commits at this moment. */
  public long version() {
    return head.version();
  }

  /** The turn, counted over both players from 1; 0 before the first. */
  public int turnNumber() {
    return state.map(GameState::turn).orElse(0);
  }

  /** The same, as the store has committed it. */
  Moment committed(Head newHead, GameClock newClock, long newCheckpointed) {
    return new Moment(newHead, players, state, newClock, startedAt, at, ending, newCheckpointed);
  }

  /** Whether the game has ended. */
  public boolean isOver() {
    return ending.isPresent();
  }

  /** Whether the game waits, is set up, is played or has ended. */
  public LifecycleStatus status() {
    if (isOver()) return LifecycleStatus.FINISHED;
    return state
        .map(s ->
            switch (s.status()) {
              case SETUP -> LifecycleStatus.SETUP;
              case ACTIVE -> LifecycleStatus.ACTIVE;
              case FINISHED -> LifecycleStatus.FINISHED;
            })
        .orElse(LifecycleStatus.WAITING);
  }

  /** Where a user sits. */
  public Optional<Seat> seatOf(UserId user) {
    for (int i = 0; i < players.size(); i++) {
      if (players.get(i).user().equals(user)) return Optional.of(Seat.of(i));
    }
    return Optional.empty();
  }

  /** The player of a seat; empty if the seat is free. */
  public Optional<PlayerEntry> player(Seat seat) {
    return seat.index() < players.size()
        ? Optional.of(players.get(seat.index()))
        : Optional.empty();
  }
}
