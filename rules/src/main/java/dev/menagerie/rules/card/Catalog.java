package dev.menagerie.rules.card;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All cards a game may use, checked and numbered by id. Immutable. A game has numbers of its own
 * for the few it uses: {@link GameCards}.
 */
public final class Catalog implements CatalogSource {
  private final String version;
  private final List<CardDefinition> definitions;
  private final Map<String, CompiledCard> faces = new HashMap<>();
  private final List<CompiledCard> numbered = new ArrayList<>();
  private final Map<String, List<CompiledCard>> evolutions = new HashMap<>();
  private final List<String> zoneCards;
  private final Function<CardDefinition, String> print;
  private final Texts texts;

  /** Renders the texts of cards' parts, for the questions that they ask. */
  @FunctionalInterface
  public interface Texts {
    /**
     * The text of one part of a card.
     *
     * @param program which part: attacks first, then abilities, then the effect of playing it
     */
    Optional<String> of(CardDefinition card, int program);
  }

  private Catalog(
      String version,
      List<CardDefinition> definitions,
      List<CardDefinition> spare,
      Function<CardDefinition, String> print,
      Texts texts) {
    this.version = version;
    this.texts = texts;
    this.definitions = definitions;
    this.print = print;
    Map<String, Integer> names = new HashMap<>();
    CompiledCard.Names numbers = name -> names.computeIfAbsent(name, _ -> names.size());
    for (CardDefinition definition : definitions) {
      numbered.add(new CompiledCard(numbered.size(), definition, numbers));
    }
    for (CompiledCard face : numbered) {
      faces.put(face.definition.id(), face);
      if (!face.evolvesFrom.isEmpty()) {
        evolutions.computeIfAbsent(face.evolvesFrom, _ -> new ArrayList<>()).add(face);
      }
    }
    for (CardDefinition made : spare) {
      faces.putIfAbsent(made.id(), new CompiledCard(-1, made, numbers));
    }
    this.zoneCards = zoneCards(numbered);
  }

  /**
   * A catalog of these definitions; a card's print is of all it says and of nothing it leaves open.
   */
  public static Catalog of(String version, List<CardDefinition> definitions) {
    return of(version, definitions, Prints::content);
  }

  /**
   * A catalog of these definitions.
   *
   * @param print identifies a card's content: two versions of a card have different prints, and the
   *     print of a version is the same in every release
   * @throws InvalidCatalog naming every problem of the definitions
   */
  public static Catalog of(
      String version, List<CardDefinition> definitions, Function<CardDefinition, String> print) {
    return of(version, definitions, print, (card, program) -> Optional.empty());
  }

  /**
   * A catalog with texts.
   *
   * @param texts the texts of cards' parts; asked only when a question is shown
   * @throws InvalidCatalog naming every problem of the definitions
   */
  public static Catalog of(
      String version,
      List<CardDefinition> definitions,
      Function<CardDefinition, String> print,
      Texts texts) {
    List<Problem> problems = CatalogCheck.problems(definitions);
    if (!problems.isEmpty()) {
      throw new InvalidCatalog(problems);
    }
    List<CardDefinition> spare = ZoneBasics.beside(definitions);
    List<CardDefinition> all = new ArrayList<>(definitions);
    all.addAll(ZoneBasics.missing(definitions, spare));
    all.sort(Comparator.comparing(CardDefinition::id));
    return new Catalog(version, List.copyOf(all), spare, print, texts);
  }

  /** Everything wrong with the definitions; paths begin with the card's place in the list. */
  public static List<Problem> problems(List<CardDefinition> definitions) {
    return CatalogCheck.problems(definitions);
  }

  /** For every type the first card that is a basic energy of it. */
  private static List<String> zoneCards(List<CompiledCard> faces) {
    Map<Integer, String> found = new TreeMap<>();
    for (CompiledCard face : faces) {
      if (face.basicType() >= 0) {
        found.putIfAbsent(face.basicType(), face.definition.id());
      }
    }
    return List.copyOf(found.values());
  }

  /** This catalog: it never changes. */
  @Override
  public Catalog current() {
    return this;
  }

  /** This catalog: there is no other. */
  @Override
  public Catalog holding(List<GameCards.Printed> begunWith) {
    return this;
  }

  /** Whether all these cards are here with the same content. */
  public boolean holdsAll(List<GameCards.Printed> begunWith) {
    return begunWith.stream()
        .allMatch(one -> faces.containsKey(one.card()) && print(one.card()).equals(one.print()));
  }

  /** The compiled card at a place of this catalog. */
  public CompiledCard face(int number) {
    return numbered.get(number);
  }

  /** Every card that is played on a Pokémon of that name. */
  public List<CompiledCard> evolutions(CompiledCard face) {
    return evolutions.getOrDefault(face.name, List.of());
  }

  /** The cards that energy zones make today, one of each type. */
  List<String> zoneCards() {
    return zoneCards;
  }

  /** A card as the engine reads it, one that only a zone could make included. */
  @Nullable CompiledCard faceOf(String id) {
    return faces.get(id);
  }

  /**
   * The print of a card's content; cached here, so that it is computed once and not for every game.
   */
  String print(String id) {
    return Objects.requireNonNull(faces.get(id), id).print(print);
  }

  /** The text of one part of a card, if texts are known here. */
  public Optional<String> text(String id, int program) {
    return find(id).flatMap(card -> texts.of(card, program));
  }

  /** A digest of all definitions; equal catalogs have equal versions. */
  public String version() {
    return version;
  }

  /** Sorted by id. */
  public List<CardDefinition> definitions() {
    return definitions;
  }

  /** The definition with this id, if the catalog has it. */
  public Optional<CardDefinition> find(String id) {
    return Optional.ofNullable(faces.get(id)).map(face -> face.definition);
  }

  /** The number of a definition, or -1. */
  public int numberOf(String id) {
    CompiledCard face = faces.get(id);
    return face == null ? -1 : face.number;
  }
}
