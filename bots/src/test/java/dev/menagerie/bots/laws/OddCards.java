package dev.menagerie.bots.laws;

import dev.menagerie.cards.set.CardFile;
import dev.menagerie.cards.set.CardSets;
import dev.menagerie.codec.Json;
import dev.menagerie.codec.Limits;
import dev.menagerie.rules.card.CardDefinition;
import dev.menagerie.rules.card.Catalog;
import dev.menagerie.rules.card.EnergyType;
import dev.menagerie.rules.card.Stage;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.config.RulesConfig.EnergySource;
import dev.menagerie.rules.deck.DeckList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * Cards that meet nowhere else: those that some scenarios of rules define for themselves, mixed
 * into decks. All words of the vocabulary are among them.
 *
 * @param catalog the cards of this game
 * @param first a deck that the rules do not check: it may have any number of copies
 */
record OddCards(Catalog catalog, DeckList first, DeckList second) {
  private static final Path SCENARIOS = Path.of("..", "cards", "src", "test", "scenarios");
  private static final int FILES_A_GAME = 8;
  private static final int MOST_COPIES = 4;

  /** One card of so many is an energy. */
  private static final int ENERGY_SHARE = 4;

  /** The cards of each scenario. */
  private static final List<List<CardDefinition>> SETS = read();

  private static final List<CardDefinition> ENERGIES =
      Stream.of("grass", "fire", "water", "lightning", "psychic", "fighting", "darkness", "metal")
          .map(type -> CardSets.load().catalog().find("energy-" + type).orElseThrow())
          .toList();

  static OddCards of(RulesConfig rules, SplittableRandom random) {
    Map<String, CardDefinition> cards = new LinkedHashMap<>();
    for (int i = 0; i < FILES_A_GAME; i++) {
      SETS.get(random.nextInt(SETS.size())).forEach(card -> cards.put(card.id(), card));
    }
    List<CardDefinition> odd = List.copyOf(cards.values());
    ENERGIES.forEach(energy -> cards.put(energy.id(), energy));
    Catalog catalog = Catalog.of("odd", List.copyOf(cards.values()));
    return new OddCards(catalog, deck(odd, rules, random), deck(odd, rules, random));
  }

  private static DeckList deck(
      List<CardDefinition> odd, RulesConfig rules, SplittableRandom random) {
    int size = rules.deck().size();
    boolean energy = rules.deck().energyCards();
    List<DeckList.Entry> entries = new ArrayList<>();
    List<CardDefinition> basics = odd.stream().filter(OddCards::isBasic).toList();
    int left = size - (energy ? size / ENERGY_SHARE : 0);
    left -= add(entries, basics, rules.deck().minBasics() + MOST_COPIES, random);
    add(entries, odd, left, random);
    if (energy) add(entries, ENERGIES, size / ENERGY_SHARE, random);
    List<DeckList.Entry> energyDeck = new ArrayList<>();
    add(energyDeck, ENERGIES, rules.deck().energyDeckSize(), random);
    int types = rules.energy().source() == EnergySource.ZONE ? rules.deck().energyTypes() : 0;
    return new DeckList(entries, energyDeck, List.of(EnergyType.values()).subList(0, types));
  }

  /** Adds so many cards out of these. */
  private static int add(
      List<DeckList.Entry> entries,
      List<CardDefinition> from,
      int wanted,
      SplittableRandom random) {
    int left = wanted;
    while (left > 0) {
      int copies = Math.min(left, 1 + random.nextInt(MOST_COPIES));
      entries.add(new DeckList.Entry(from.get(random.nextInt(from.size())).id(), copies));
      left -= copies;
    }
    return wanted;
  }

  private static boolean isBasic(CardDefinition card) {
    return card instanceof CardDefinition.Pokemon pokemon && pokemon.stage() == Stage.BASIC;
  }

  private static List<List<CardDefinition>> read() {
    try (Stream<Path> files = Files.walk(SCENARIOS)) {
      List<List<CardDefinition>> sets = new ArrayList<>();
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
        List<CardDefinition> cards = cards(file, sets.size());
        if (cards.stream().anyMatch(OddCards::isBasic)) sets.add(cards);
      }
      return sets;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Scenarios use the same ids for different cards. */
  private static List<CardDefinition> cards(Path file, int number) throws IOException {
    ObjectNode scenario = (ObjectNode) Json.tree(Files.readAllBytes(file), Limits.DOCUMENT);
    CardFile.readTexts(scenario);
    List<CardDefinition> cards = new ArrayList<>();
    for (var node : scenario.path("cards")) {
      ((ObjectNode) node).put("id", "s" + number + "-" + node.path("id").asString());
      cards.add(Json.bind(node, CardDefinition.class));
    }
    return cards;
  }
}
