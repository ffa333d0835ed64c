package dev.menagerie.server.game;

import java.util.Optional;

/** A client's own id of one request; a repeated request has the same one. */
public record MessageId(String value) {
  /** Every id of a game is kept for the game's life. */
  public static final int MAX_LENGTH = 128;

  public MessageId {
    if (value.isEmpty() || value.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("a message id has 1 to " + MAX_LENGTH + " characters");
    }
    if (!isPrintable(value)) {
      throw new IllegalArgumentException("a message id has printable characters only");
    }
  }

  /** The id that a client sent; empty if it cannot be one. */
  public static Optional<MessageId> parse(String text) {
    boolean fits = !text.isEmpty() && text.length() <= MAX_LENGTH && isPrintable(text);
    return fits ? Optional.of(new MessageId(text)) : Optional.empty();
  }

  private static boolean isPrintable(String value) {
    return value.chars().noneMatch(c -> c < ' ' || c == 0x7f || Character.isSurrogate((char) c));
  }

  @Override
  public String toString() {
    return value;
  }
}
