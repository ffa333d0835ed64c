package dev.menagerie.rules.game;

/**
 * How chance is made from a game's seed. A game keeps the format it began with, so that its replay
 * proves it after a newer one has come.
 */
public enum ChanceFormat {
  /** SHA-256 over the seed followed by the purpose; games of engine versions without a mark. */
  HASH,
  /** HMAC-SHA256 with the seed as its key. */
  HMAC;

  /** The format of new games. */
  public static final ChanceFormat CURRENT = HMAC;

  private static final String MARK = "+chance.";

  /** An engine's version with the format its games use, as replays keep it. */
  public static String mark(String engineVersion) {
    return engineVersion + MARK + (CURRENT.ordinal() + 1);
  }

  /**
   * The format of games of that engine version.
   *
   * @param engineVersion as {@link #mark} wrote it, or from before there were marks
   * @throws IllegalArgumentException if it names a format that is not known here
   */
  public static ChanceFormat ofEngine(String engineVersion) {
    int at = engineVersion.lastIndexOf(MARK);
    if (at < 0) {
      return HASH;
    }
    String number = engineVersion.substring(at + MARK.length());
    for (ChanceFormat format : values()) {
      if (number.equals(Integer.toString(format.ordinal() + 1))) {
        return format;
      }
    }
    throw new IllegalArgumentException("an unknown format of chance: " + engineVersion);
  }
}
