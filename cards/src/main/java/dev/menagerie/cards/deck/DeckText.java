package dev.menagerie.cards.deck;

import dev.menagerie.cards.set.CardSets;
import dev.menagerie.rules.card.CardDefinition;
import dev.menagerie.rules.card.EnergyType;
import dev.menagerie.rules.deck.DeckList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Deck lists as people write them: {@code 4 Name SET 12} under headings with counts. Thread safe.
 */
public final class DeckText {
  private final CardIndex cards;

  /**
   * Reads and writes lists of these cards.
   *
   * @param sets the sets whose ids, in capital letters, are the codes in the lists
   */
  public DeckText(CardSets sets) {
    this.cards = new CardIndex(sets);
  }

  /** The heading of a list; each part is optional. */
  public record Heading(Optional<String> name, Optional<String> rules, Optional<String> about) {}

  /**
   * A problem of one line.
   *
   * @param line its number, from 1
   */
  public record LineProblem(int line, String message) {
    @Override
    public String toString() {
      return "line " + line + ": " + message;
    }
  }

  /**
   * A list that has been read.
   *
   * @param deck the cards that were found
   * @param problems every line that says nothing known; empty: the whole list was read
   */
  public record Reading(Heading heading, DeckList deck, List<LineProblem> problems) {
    public Reading {
      problems = List.copyOf(problems);
    }
  }

  /**
   * Reads a list. Case, accents, apostrophes, empty lines and lines that begin with {@code #} do
   * not matter; a set and a number are only needed where several cards have one name.
   */
  public Reading read(String text) {
    return new DeckTextReader(cards).read(text);
  }

  /** Writes a deck; {@link #read} makes the same deck of it. */
  public String write(Heading heading, DeckList deck) {
    StringBuilder text = new StringBuilder();
    heading.name().ifPresent(name -> line(text, "Deck: " + name));
    heading.rules().ifPresent(rules -> line(text, "Rules: " + rules));
    heading.about().ifPresent(about -> line(text, "About: " + about));
    if (!deck.energyTypes().isEmpty()) {
      line(
          text,
          "Energy types: "
              + deck.energyTypes().stream().map(DeckText::type).collect(Collectors.joining(", ")));
    }
    Map<String, List<DeckList.Entry>> sections = new LinkedHashMap<>();
    for (String title : List.of("Pokémon", "Trainer", "Energy")) {
      sections.put(title, new ArrayList<>());
    }
    for (DeckList.Entry entry : deck.cards()) {
      sections.computeIfAbsent(section(entry), _ -> new ArrayList<>()).add(entry);
    }
    sections.forEach((title, entries) -> section(text, title, entries));
    section(text, "Energy deck", deck.energyCards());
    return text.toString();
  }

  /** Writes a starter deck. */
  public String write(StarterDeck deck) {
    return write(
        new Heading(Optional.of(deck.name()), Optional.of(deck.rules()), Optional.of(deck.about())),
        deck.list());
  }

  private String section(DeckList.Entry entry) {
    return switch (cards.find(entry.card()).map(CardIndex.Printing::card).orElse(null)) {
      case CardDefinition.Pokemon pokemon -> pokemon.isItem() ? "Trainer" : "Pokémon";
      case CardDefinition.Energy _ -> "Energy";
      case CardDefinition.Trainer _ -> "Trainer";
      case null -> "Trainer";
    };
  }

  private void section(StringBuilder text, String title, List<DeckList.Entry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    if (!text.isEmpty()) {
      line(text, "");
    }
    line(text, title + ": " + entries.stream().mapToInt(DeckList.Entry::count).sum());
    for (DeckList.Entry entry : entries) {
      String named =
          cards
              .find(entry.card())
              .map(printing -> printing.card().name() + " " + printing)
              .orElse(entry.card());
      line(text, entry.count() + " " + named);
    }
  }

  private static void line(StringBuilder text, String line) {
    text.append(line).append('\n');
  }

  private static String type(EnergyType type) {
    String word = type.name().toLowerCase(Locale.ROOT);
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
