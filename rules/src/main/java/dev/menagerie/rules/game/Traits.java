package dev.menagerie.rules.game;

import dev.menagerie.rules.card.EnergyType;
import dev.menagerie.rules.card.Face;
import dev.menagerie.rules.card.Filter;
import dev.menagerie.rules.card.Static;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Table;
import org.jspecify.annotations.Nullable;

/** What Pokémon are and players may do, with everything in force. */
final class Traits {
  private Traits() {}

  /** Energies provided by what is attached; a unit of several types counts for each of them. */
  static int energyOn(Table t, Pokemon pokemon, @Nullable EnergyType type) {
    int[] units = Energies.units(t, pokemon);
    if (type == null || type == EnergyType.COLORLESS) {
      return units.length;
    }
    int count = 0;
    for (int unit : units) {
      count += (unit & type.bit()) != 0 ? 1 : 0;
    }
    return count;
  }

  static int maxHp(Table t, Pokemon pokemon) {
    int hp = t.face(pokemon.top()).hp;
    for (Source source : Statics.of(t)) {
      if (source.gives() instanceof Static.HpBonus bonus && Statics.touches(t, source, pokemon)) {
        hp += bonus.by();
      }
    }
    // A Pokémon in play has HP, whatever takes them away.
    return Math.max(10, hp);
  }

  static int types(Table t, Pokemon pokemon) {
    int types = t.face(pokemon.top()).types;
    for (Source source : Statics.of(t)) {
      if (source.gives() instanceof Static.TypeIs is && Statics.touches(t, source, pokemon)) {
        types = is.energy().bit();
      }
    }
    return types;
  }

  static int retreatCost(Table t, Pokemon pokemon) {
    int cost = t.face(pokemon.top()).retreat;
    boolean free = false;
    for (Source source : Statics.of(t)) {
      if (source.gives() instanceof Static.RetreatCost change) {
        cost += Statics.touches(t, source, pokemon) ? change.by() : 0;
      } else if (source.gives() instanceof Static.FreeRetreat) {
        free |= Statics.touches(t, source, pokemon);
      }
    }
    return free ? 0 : Math.max(0, cost);
  }

  /** Index of the type, or -1. */
  static int weakness(Table t, Pokemon pokemon) {
    int type = t.face(pokemon.top()).weakness;
    for (Source source : Statics.of(t)) {
      if (source.gives() instanceof Static.WeaknessIs is && Statics.touches(t, source, pokemon)) {
        type = is.energy().map(EnergyType::order).orElse(-1);
      }
    }
    return type;
  }

  static int resistance(Table t, Pokemon pokemon) {
    int type = t.face(pokemon.top()).resistance;
    for (Source source : Statics.of(t)) {
      if (source.gives() instanceof Static.ResistanceIs is && Statics.touches(t, source, pokemon)) {
        type = is.energy().map(EnergyType::order).orElse(-1);
      }
    }
    return type;
  }

  /** Whether something of the kind is in force for the Pokémon. */
  static boolean has(Table t, Pokemon pokemon, Class<? extends Static> kind) {
    for (Source source : Statics.of(t)) {
      if (kind.isInstance(source.gives()) && Statics.touches(t, source, pokemon)) {
        return true;
      }
    }
    return false;
  }

  /** What a knock-out of the Pokémon is worth. */
  static int worth(Table t, Pokemon pokemon) {
    var prizes = t.rules().prizes();
    int worth =
        switch (t.face(pokemon.top()).ruleBox) {
          case NONE -> prizes.basic();
          case EX -> prizes.ex();
          case MEGA -> prizes.mega();
        };
    for (Source source : Statics.of(t)) {
      if (source.gives() instanceof Static.PrizeWorth change
          && Statics.touches(t, source, pokemon)) {
        worth += change.by();
      }
    }
    return Math.max(0, worth);
  }

  static boolean mayNotPlay(Table t, Seat seat, Face card) {
    for (Source source : Statics.of(t)) {
      if (source.gives() instanceof Static.CannotPlay(Filter what)
          && Statics.touches(t, source, seat)
          && Filters.matches(t, source.asking(), what, card)) {
        return true;
      }
    }
    return false;
  }

  static boolean mayNotAttach(Table t, Seat seat) {
    for (Source source : Statics.of(t)) {
      if (source.gives() instanceof Static.CannotAttachEnergy && Statics.touches(t, source, seat)) {
        return true;
      }
    }
    return false;
  }

  static int energyAllowed(Table t, Seat seat) {
    int allowed = t.rules().energy().perTurn() + t.extraEnergy();
    for (Source source : Statics.of(t)) {
      if (source.gives() instanceof Static.ExtraEnergy extra && Statics.touches(t, source, seat)) {
        allowed += extra.by();
      }
    }
    return allowed;
  }

  static int supportersAllowed(Table t, Seat seat) {
    int allowed = t.rules().trainers().supporters() + t.extraSupporters();
    for (Source source : Statics.of(t)) {
      if (source.gives() instanceof Static.ExtraSupporters extra
          && Statics.touches(t, source, seat)) {
        allowed += extra.by();
      }
    }
    return allowed;
  }
}
