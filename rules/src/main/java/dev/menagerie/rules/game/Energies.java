package dev.menagerie.rules.game;

import dev.menagerie.rules.card.EnergyType;
import dev.menagerie.rules.card.Provides;
import dev.menagerie.rules.card.Static;
import dev.menagerie.rules.state.Ints;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What attached energy provides, and whether it pays a cost. */
final class Energies {
  private static final int COLORLESS = EnergyType.COLORLESS.order();

  private Energies() {}

  /** One set of types for every energy attached cards provide together. */
  static int[] units(Table t, Pokemon pokemon) {
    Source[] sources = Statics.of(t);
    int count = pokemon.energyCount();
    int[] units = new int[count];
    int length = 0;
    for (int i = 0; i < count; i++) {
      int[] card = cardUnits(t, sources, pokemon, pokemon.energy(i));
      if (length + card.length > units.length) {
        units = Arrays.copyOf(units, length + card.length + count);
      }
      System.arraycopy(card, 0, units, length, card.length);
      length += card.length;
    }
    return length == units.length ? units : Arrays.copyOf(units, length);
  }

  /** What one attached card provides there. */
  static int[] cardUnits(Table t, Pokemon holder, int instance) {
    return cardUnits(t, Statics.of(t), holder, instance);
  }

  private static int[] cardUnits(Table t, Source[] sources, Pokemon holder, int instance) {
    int[] units = t.face(instance).units;
    for (Source source : sources) {
      if (source.gives() instanceof Static.EnergyProvides provides
          && isAbout(t, source, provides, instance)
          && Statics.touches(t, source, holder)) {
        units = masks(provides.units());
      }
    }
    return units;
  }

  /** What an energy card says without a filter, it says of itself. */
  private static boolean isAbout(
      Table t, Source source, Static.EnergyProvides provides, int instance) {
    if (provides.where().isEmpty()) {
      return source.kind() != Source.Kind.ENERGY || source.asking().source == instance;
    }
    return Filters.matches(t, source.asking(), provides.where().get(), t.face(instance));
  }

  private static int[] masks(List<Provides> provides) {
    int[] masks = new int[provides.size()];
    for (int i = 0; i < masks.length; i++) {
      masks[i] = EnergyType.mask(provides.get(i).value());
    }
    return masks;
  }

  /** An attack's cost with everything in force: how many of each type. */
  static int[] cost(Table t, Pokemon pokemon, int[] printed) {
    int[] changed = null;
    for (Source source : Statics.of(t)) {
      if (source.gives() instanceof Static.AttackCost change
          && Statics.touches(t, source, pokemon)) {
        changed = changed == null ? printed.clone() : changed;
        int type = change.energy().map(EnergyType::order).orElse(COLORLESS);
        changed[type] += change.by();
      }
    }
    return changed == null ? printed : settled(changed);
  }

  private static int[] settled(int[] cost) {
    for (int i = 0; i < cost.length; i++) {
      cost[i] = Math.max(0, cost[i]);
    }
    return cost;
  }

  static boolean pays(int[] cost, int[] units) {
    int wanted = 0;
    for (int count : cost) {
      wanted += count;
    }
    if (wanted > units.length) {
      return false;
    }
    int coloured = wanted - cost[COLORLESS];
    return coloured == 0 || match(cost, units, coloured) == coloured;
  }

  /** The part of a cost that cannot be paid, coloured first. */
  static List<EnergyType> missing(int[] cost, int[] units) {
    List<EnergyType> missing = new ArrayList<>();
    int[] paid = new int[cost.length];
    int coloured = 0;
    for (int type = 0; type < COLORLESS; type++) {
      for (int i = 0; i < cost[type]; i++) {
        paid[type]++;
        if (match(paid, units, coloured + 1) == coloured + 1) {
          coloured++;
        } else {
          paid[type]--;
          missing.add(EnergyType.of(type));
        }
      }
    }
    for (int left = units.length - coloured; left < cost[COLORLESS]; left++) {
      missing.add(EnergyType.COLORLESS);
    }
    return missing;
  }

  /**
   * How many of the coloured energies wanted can be paid at once: a matching found by augmenting
   * paths, since an energy of several types may be needed elsewhere.
   */
  private static int match(int[] cost, int[] units, int coloured) {
    int[] wants = new int[coloured];
    int length = 0;
    for (int type = 0; type < COLORLESS; type++) {
      for (int i = 0; i < cost[type]; i++) {
        wants[length++] = 1 << type;
      }
    }
    int[] paidBy = new int[units.length];
    Arrays.fill(paidBy, -1);
    int matched = 0;
    for (int want = 0; want < length; want++) {
      boolean[] tried = new boolean[units.length];
      matched += augment(wants, units, want, paidBy, tried) ? 1 : 0;
    }
    return matched;
  }

  private static boolean augment(
      int[] wants, int[] units, int want, int[] paidBy, boolean[] tried) {
    for (int unit = 0; unit < units.length; unit++) {
      if ((units[unit] & wants[want]) == 0 || tried[unit]) {
        continue;
      }
      tried[unit] = true;
      if (paidBy[unit] < 0 || augment(wants, units, paidBy[unit], paidBy, tried)) {
        paidBy[unit] = want;
        return true;
      }
    }
    return false;
  }

  /** Energies of the cards together. */
  static int worth(Table t, Pokemon holder, int[] instances) {
    int sum = 0;
    for (int instance : instances) {
      sum += cardUnits(t, holder, instance).length;
    }
    return sum;
  }

  static int[] cards(Pokemon pokemon) {
    int[] cards = Ints.NONE;
    for (int i = 0; i < pokemon.energyCount(); i++) {
      cards = Ints.with(cards, pokemon.energy(i));
    }
    return cards;
  }
}
