package dev.menagerie.rules.query;

import dev.menagerie.rules.card.SpecialCondition;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Table;

/** Finds Pokémon that must be knocked out or cured before the game continues. */
public final class KnockOutCheck {
  private KnockOutCheck() {}

  /** Whether anything of the kind is due. */
  public static boolean due(Table table) {
    for (Seat seat : Seat.values()) {
      Pokemon active = table.active(seat);
      if (active == null || isDue(table, active) || hasDisallowedCondition(table, active)) {
        return true;
      }
      if (PlayerLimits.benchSurplus(table, seat) > 0) {
        return true;
      }
      for (int i = 0; i < table.benchCount(seat); i++) {
        if (isDue(table, table.benched(seat, i))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a Pokémon is knocked out, by its damage or by an effect. */
  public static boolean isDown(Table table, Pokemon pokemon) {
    return pokemon.doomed()
        || (pokemon.damage() > 0 && pokemon.damage() >= Traits.maxHp(table, pokemon));
  }

  private static boolean isDue(Table table, Pokemon pokemon) {
    return isDown(table, pokemon)
        || (table.cards().hasRestrictedEnergy() && Energies.misplaced(table, pokemon) >= 0);
  }

  /** Has a condition that something in play does not let it have. */
  private static boolean hasDisallowedCondition(Table table, Pokemon active) {
    if (active.conditions() == 0 || Statics.of(table).length == 0) {
      return false;
    }
    for (SpecialCondition condition : SpecialCondition.values()) {
      if (active.has(condition) && Traits.isImmune(table, active, condition)) {
        return true;
      }
    }
    return false;
  }
}
