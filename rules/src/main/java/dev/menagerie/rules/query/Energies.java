package dev.menagerie.rules.query;

import dev.menagerie.rules.card.CardDefinition;
import dev.menagerie.rules.card.CompiledCard;
import dev.menagerie.rules.card.EnergyType;
import dev.menagerie.rules.card.Filter;
import dev.menagerie.rules.card.Provides;
import dev.menagerie.rules.card.Static;
import dev.menagerie.rules.state.Ints;
import dev.menagerie.rules.state.Pile;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The energy that attached cards provide, and the Pokémon that may have a card attached. */
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

  /** The energy that one attached card provides. */
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

  /** A static of an energy card without a filter applies to the card itself. */
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

  /** How many energies an attached card counts as, of those that the filter asks for. */
  public static int countOf(Table table, Pokemon holder, int instance, Optional<Filter> where) {
    int[] units = cardUnits(table, holder, instance);
    int type = where.map(Energies::typeAsked).orElse(0);
    if (type == 0) {
      return Math.max(1, units.length);
    }
    int count = 0;
    for (int unit : units) {
      count += (unit & type) != 0 ? 1 : 0;
    }
    return Math.max(1, count);
  }

  /** The type a filter asks for, as a bit, or 0. */
  private static int typeAsked(Filter filter) {
    if (filter instanceof Filter.OfType(EnergyType type)) {
      return type == EnergyType.COLORLESS ? 0 : type.bit();
    }
    return filter instanceof Filter.AllOf(List<Filter> all)
        ? all.stream().mapToInt(Energies::typeAsked).sum()
        : 0;
  }

  /** The Pokémon in play that a card is attached to, or null. */
  public static @Nullable Pokemon holder(Table table, int card) {
    for (Seat seat : Seat.values()) {
      Pokemon active = table.active(seat);
      if (active != null && active.holds(card)) {
        return active;
      }
      for (int i = 0; i < table.benchCount(seat); i++) {
        if (table.benched(seat, i).holds(card)) {
          return table.benched(seat, i);
        }
      }
    }
    return null;
  }

  /** An energy card on the Pokémon that may not be on it, or -1. */
  public static int misplaced(Table table, Pokemon holder) {
    for (int i = 0; i < holder.energyCount(); i++) {
      CompiledCard energy = table.face(holder.energy(i));
      if (energy.restricted && !mayHave(table, energy, holder)) {
        return holder.energy(i);
      }
    }
    return -1;
  }
}
