package dev.menagerie.server.game;

/** The journal was given a commit of a game it was never told of. */
public final class UnknownGame extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnknownGame(GameId game) {
    super("the journal does not know game " + game);
  }
}
