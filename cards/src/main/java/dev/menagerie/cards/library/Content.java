package dev.menagerie.cards.library;

import dev.menagerie.cards.deck.StarterDecks;
import dev.menagerie.cards.house.HouseRules;
import dev.menagerie.cards.set.CardFiles;
import dev.menagerie.cards.set.CardSets;
import dev.menagerie.cards.set.FileProblem;
import dev.menagerie.cards.set.InvalidFiles;
import java.util.ArrayList;
import java.util.List;

/**
 * Card sets and the decks made of their cards, checked together. Immutable.
 *
 * @param sets the built-in sets and those of the folders; a set with the id of a built-in one
 *     replaces it
 * @param decks the starter decks and those of the folders; a deck with the id of a starter replaces
 *     it
 */
public record Content(CardSets sets, StarterDecks decks) {
  /** The content that comes with the game. */
  public static Content builtIn() {
    return new Content(CardSets.load(), StarterDecks.load());
  }

  /**
   * Reads the folders and checks all of it together.
   *
   * @param rules the presets that decks may name
   * @throws InvalidFiles naming everything that is wrong, each with file and path
   */
  public static Content of(ContentFolders folders, HouseRules rules) {
    if (folders.isEmpty()) {
      return builtIn();
    }
    List<FileProblem> problems = new ArrayList<>();
    List<CardFiles.Source> cardFiles = folders.cardSources(problems);
    List<CardFiles.Source> deckFiles = folders.deckSources(problems);
    try {
      CardSets sets = CardSets.withBuiltIn(cardFiles);
      StarterDecks decks = StarterDecks.withBuiltIn(deckFiles, sets, rules, problems);
      if (problems.isEmpty()) {
        return new Content(sets, decks);
      }
    } catch (InvalidFiles invalid) {
      problems.addAll(invalid.problems());
    }
    throw new InvalidFiles(problems);
  }
}
