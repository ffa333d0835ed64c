package dev.menagerie.rules.game;

import dev.menagerie.rules.card.Destination;
import dev.menagerie.rules.card.Effect;
import dev.menagerie.rules.state.Event;
import dev.menagerie.rules.state.Pokemon;

/** Operations on attached tools and on the stadium. */
final class ToolOperations {
  private ToolOperations() {}

  static boolean discardTools(
      Execution execution, RunningFrame frame, Effect.DiscardTools discard) {
    int[] from =
        Targeting.affected(execution, frame, discard.from(), "Choose whose tools to discard.");
    if (from == null) {
      return false;
    }
    for (int serial : from) {
      Pokemon holder = execution.table.find(serial);
      while (holder != null && holder.toolCount() > 0) {
        BoardChanges.detach(execution, holder, holder.tool(0), Destination.DISCARD);
        holder = execution.table.find(serial);
      }
    }
    return true;
  }

  static boolean discardStadium(Execution execution) {
    int stadium = execution.table.stadium();
    if (stadium >= 0) {
      execution.emit(
          new Event.StadiumLeft(execution.table.owner(stadium), execution.table.ref(stadium)));
    }
    return true;
  }
}
