package dev.menagerie.server.play;

import dev.menagerie.rules.game.ClockChange;
import dev.menagerie.server.game.Cause;
import dev.menagerie.server.game.Ending;
import java.util.List;
import java.util.Optional;

/** A waiting game is closed before anybody joined. */
record CloseStep(Move.Closed.Why why) implements GameStep {
  @Override
  public Cause cause() {
    return new Cause.Service();
  }

  @Override
  public Attempt attempt(GameHeader header, Moment now) {
    if (now.isOver()) return new Attempt.Refuse(Refusals.GAME_OVER);
    if (now.state().isPresent()) return new Attempt.Refuse(Refusals.GAME_FULL);
    return close(now, why);
  }

  static Attempt close(Moment now, Move.Closed.Why why) {
    return new Attempt.Propose(
        new Move.Closed(why),
        now.players(),
        List.of(),
        Optional.empty(),
        new ClockChange.Stop(),
        Optional.of(new Ending(EndingCodes.of(why), Optional.empty())));
  }
}
