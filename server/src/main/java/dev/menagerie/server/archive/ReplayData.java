package dev.menagerie.server.archive;

/**
 * The parts of a replay as the archive stores them: JSON texts, the seed in hex, and the names of
 * versions.
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
