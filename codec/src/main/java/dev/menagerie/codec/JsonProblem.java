package dev.menagerie.codec;

/**
 * One thing that is wrong with a document.
 *
 * @param path where: {@code $.action.card_id}, {@code $.cards[3].hp}
 * @param message what, in words that never repeat the offending value (it may be a secret)
 */
public record JsonProblem(String path, String message) {
  @Override
  public String toString() {
    return path + ": " + message;
  }
}
