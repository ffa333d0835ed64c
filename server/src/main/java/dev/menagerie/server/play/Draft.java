package dev.menagerie.server.play;

import dev.menagerie.server.game.Entry;
import dev.menagerie.server.game.Head;

/**
 * A step that is decided and encoded, ready for the store. It is valid for the head it was decided
 * from only, so it may be made long before it is needed.
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
