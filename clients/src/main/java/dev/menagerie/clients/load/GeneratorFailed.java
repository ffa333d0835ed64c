package dev.menagerie.clients.load;

/** A process of a load could not go on; the message says why. */
public final class GeneratorFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  GeneratorFailed(String message) {
    super(message);
  }
}
