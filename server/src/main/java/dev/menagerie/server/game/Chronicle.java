package dev.menagerie.server.game;

/**
 * What the archive keeps of a finished game beyond its journal, each part JSON or a plain name: all
 * that is needed to play the game again and to compare every step.
 */
public record Chronicle(
    String rules,
    String decks,
    String seed,
    String actions,
    String digests,
    String result,
    String engineVersion,
    String cardsVersion) {
  @Override
  public String toString() {
    return "Chronicle[engine " + engineVersion + ", cards " + cardsVersion + "]";
  }
}
