package dev.menagerie.rules.card;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All cards a game may use, checked and numbered. Immutable; games pin its version.
 *
 * <p>Definitions are sorted by id, and their number in that order is what a game's state holds.
 */
public final class Catalog {
  private final String version;
  private final List<CardDefinition> definitions;
  private final Map<String, Integer> numbers;
  private final Face[] faces;
  private final List<List<Face>> evolutions;
  private final int[] zoneEnergy;

  private Catalog(String version, List<CardDefinition> definitions) {
    this.version = version;
    this.definitions = definitions;
    this.numbers = new HashMap<>();
    for (int i = 0; i < definitions.size(); i++) {
      numbers.put(definitions.get(i).id(), i);
    }
    this.faces = new Face[definitions.size()];
    this.zoneEnergy = new int[EnergyType.values().length];
    Arrays.fill(zoneEnergy, -1);
    Map<String, Integer> names = new HashMap<>();
    for (int i = 0; i < faces.length; i++) {
      faces[i] =
          new Face(i, definitions.get(i), name -> names.computeIfAbsent(name, _ -> names.size()));
      if (faces[i].basicEnergy && faces[i].units.length == 1) {
        int type = Integer.numberOfTrailingZeros(faces[i].units[0]);
        zoneEnergy[type] = zoneEnergy[type] < 0 ? i : zoneEnergy[type];
      }
    }
    this.evolutions = Arrays.stream(faces).map(this::evolutionsOf).toList();
  }

  private List<Face> evolutionsOf(Face face) {
    return Arrays.stream(faces).filter(card -> card.evolves(face)).toList();
  }

  /**
   * A catalog of these definitions.
   *
   * @throws InvalidCatalog naming everything wrong with the definitions
   */
  public static Catalog of(String version, List<CardDefinition> definitions) {
    List<Problem> problems = CatalogCheck.problems(definitions);
    if (!problems.isEmpty()) {
      throw new InvalidCatalog(problems);
    }
    List<CardDefinition> all = new ArrayList<>(definitions);
    addMissingBasics(all);
    all.sort(Comparator.comparing(CardDefinition::id));
    return new Catalog(version, List.copyOf(all));
  }

  /** Everything wrong with the definitions; paths begin with the card's place in the list. */
  public static List<Problem> problems(List<CardDefinition> definitions) {
    return CatalogCheck.problems(definitions);
  }

  /**
   * An energy zone must be able to make energy of every type, also with a catalog that holds no
   * card for it.
   */
  private static void addMissingBasics(List<CardDefinition> all) {
    Set<EnergyType> missing = EnumSet.allOf(EnergyType.class);
    missing.remove(EnergyType.COLORLESS);
    Set<String> ids = new HashSet<>();
    for (CardDefinition definition : all) {
      ids.add(definition.id());
      if (definition instanceof CardDefinition.Energy energy
          && energy.basic()
          && energy.provides().size() == 1) {
        missing.remove(energy.provides().getFirst().value().getFirst());
      }
    }
    for (EnergyType type : missing) {
      String word = type.name().toLowerCase(Locale.ROOT);
      String id = "zone-" + word;
      while (ids.contains(id)) {
        id = id + "-energy";
      }
      String name = word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1) + " Energy";
      List<Provides> provides = List.of(new Provides(List.of(type)));
      all.add(
          new CardDefinition.Energy(
              id, name, true, provides, Optional.empty(), List.of(), List.of()));
    }
  }

  public Face face(int number) {
    return faces[number];
  }

  /** Every card that is played on a Pokémon of that name. */
  public List<Face> evolutions(Face face) {
    return evolutions.get(face.number);
  }

  /** The number of the card an energy zone makes for a type. */
  public int zoneEnergy(EnergyType type) {
    return zoneEnergy[type.order()];
  }

  public String version() {
    return version;
  }

  /** Sorted by id. */
  public List<CardDefinition> definitions() {
    return definitions;
  }

  public Optional<CardDefinition> find(String id) {
    Integer number = numbers.get(id);
    return number == null ? Optional.empty() : Optional.of(definitions.get(number));
  }

  public CardDefinition at(int number) {
    return definitions.get(number);
  }

  /** The number of a definition, or -1. */
  public int numberOf(String id) {
    return numbers.getOrDefault(id, -1);
  }
}
