package dev.menagerie.server.archive;

import java.util.List;

/**
 * What the journal of a finished game says about it.
 *
 * @param deckNames by seat; empty: not known
 */
public record GameHistory(ReplayData replay, List<String> deckNames) {
  public GameHistory {
    deckNames = List.copyOf(deckNames);
  }
}
