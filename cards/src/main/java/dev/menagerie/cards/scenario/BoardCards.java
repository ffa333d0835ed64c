package dev.menagerie.cards.scenario;

import dev.menagerie.rules.deck.DeckList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every card that a board names, by its path in the file. */
final class BoardCards {
  private final Map<String, String> cards = new LinkedHashMap<>();

  private BoardCards() {}

  static Map<String, String> of(ScenarioBoard board) {
    BoardCards all = new BoardCards();
    for (int i = 0; i < board.players().size(); i++) {
      all.side("players[" + i + "]", board.players().get(i));
    }
    board.stadium().ifPresent(card -> all.cards.put("stadium", card));
    return all.cards;
  }

  /** Every card that two decks name. */
  static Map<String, String> of(List<DeckList> decks) {
    BoardCards all = new BoardCards();
    for (int i = 0; i < decks.size(); i++) {
      all.entries("decks[" + i + "].cards", decks.get(i).cards());
      all.entries("decks[" + i + "].energy_cards", decks.get(i).energyCards());
    }
    return all.cards;
  }

  private void entries(String path, List<DeckList.Entry> entries) {
    for (int i = 0; i < entries.size(); i++) {
      cards.put(path + "[" + i + "].card", entries.get(i).card());
    }
  }

  private void side(String path, ScenarioBoard.Side side) {
    side.active().ifPresent(active -> inPlay(path + ".active", active));
    for (int i = 0; i < side.bench().size(); i++) {
      inPlay(path + ".bench[" + i + "]", side.bench().get(i));
    }
    all(path + ".hand", side.hand());
    side.deck().ifPresent(deck -> all(path + ".deck", deck));
    all(path + ".discard", side.discard());
    side.prizes().ifPresent(prizes -> all(path + ".prizes", prizes));
    side.energyDeck().ifPresent(deck -> all(path + ".energy_deck", deck));
    side.flippedEnergy().ifPresent(card -> cards.put(path + ".flipped_energy", card));
  }

  private void inPlay(String path, ScenarioBoard.InPlay pokemon) {
    cards.put(path + ".card", pokemon.card());
    all(path + ".energy", pokemon.energy());
    all(path + ".tools", pokemon.tools());
    all(path + ".evolved_from", pokemon.evolvedFrom());
  }

  private void all(String path, List<String> ids) {
    for (int i = 0; i < ids.size(); i++) {
      cards.put(path + "[" + i + "]", ids.get(i));
    }
  }
}
