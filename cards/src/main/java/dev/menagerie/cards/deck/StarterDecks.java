package dev.menagerie.cards.deck;

import dev.menagerie.cards.house.HouseRules;
import dev.menagerie.cards.set.CardFiles;
import dev.menagerie.cards.set.CardSets;
import dev.menagerie.cards.set.FileProblem;
import dev.menagerie.cards.set.Resource;
import dev.menagerie.codec.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The decks that come with the game. Immutable. */
public final class StarterDecks {
  private static final String ROOT = "/menagerie/decks/";
  private static final List<String> FILES = List.of("standard.json", "pocket.json", "house.json");

  private final List<StarterDeck> decks;

  private StarterDecks(List<StarterDeck> decks) {
    this.decks = List.copyOf(decks);
  }

  /** A file of decks. */
  public record File(List<StarterDeck> decks) {
    public File {
      decks = List.copyOf(decks);
    }
  }

  /** The decks that come with the game. */
  public static StarterDecks load() {
    List<StarterDeck> decks = new ArrayList<>();
    for (String file : FILES) {
      decks.addAll(Json.read(Resource.text(ROOT + file), File.class).decks());
    }
    return new StarterDecks(decks);
  }

  /**
   * The decks that come with the game and those of some files; a deck with the id of a starter
   * replaces it.
   *
   * @param sets the cards there are
   * @param rules the presets that decks may name
   * @param problems gets everything that is wrong with a file or a deck
   */
  public static StarterDecks withBuiltIn(
      List<CardFiles.Source> files, CardSets sets, HouseRules rules, List<FileProblem> problems) {
    List<CardFiles.Source> builtIn = new ArrayList<>();
    for (String file : FILES) {
      builtIn.add(new CardFiles.Source(file, Resource.text(ROOT + file)));
    }
    List<StarterDeck> own = DeckFiles.read(files, sets, rules, Set.of(), problems);
    Set<String> replaced = own.stream().map(StarterDeck::id).collect(Collectors.toSet());
    List<StarterDeck> all =
        new ArrayList<>(DeckFiles.read(builtIn, sets, rules, replaced, problems));
    all.addAll(own);
    return new StarterDecks(all);
  }

  /** In the order of the files. */
  public List<StarterDeck> all() {
    return decks;
  }

  /** The starter decks of a preset. */
  public List<StarterDeck> forRules(String preset) {
    return decks.stream().filter(deck -> deck.rules().equals(preset)).toList();
  }

  /** The deck of that id. */
  public Optional<StarterDeck> find(String id) {
    return decks.stream().filter(deck -> deck.id().equals(id)).findFirst();
  }
}
