package dev.menagerie.rules.card;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The cards of one game, numbered by id among themselves: these numbers are what its states, events
 * and snapshots hold, so that they mean the same wherever the game is taken up, whatever other
 * cards are known there. They are all that its decks list, and a basic energy of each type for its
 * zones.
 */
public final class GameCards {
  private final Catalog catalog;
  private final CompiledCard[] faces;
  private final int[] zoneEnergy = new int[EnergyType.values().length];

  /** Worked out when first asked for: a game that is only played out has no use for it. */
  private @Nullable String digest;

  private final boolean restrictedEnergy;
  private final boolean usedFromDiscard;

  private GameCards(Catalog catalog, List<CompiledCard> known) {
    this.catalog = catalog;
    this.faces = new CompiledCard[known.size()];
    this.restrictedEnergy = known.stream().anyMatch(card -> card.restricted);
    this.usedFromDiscard = known.stream().anyMatch(card -> card.usedFromDiscard);
    Arrays.fill(zoneEnergy, -1);
    for (int i = 0; i < faces.length; i++) {
      CompiledCard face = known.get(i).numbered(i);
      faces[i] = face;
      if (face.basicType() >= 0 && zoneEnergy[face.basicType()] < 0) {
        zoneEnergy[face.basicType()] = i;
      }
    }
  }

  /** Whether there is an energy card that only some Pokémon may have. */
  public boolean hasRestrictedEnergy() {
    return restrictedEnergy;
  }

  /** Whether there is a card with an ability that is used from the discard pile. */
  public boolean hasUseFromDiscard() {
    return usedFromDiscard;
  }

  /** A card of a game, with the print of its content when the game began. */
  public record Printed(String card, String print) {}

  /**
   * The cards of a new game.
   *
   * @throws CardsChanged if one is unknown
   */
  public static GameCards of(Catalog catalog, Collection<String> cards) {
    TreeSet<String> ids = new TreeSet<>(cards);
    ids.addAll(catalog.zoneCards());
    return new GameCards(catalog, faces(catalog, ids, List.of()));
  }

  /**
   * The cards with which a game was begun.
   *
   * @throws CardsChanged if one is unknown or has changed
   */
  public static GameCards of(Catalog catalog, List<Printed> begunWith) {
    TreeSet<String> ids = new TreeSet<>();
    begunWith.forEach(one -> ids.add(one.card()));
    return new GameCards(catalog, faces(catalog, ids, begunWith));
  }

  private static List<CompiledCard> faces(
      Catalog catalog, Collection<String> ids, List<Printed> begunWith) {
    List<CompiledCard> faces = new ArrayList<>(ids.size());
    List<String> missing = new ArrayList<>();
    for (String id : ids) {
      CompiledCard face = catalog.faceOf(id);
      if (face == null) {
        missing.add(id);
      } else {
        faces.add(face);
      }
    }
    List<String> changed = new ArrayList<>();
    for (Printed one : begunWith) {
      CompiledCard face = catalog.faceOf(one.card());
      if (face != null && !catalog.print(face.definition.id()).equals(one.print())) {
        changed.add(one.card());
      }
    }
    if (!missing.isEmpty() || !changed.isEmpty()) {
      throw new CardsChanged(missing, changed);
    }
    return faces;
  }

  /** All there are where the game is played; asked only for what everybody may know of. */
  public Catalog catalog() {
    return catalog;
  }

  /** The compiled card at a place of the game's table. */
  public CompiledCard face(int number) {
    return faces[number];
  }

  /** The number of a card of this game, or -1. */
  public int numberOf(String id) {
    int from = 0;
    int to = faces.length - 1;
    while (from <= to) {
      int middle = (from + to) >>> 1;
      int side = faces[middle].definition.id().compareTo(id);
      if (side == 0) {
        return middle;
      }
      from = side < 0 ? middle + 1 : from;
      to = side < 0 ? to : middle - 1;
    }
    return -1;
  }

  /**
   * The number of a card that must be one of this game's.
   *
   * @throws CardsChanged if it is not
   */
  public int need(String id) {
    int number = numberOf(id);
    if (number < 0) {
      throw new CardsChanged(List.of(id), List.of());
    }
    return number;
  }

  /** The number of the card an energy zone makes for a type. */
  public int zoneEnergy(EnergyType type) {
    return zoneEnergy[type.order()];
  }

  /** The cards in the order of their numbers, for finding the same cards again. */
  public List<Printed> printed() {
    return Arrays.stream(faces)
        .map(face -> new Printed(face.definition.id(), catalog.print(face.definition.id())))
        .toList();
  }

  /** One text for all of them: two games with the same have the same cards. */
  public String digest() {
    String known = digest;
    if (known == null) {
      known = Prints.whole(printed().toString());
      digest = known;
    }
    return known;
  }

  @Override
  public String toString() {
    return "GameCards[" + faces.length + ", " + digest() + "]";
  }
}
