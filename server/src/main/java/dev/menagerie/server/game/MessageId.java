package dev.menagerie.server.game;

/** A client's own name for one thing it asks; the key by which a repetition is known. */
public record MessageId(String value) {
  /** Every id of a game is kept for the game's life. */
  public static final int MAX_LENGTH = 128;

  public MessageId {
    if (value.isEmpty() || value.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("a message id has 1 to " + MAX_LENGTH + " characters");
    }
    if (value.chars().anyMatch(c -> c < ' ' || c == 0x7f || Character.isSurrogate((char) c))) {
      throw new IllegalArgumentException("a message id has printable characters only");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
