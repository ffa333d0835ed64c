package dev.menagerie.server.play;

import dev.menagerie.server.game.Entry;
import dev.menagerie.server.game.Head;

/**
 * A step decided and written, ready for the store. What it was decided from is known by its head:
 * of any other it is worth nothing, so that it may be made long before it is needed.
 */
record Draft(
    GameStep step,
    Moment before,
    GameStep.Attempt.Propose proposal,
    GameRecord record,
    ActionReply reply,
    Entry entry) {
  boolean isFor(Head head, GameStep wanted) {
    return before.head().equals(head) && step.equals(wanted);
  }
}
