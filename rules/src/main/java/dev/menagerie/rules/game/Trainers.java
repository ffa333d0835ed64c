package dev.menagerie.rules.game;

import dev.menagerie.rules.card.Destination;
import dev.menagerie.rules.state.Frame;
import dev.menagerie.rules.state.Pile;

/** A Trainer card from its effect to the discard pile. */
final class Trainers {
  // The steps, in this order.
  private static final int EFFECT = 0;
  private static final int TO_DISCARD = 1;

  private Trainers() {}

  /** A Trainer reaches the discard last, after its effect. */
  static boolean step(Execution execution, RunningFrame frame) {
    if (frame.at == EFFECT) {
      frame.next(TO_DISCARD);
      execution.stack.push(
          new RunningFrame(
              Frame.Kind.PROGRAM,
              frame.card,
              execution.table.cards().face(frame.card).playProgram(),
              frame.seat,
              -1,
              frame.source,
              -1));
      return true;
    }
    execution.stack.pop();
    if (execution.table.holds(frame.seat, Pile.PLAYING, frame.source)) {
      execution.move(
          frame.seat,
          Pile.PLAYING,
          Destination.DISCARD,
          new int[] {frame.source},
          true,
          frame.seat);
    }
    return true;
  }
}
