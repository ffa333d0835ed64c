package dev.menagerie.rules.game;

import dev.menagerie.rules.card.Catalog;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.state.Board;
import dev.menagerie.rules.state.GameState;

/** Begins games in the middle, from a board. */
public final class Boards {
  private Boards() {}

  /**
   * The game a board describes, with the secrets of a seed.
   *
   * @throws IllegalArgumentException if a card is unknown or a place cannot hold it
   */
  public static GameState open(Board board, RulesConfig rules, Catalog catalog, Seed seed) {
    return board.lay(rules, catalog, seed.commitment(), seed.cardIds());
  }
}
