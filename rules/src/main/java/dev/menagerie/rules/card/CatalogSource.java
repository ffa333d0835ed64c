package dev.menagerie.rules.card;

import java.util.List;

/**
 * Where games get their catalog: a fixed {@link Catalog}, or files that are read again while the
 * server runs (ADR 0012). Implementations are thread safe and never wait.
 */
public interface CatalogSource {
  /** The catalog that new games use. */
  Catalog current();

  /**
   * The newest known catalog in which all these cards are as they were when a game began.
   *
   * @param begunWith the cards of the game, as {@link GameCards#printed()} gave them
   * @return the current catalog where no known one has them all; taking the game up then fails with
   *     {@link CardsChanged}
   */
  Catalog holding(List<GameCards.Printed> begunWith);
}
