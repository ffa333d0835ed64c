package dev.menagerie.cards.deck;

import dev.menagerie.cards.house.HouseRules;
import dev.menagerie.cards.set.CardFile;
import dev.menagerie.cards.set.CardFiles;
import dev.menagerie.cards.set.FileProblem;
import dev.menagerie.codec.InvalidJson;
import dev.menagerie.codec.Json;
import dev.menagerie.codec.JsonProblem;
import dev.menagerie.rules.card.Catalog;
import dev.menagerie.rules.config.RulesConfig;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads deck files and checks each deck as a player's own would be. */
final class DeckFiles {
  private static final Pattern IDS = Pattern.compile("[a-z0-9][a-z0-9_.-]{0,63}");
  private static final int MAX_NAME = 40;

  private final Catalog catalog;
  private final HouseRules rules;
  private final Set<String> replaced;
  private final List<FileProblem> problems;
  private final List<StarterDeck> decks = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();

  private DeckFiles(
      Catalog catalog, HouseRules rules, Set<String> replaced, List<FileProblem> problems) {
    this.catalog = catalog;
    this.rules = rules;
    this.replaced = replaced;
    this.problems = problems;
  }

  /**
   * Reads all files.
   *
   * @param replaced ids of decks to leave out, unchecked
   * @param problems gets everything that is wrong, each with file and path
   * @return the decks that could be read, in the order of the files
   */
  static List<StarterDeck> read(
      List<CardFiles.Source> files,
      Catalog catalog,
      HouseRules rules,
      Set<String> replaced,
      List<FileProblem> problems) {
    DeckFiles reading = new DeckFiles(catalog, rules, replaced, problems);
    files.forEach(reading::read);
    return List.copyOf(reading.decks);
  }

  private void read(CardFiles.Source source) {
    try {
      List<StarterDeck> read = Json.read(source.json(), StarterDecks.File.class).decks();
      for (int i = 0; i < read.size(); i++) {
        if (!replaced.contains(read.get(i).id())) {
          check(source.file(), "decks[" + i + "]", read.get(i));
          decks.add(read.get(i));
        }
      }
    } catch (InvalidJson refused) {
      problems.addAll(CardFile.located(source.file(), refused.problems()));
    }
  }

  private void check(String file, String path, StarterDeck deck) {
    if (!IDS.matcher(deck.id()).matches()) {
      add(file, path + ".id", "must be lower-case letters, digits, '-', '_' or '.', at most 64");
    }
    if (!ids.add(deck.id())) {
      add(file, path + ".id", "is given twice: " + deck.id());
    }
    if (deck.name().isBlank() || deck.name().length() > MAX_NAME) {
      add(file, path + ".name", "must have from 1 to " + MAX_NAME + " characters");
    }
    Optional<RulesConfig> preset = rules.named(deck.rules());
    if (preset.isEmpty()) {
      add(file, path + ".rules", "must be one of " + String.join(", ", rules.names()));
      return;
    }
    for (JsonProblem problem : DeckProblems.of(deck.list(), preset.get(), catalog)) {
      add(file, path + problem.path().substring(1), problem.message());
    }
  }

  private void add(String file, String path, String message) {
    problems.add(new FileProblem(file, path, message));
  }
}
