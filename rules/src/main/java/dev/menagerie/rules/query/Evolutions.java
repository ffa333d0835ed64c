package dev.menagerie.rules.query;

import dev.menagerie.rules.card.CompiledCard;
import dev.menagerie.rules.card.Stage;
import dev.menagerie.rules.card.Static;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Table;

/** Whether a card evolves a Pokémon, and whether its time has come. */
public final class Evolutions {
  private Evolutions() {}

  /** Whether a card evolves the Pokémon: by one stage, or over the missing stage of its line. */
  public static boolean fits(Table table, CompiledCard card, Pokemon target, boolean skip) {
    if (!card.isPokemon() || card.stage == Stage.BASIC) {
      return false;
    }
    CompiledCard on = table.face(target.top());
    if (card.evolves(on)) {
      return true;
    }
    if (!skip || card.stage != Stage.STAGE_2 || on.stage != Stage.BASIC) {
      return false;
    }
    for (CompiledCard middle : table.catalog().evolutions(on)) {
      if (card.evolves(middle)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether its time has come: not in its first turn in play or after evolving, nor in a player's
   * first.
   */
  public static boolean mayEvolve(Table table, Pokemon target) {
    boolean firstTurn = table.turn() <= 2 && !table.rules().firstTurn().evolve();
    boolean tooNew = target.changed() >= table.turn() && !table.rules().evolution().sameTurn();
    return (!firstTurn && !tooNew) || Traits.has(table, target, Static.EvolvesAtOnce.class);
  }
}
