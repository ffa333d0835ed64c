package dev.menagerie.rules.query;

import dev.menagerie.rules.card.EnergyType;
import dev.menagerie.rules.card.SpecialCondition;
import dev.menagerie.rules.card.Static;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Table;
import org.jspecify.annotations.Nullable;

/** The present values of Pokémon and rights of players, with all effects. */
public final class Traits {
  private Traits() {}

  /** The energy that attached cards provide; a unit of several types counts for each of them. */
  public static int energyOn(Table table, Pokemon pokemon, @Nullable EnergyType type) {
    int[] units = Energies.units(table, pokemon);
    if (type == null || type == EnergyType.COLORLESS) {
      return units.length;
    }
    int count = 0;
    for (int unit : units) {
      count += (unit & type.bit()) != 0 ? 1 : 0;
    }
    return count;
  }

  /** A Pokémon's maximum HP now, with all continuous effects. */
  public static int maxHp(Table table, Pokemon pokemon) {
    int hp = table.face(pokemon.top()).hp;
    for (StaticSource source : Statics.of(table)) {
      if (source.gives() instanceof Static.HpBonus bonus
          && StaticReach.touches(table, source, pokemon)) {
        hp += bonus.by();
      }
    }
    // A Pokémon in play has HP, whatever takes them away.
    return Math.max(10, hp);
  }

  /** A Pokémon's types now, as bits by {@code EnergyType.order()}. */
  public static int types(Table table, Pokemon pokemon) {
    int types = table.face(pokemon.top()).types;
    for (StaticSource source : Statics.of(table)) {
      if (source.gives() instanceof Static.TypeIs is
          && StaticReach.touches(table, source, pokemon)) {
        types = is.energy().bit();
      }
    }
    return types;
  }

  /** A Pokémon's retreat cost now, in units of energy. */
  public static int retreatCost(Table table, Pokemon pokemon) {
    int cost = table.face(pokemon.top()).retreat;
    boolean free = false;
    for (StaticSource source : Statics.of(table)) {
      if (source.gives() instanceof Static.RetreatCost change) {
        cost += StaticReach.touches(table, source, pokemon) ? change.by() : 0;
      } else if (source.gives() instanceof Static.FreeRetreat) {
        free |= StaticReach.touches(table, source, pokemon);
      }
    }
    return free ? 0 : Math.max(0, cost);
  }

  /** Index of the type, or -1. */
  public static int weakness(Table table, Pokemon pokemon) {
    int type = table.face(pokemon.top()).weakness;
    for (StaticSource source : Statics.of(table)) {
      if (source.gives() instanceof Static.WeaknessIs is
          && StaticReach.touches(table, source, pokemon)) {
        type = is.energy().map(EnergyType::order).orElse(-1);
      }
    }
    return type;
  }

  /** The type a Pokémon resists now, as {@code EnergyType.order()}; -1 for none. */
  public static int resistance(Table table, Pokemon pokemon) {
    int type = table.face(pokemon.top()).resistance;
    for (StaticSource source : Statics.of(table)) {
      if (source.gives() instanceof Static.ResistanceIs is
          && StaticReach.touches(table, source, pokemon)) {
        type = is.energy().map(EnergyType::order).orElse(-1);
      }
    }
    return type;
  }

  /** Whether something of the kind is in force for the Pokémon. */
  public static boolean has(Table table, Pokemon pokemon, Class<? extends Static> kind) {
    for (StaticSource source : Statics.of(table)) {
      if (kind.isInstance(source.gives()) && StaticReach.touches(table, source, pokemon)) {
        return true;
      }
    }
    return false;
  }

  /** The prize cards or points for a knock-out of the Pokémon. */
  public static int worth(Table table, Pokemon pokemon) {
    var prizes = table.rules().prizes();
    int worth =
        switch (table.face(pokemon.top()).ruleBox) {
          case NONE -> prizes.basic();
          case EX -> prizes.ex();
          case MEGA -> prizes.mega();
        };
    for (StaticSource source : Statics.of(table)) {
      if (source.gives() instanceof Static.PrizeWorth change
          && StaticReach.touches(table, source, pokemon)) {
        worth += change.by();
      }
    }
    return Math.max(0, worth);
  }

  /** Whether a special condition cannot be given to a Pokémon. */
  public static boolean isImmune(Table table, Pokemon pokemon, SpecialCondition condition) {
    for (StaticSource source : Statics.of(table)) {
      if (source.gives() instanceof Static.PreventConditions prevent
          && (prevent.condition().isEmpty() || prevent.condition().get() == condition)
          && StaticReach.touches(table, source, pokemon)) {
        return true;
      }
    }
    return false;
  }
}
