package dev.menagerie.bots;

import dev.menagerie.rules.view.Action;
import dev.menagerie.rules.view.View;

/**
 * A player without hands. It sees what its seat sees and nothing else, and answers with an action.
 * One instance plays one seat of one game; not thread safe.
 *
 * <p>This is the seam for stronger players: a search bot deals itself possible worlds from the view
 * and tries its actions there.
 */
public interface Bot {
  /**
   * Chooses an action.
   *
   * @param view of the seat that is to act; it lists at least one legal action
   */
  Action choose(View view);
}
