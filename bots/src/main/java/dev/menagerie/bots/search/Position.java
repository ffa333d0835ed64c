package dev.menagerie.bots.search;

import dev.menagerie.rules.card.CompiledCard;
import dev.menagerie.rules.card.SpecialCondition;
import dev.menagerie.rules.query.Energies;
import dev.menagerie.rules.query.Traits;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.rules.state.Pile;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Table;
import org.jspecify.annotations.Nullable;

/** What a position is worth is a sum over features: each is one seat's figure less the other's. */
final class Position {
  /** The number of features. */
  static final int FEATURES = 24;

  private Position() {}

  /** The features of a position for a seat. */
  static double[] features(GameState state, Seat seat) {
    double[] features = new double[FEATURES];
    features[0] = state.table().turnSeat() == seat ? 1 : -1;
    side(state, seat, features, 1);
    side(state, seat.other(), features, -1);
    return features;
  }

  private static void side(GameState state, Seat seat, double[] f, int sign) {
    Table table = state.table();
    double goal = Math.max(1, table.goal());
    int remaining = state.prizesRemaining(seat);
    f[1] -= sign * remaining / goal;
    f[2] += sign / (double) Math.max(1, remaining);
    f[3] += sign * Math.min(8, table.count(seat, Pile.HAND)) / 4.0;
    f[4] -= sign * (table.count(seat, Pile.DECK) <= 2 ? 1 : 0);
    f[5] -= sign * (table.benchCount(seat) == 0 ? 1 : 0);
    f[6] += sign * table.benchCount(seat) / 3.0;
    Pokemon active = table.active(seat);
    Pokemon facing = table.active(seat.other());
    if (active != null) {
      active(table, active, facing, remaining, f, sign);
    }
    double bestBench = 0;
    double bestSoon = 0;
    for (int i = 0; i < table.benchCount(seat); i++) {
      Pokemon benched = table.benched(seat, i);
      pokemon(table, benched, f, 17, sign);
      if (facing != null) {
        bestBench = Math.max(bestBench, Forecast.mostDamage(table, benched, facing, 0));
        bestSoon = Math.max(bestSoon, Forecast.mostDamage(table, benched, facing, 1));
      }
    }
    f[22] += sign * bestBench / 100;
    f[23] += sign * bestSoon / 100;
  }

  private static void active(
      Table table, Pokemon active, @Nullable Pokemon facing, int remaining, double[] f, int sign) {
    pokemon(table, active, f, 12, sign);
    boolean held = active.has(SpecialCondition.ASLEEP) || active.has(SpecialCondition.PARALYZED);
    f[10] -= sign * (held ? 1 : 0);
    f[11] -= sign * (active.conditions() != 0 && !held ? 1 : 0);
    if (facing == null) {
      return;
    }
    double now = Forecast.mostDamage(table, active, facing, 0);
    double soon = Forecast.mostDamage(table, active, facing, 1);
    int left = Forecast.left(table, facing);
    int worth = Traits.worth(table, facing);
    double win = worth >= remaining ? 2 : 1;
    f[7] += sign * Math.min(1, now / Math.max(10, left));
    f[8] += sign * (now >= left ? worth : 0) * win;
    f[9] += sign * (soon >= left ? worth : 0);
  }

  private static void pokemon(Table table, Pokemon pokemon, double[] f, int at, int sign) {
    CompiledCard face = table.face(pokemon.top());
    int max = Traits.maxHp(table, pokemon);
    int left = Math.max(0, max - pokemon.damage());
    int[] units = Energies.units(table, pokemon);
    double strength = 0;
    for (int i = 0; i < face.attacks.size(); i++) {
      int missing = Forecast.missing(face, i, units);
      double printed = EnergyGains.printed(face.attacks.get(i));
      strength = Math.max(strength, printed / (1 + missing));
    }
    f[at] += sign * left / 100.0;
    f[at + 1] += sign * units.length;
    f[at + 2] += sign * strength / 100;
    f[at + 3] += sign * face.stage.ordinal();
    f[at + 4] -= sign * (1 - left / (double) max) * Traits.worth(table, pokemon);
  }
}
