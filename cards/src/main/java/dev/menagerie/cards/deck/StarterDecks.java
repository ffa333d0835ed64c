package dev.menagerie.cards.deck;

import dev.menagerie.cards.set.Resource;
import dev.menagerie.codec.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

  public static StarterDecks load() {
    List<StarterDeck> decks = new ArrayList<>();
    for (String file : FILES) {
      decks.addAll(Json.read(Resource.text(ROOT + file), File.class).decks());
    }
    return new StarterDecks(decks);
  }

  public List<StarterDeck> all() {
    return decks;
  }

  /** Those built for a preset. */
  public List<StarterDeck> forRules(String preset) {
    return decks.stream().filter(deck -> deck.rules().equals(preset)).toList();
  }

  public Optional<StarterDeck> find(String id) {
    return decks.stream().filter(deck -> deck.id().equals(id)).findFirst();
  }
}
