package dev.menagerie.cards.set;

/** Something wrong in a file that a person wrote: which file, where in it, and what. */
public record FileProblem(String file, String path, String message) {
  @Override
  public String toString() {
    return file + ": " + path + ": " + message;
  }
}
