package dev.menagerie.server;

import java.util.Map;

/**
 * A game cannot be taken up here because cards of it are unknown or say something else. It is as it
 * was: a server that has its cards goes on with it, and the edge answers {@code unavailable}.
 */
public final class CardsUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What a player is told of it. */
  public static final String TOLD = "This server does not have the cards of this game.";

  /** Facts for programs; which cards is not among them, they may be the opponent's. */
  public static final Map<String, String> DETAILS = Map.of("reason", "cards");

  /**
   * @param why names the cards, for who runs the server
   */
  public CardsUnavailable(RuntimeException why) {
    super(why.getMessage(), why);
  }
}
