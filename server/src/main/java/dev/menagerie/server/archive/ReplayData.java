package dev.menagerie.server.archive;

/**
 * What the archive keeps of a finished game beyond its journal, each part JSON or a plain name: all
 * that is needed to play the game again and to compare every step.
 */
public record ReplayData(
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
    return "ReplayData[engine " + engineVersion + ", cards " + cardsVersion + "]";
  }
}
