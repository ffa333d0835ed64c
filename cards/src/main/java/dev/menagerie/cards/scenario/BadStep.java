package dev.menagerie.cards.scenario;

/** Thrown for a step that means nothing, whatever the state. */
final class BadStep extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadStep(String message) {
    super(message);
  }
}
