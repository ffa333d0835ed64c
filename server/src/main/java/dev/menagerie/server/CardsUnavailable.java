package dev.menagerie.server;

import java.util.Map;

/**
 * A game cannot be loaded here because its cards are missing or have changed. The game is
 * unchanged: a server with its cards can continue it, and the edge answers {@code unavailable}.
 */
public final class CardsUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The message for players. */
  public static final String TOLD = "This server does not have the cards of this game.";

  /** Facts for programs; which cards is not among them, they may be the opponent's. */
  public static final Map<String, String> DETAILS = Map.of("reason", "cards");

  /**
   * @param why names the cards, for the operator
   */
  public CardsUnavailable(RuntimeException why) {
    super(why.getMessage(), why);
  }
}
