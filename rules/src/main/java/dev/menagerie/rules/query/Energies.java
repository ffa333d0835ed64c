package dev.menagerie.rules.query;

import dev.menagerie.rules.card.CardDefinition;
import dev.menagerie.rules.card.CompiledCard;
import dev.menagerie.rules.card.EnergyType;
import dev.menagerie.rules.card.Provides;
import dev.menagerie.rules.card.Static;
import dev.menagerie.rules.state.Ints;
import dev.menagerie.rules.state.Pile;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Table;
import java.util.Arrays;
import java.util.List;

/** What attached energy provides, and which Pokémon may have it. */
public final class Energies {
  private Energies() {}

  /** One set of types for every energy attached cards provide together. */
  public static int[] units(Table table, Pokemon pokemon) {
    StaticSource[] sources = Statics.of(table);
    int count = pokemon.energyCount();
    int[] units = new int[count];
    int length = 0;
    for (int i = 0; i < count; i++) {
      int[] card = cardUnits(table, sources, pokemon, pokemon.energy(i));
      if (length + card.length > units.length) {
        units = Arrays.copyOf(units, length + card.length + count);
      }
      System.arraycopy(card, 0, units, length, card.length);
      length += card.length;
    }
    return length == units.length ? units : Arrays.copyOf(units, length);
  }

  /** What one attached card provides there. */
  public static int[] cardUnits(Table table, Pokemon holder, int instance) {
    return cardUnits(table, Statics.of(table), holder, instance);
  }

  private static int[] cardUnits(
      Table table, StaticSource[] sources, Pokemon holder, int instance) {
    int[] units = table.face(instance).units;
    for (StaticSource source : sources) {
      if (source.gives() instanceof Static.EnergyProvides provides
          && isAbout(table, source, provides, instance)
          && StaticReach.touches(table, source, holder)) {
        units = masks(provides.units());
      }
    }
    return units;
  }

  /** What an energy card says without a filter, it says of itself. */
  private static boolean isAbout(
      Table table, StaticSource source, Static.EnergyProvides provides, int instance) {
    if (provides.where().isEmpty()) {
      return source.kind() != StaticSource.Kind.ENERGY || source.asking().source() == instance;
    }
    return Filters.matches(table, source.asking(), provides.where().get(), table.face(instance));
  }

  private static int[] masks(List<Provides> provides) {
    int[] masks = new int[provides.size()];
    for (int i = 0; i < masks.length; i++) {
      masks[i] = EnergyType.mask(provides.get(i).value());
    }
    return masks;
  }

  /** Energies of the cards together. */
  public static int worth(Table table, Pokemon holder, int[] instances) {
    int sum = 0;
    for (int instance : instances) {
      sum += cardUnits(table, holder, instance).length;
    }
    return sum;
  }

  /** The instances of the energy attached to a Pokémon, in the order they were attached. */
  public static int[] cards(Pokemon pokemon) {
    int[] cards = Ints.NONE;
    for (int i = 0; i < pokemon.energyCount(); i++) {
      cards = Ints.with(cards, pokemon.energy(i));
    }
    return cards;
  }

  /** The instance on top of a player's energy deck, or -1. */
  public static int flipped(Table table, Seat seat) {
    return table.count(seat, Pile.FLIPPED) == 0 ? -1 : table.card(seat, Pile.FLIPPED, 0);
  }

  /** Whether the Pokémon may have the energy card attached. */
  public static boolean mayHave(Table table, CompiledCard energy, Pokemon target) {
    var only = ((CardDefinition.Energy) energy.definition).attachesTo();
    return only.isEmpty()
        || Filters.matches(
            table, Context.of(target.seat(), target.serial(), -1), only.get(), target);
  }
}
