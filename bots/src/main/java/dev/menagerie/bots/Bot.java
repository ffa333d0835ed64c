package dev.menagerie.bots;

import dev.menagerie.rules.view.Action;
import dev.menagerie.rules.view.View;

/**
 * A player that sees what its seat sees, and nothing else, and chooses an action. One instance
 * plays one seat of one game; not thread safe. A search needs more than a view and is no {@code
 * Bot}: see {@link BotKind#chooser}.
 */
public interface Bot {
  /**
   * Chooses an action.
   *
   * @param view of the seat that is to act; it lists at least one legal action
   */
  Action choose(View view);
}
