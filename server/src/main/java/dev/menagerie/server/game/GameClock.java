package dev.menagerie.server.game;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A game's clock as the store has it.
 *
 * @param number rises with every change except time given back
 * @param deadline when the running clock expires, in the store's time
 * @param paused the remaining time of a paused clock
 */
public record GameClock(long number, Optional<Instant> deadline, Optional<Duration> paused) {
  public static final GameClock NONE = new GameClock(0, Optional.empty(), Optional.empty());

  /** The remaining time at an instant, never negative; empty when no clock runs. */
  public Optional<Duration> remaining(Instant now) {
    return deadline.map(d -> now.isBefore(d) ? Duration.between(now, d) : Duration.ZERO);
  }

  /** The clock once an operation has been done at an instant. */
  public GameClock after(ClockOp op, Instant now) {
    return switch (op) {
      case ClockOp.Keep _ -> this;
      case ClockOp.Start start -> next(Optional.of(now.plus(start.time())), Optional.empty());
      case ClockOp.PauseAndStart start ->
          next(Optional.of(now.plus(start.time())), paused.or(() -> remaining(now)));
      case ClockOp.Resume _ -> next(paused.map(now::plus), Optional.empty());
      case ClockOp.Extend extend -> next(deadline.map(d -> d.plus(extend.time())), paused);
      case ClockOp.Capped(ClockOp.Keep _, Duration most) ->
          next(deadline, paused).capped(most, now);
      case ClockOp.Capped(ClockOp inner, Duration most) -> after(inner, now).capped(most, now);
      case ClockOp.Uncap _ ->
          next(deadline.map(d -> d.plus(paused.orElse(Duration.ZERO))), Optional.empty());
      case ClockOp.Stop _ -> next(Optional.empty(), Optional.empty());
    };
  }

  private GameClock capped(Duration most, Instant now) {
    boolean isLonger = remaining(now).filter(left -> left.compareTo(most) > 0).isPresent();
    if (!isLonger || paused.isPresent()) return this;
    var cut = remaining(now).orElseThrow().minus(most);
    return new GameClock(number, Optional.of(now.plus(most)), Optional.of(cut));
  }

  /** The same clock with its deadline moved: time that was lost is given back. */
  public GameClock givenBack(Duration lost) {
    return new GameClock(number, deadline.map(d -> d.plus(lost)), paused);
  }

  /** The same clock with another deadline. */
  public GameClock runningOutAt(Instant newDeadline) {
    return new GameClock(number, Optional.of(newDeadline), paused);
  }

  private GameClock next(Optional<Instant> newDeadline, Optional<Duration> newPaused) {
    return new GameClock(number + 1, newDeadline, newPaused);
  }
}
