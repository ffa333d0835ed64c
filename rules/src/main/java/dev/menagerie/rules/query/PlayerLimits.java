package dev.menagerie.rules.query;

import dev.menagerie.rules.card.CompiledCard;
import dev.menagerie.rules.card.Filter;
import dev.menagerie.rules.card.Static;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Table;

/** The limits on what a player may play and attach in a turn, including all effects. */
public final class PlayerLimits {
  private PlayerLimits() {}

  /** Whether an effect forbids playing this card from hand. */
  public static boolean mayNotPlay(Table table, Seat seat, CompiledCard card) {
    for (StaticSource source : Statics.of(table)) {
      if (source.gives() instanceof Static.CannotPlay(Filter what)
          && StaticReach.touches(table, source, seat)
          && Filters.matches(table, source.asking(), what, card)) {
        return true;
      }
    }
    return false;
  }

  /** Whether an effect forbids attaching energy from hand. */
  public static boolean mayNotAttach(Table table, Seat seat) {
    for (StaticSource source : Statics.of(table)) {
      if (source.gives() instanceof Static.CannotAttachEnergy
          && StaticReach.touches(table, source, seat)) {
        return true;
      }
    }
    return false;
  }

  /** Whether an effect forbids the activated abilities of that name. */
  public static boolean mayNotUse(Table table, Seat seat, String ability) {
    for (StaticSource source : Statics.of(table)) {
      if (source.gives() instanceof Static.CannotUseAbility(String name)
          && name.equals(ability)
          && StaticReach.touches(table, source, seat)) {
        return true;
      }
    }
    return false;
  }

  /** How many energy a player may attach in this turn. */
  public static int energyAllowed(Table table, Seat seat) {
    int allowed = table.rules().energy().perTurn() + table.counters().extraEnergy();
    for (StaticSource source : Statics.of(table)) {
      if (source.gives() instanceof Static.ExtraEnergy extra
          && StaticReach.touches(table, source, seat)) {
        allowed += extra.by();
      }
    }
    return allowed;
  }

  /** How many Pokémon a player may have on the bench; never less than one. */
  public static int benchSize(Table table, Seat seat) {
    int size = table.rules().bench().max();
    for (StaticSource source : Statics.of(table)) {
      if (source.gives() instanceof Static.BenchSize more
          && StaticReach.touches(table, source, seat)) {
        size += more.by();
      }
    }
    return Math.max(1, size);
  }

  /** How many Pokémon a player has on the bench beyond those who may be there. */
  public static int benchSurplus(Table table, Seat seat) {
    int count = table.benchCount(seat);
    return count < 2 ? 0 : Math.max(0, count - benchSize(table, seat));
  }

  /** How many Supporters a player may play in this turn. */
  public static int supportersAllowed(Table table, Seat seat) {
    int allowed = table.rules().trainers().supporters() + table.counters().extraSupporters();
    for (StaticSource source : Statics.of(table)) {
      if (source.gives() instanceof Static.ExtraSupporters extra
          && StaticReach.touches(table, source, seat)) {
        allowed += extra.by();
      }
    }
    return allowed;
  }
}
