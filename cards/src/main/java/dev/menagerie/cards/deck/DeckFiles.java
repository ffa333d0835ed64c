package dev.menagerie.cards.deck;

import dev.menagerie.cards.house.HouseRules;
import dev.menagerie.cards.set.CardFile;
import dev.menagerie.cards.set.CardFiles;
import dev.menagerie.cards.set.CardSets;
import dev.menagerie.cards.set.FileProblem;
import dev.menagerie.codec.InvalidJson;
import dev.menagerie.codec.Json;
import dev.menagerie.codec.JsonProblem;
import dev.menagerie.rules.card.Catalog;
import dev.menagerie.rules.config.RulesConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads deck files and checks each deck as a player's own would be. */
final class DeckFiles {
  private static final Pattern IDS = Pattern.compile("[a-z0-9][a-z0-9_.-]{0,63}");
  private static final int MAX_NAME = 40;

  private final Catalog catalog;
  private final DeckText lists;
  private final HouseRules rules;
  private final Set<String> replaced;
  private final List<FileProblem> problems;
  private final List<StarterDeck> decks = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();

  private DeckFiles(
      CardSets sets, HouseRules rules, Set<String> replaced, List<FileProblem> problems) {
    this.catalog = sets.catalog();
    this.lists = new DeckText(sets);
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
      CardSets sets,
      HouseRules rules,
      Set<String> replaced,
      List<FileProblem> problems) {
    DeckFiles reading = new DeckFiles(sets, rules, replaced, problems);
    files.forEach(reading::read);
    return List.copyOf(reading.decks);
  }

  private void read(CardFiles.Source source) {
    if (source.file().endsWith(".txt")) {
      readText(source);
      return;
    }
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

  /** A list as people write it; its file is named like the deck's id. */
  private void readText(CardFiles.Source source) {
    DeckText.Reading reading = lists.read(source.json());
    for (DeckText.LineProblem problem : reading.problems()) {
      add(source.file(), "line " + problem.line(), problem.message());
    }
    String file = String.valueOf(Path.of(source.file()).getFileName());
    String stem = file.substring(0, file.length() - ".txt".length());
    DeckText.Heading heading = reading.heading();
    StarterDeck deck =
        new StarterDeck(
            stem.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_.-]+", "-"),
            heading.name().orElse(stem),
            heading.rules().orElse("standard"),
            heading.about().orElse(""),
            reading.deck().cards(),
            reading.deck().energyCards(),
            reading.deck().energyTypes());
    if (reading.problems().isEmpty() && !replaced.contains(deck.id())) {
      check(source.file(), "deck", deck);
      decks.add(deck);
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
