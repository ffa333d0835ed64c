package dev.menagerie.rules.query;

import dev.menagerie.rules.card.EnergyType;
import dev.menagerie.rules.card.Static;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Table;

/** Public questions about Pokémon in play with all effects, for views and bots. */
public final class StateQueries {
  private StateQueries() {}

  /** A Pokémon's maximum HP now. */
  public static int maxHp(GameState state, Pokemon pokemon) {
    return Traits.maxHp(state.table(), pokemon);
  }

  /** A Pokémon's retreat cost now, in units of energy. */
  public static int retreatCost(GameState state, Pokemon pokemon) {
    return Traits.retreatCost(state.table(), pokemon);
  }

  /** The prize cards or points for its knock-out. */
  public static int worth(GameState state, Pokemon pokemon) {
    return Traits.worth(state.table(), pokemon);
  }

  /** The energy that attached cards provide; colorless: all of it. */
  public static int energy(GameState state, Pokemon pokemon, EnergyType type) {
    return Traits.energyOn(state.table(), pokemon, type);
  }

  /** Whether rules and effects let it evolve now, if there is a card for it. */
  public static boolean mayEvolve(GameState state, Pokemon pokemon) {
    Table table = state.table();
    return Evolutions.mayEvolve(table, pokemon)
        && !Traits.has(table, pokemon, Static.CannotEvolve.class);
  }
}
