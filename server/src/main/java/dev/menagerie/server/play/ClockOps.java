package dev.menagerie.server.play;

import dev.menagerie.rules.game.ClockChange;
import dev.menagerie.server.game.ClockOp;

/** Translates the rules' clock changes into the store's. */
final class ClockOps {
  private ClockOps() {}

  static ClockOp of(ClockChange change) {
    return switch (change) {
      case ClockChange.Keep _ -> new ClockOp.Keep();
      case ClockChange.Start start -> new ClockOp.Start(start.time());
      case ClockChange.PauseAndStart start -> new ClockOp.PauseAndStart(start.time());
      case ClockChange.Resume _ -> new ClockOp.Resume();
      case ClockChange.Extend extend -> new ClockOp.Extend(extend.time());
      case ClockChange.Capped capped -> new ClockOp.Capped(of(capped.change()), capped.most());
      case ClockChange.Uncap _ -> new ClockOp.Uncap();
      case ClockChange.Stop _ -> new ClockOp.Stop();
    };
  }
}
