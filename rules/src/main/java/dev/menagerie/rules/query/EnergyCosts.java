package dev.menagerie.rules.query;

import dev.menagerie.rules.card.EnergyType;
import dev.menagerie.rules.card.Static;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The cost of attacks with all effects, and whether energies pay it. */
public final class EnergyCosts {
  private static final int COLORLESS = EnergyType.COLORLESS.order();

  private EnergyCosts() {}

  /** An attack's cost with everything in force: how many of each type. */
  public static int[] cost(Table table, Pokemon pokemon, String name, int[] printed) {
    int[] cost = printed;
    for (StaticSource source : Statics.of(table)) {
      if (source.gives() instanceof Static.AttackCostIs instead
          && (instead.name().isEmpty() || instead.name().get().equals(name))
          && StaticReach.touches(table, source, pokemon)) {
        cost = new int[COLORLESS + 1];
        cost[instead.energy().order()] = instead.count();
      }
    }
    int[] changed = null;
    for (StaticSource source : Statics.of(table)) {
      if (source.gives() instanceof Static.AttackCost change
          && StaticReach.touches(table, source, pokemon)) {
        changed = changed == null ? cost.clone() : changed;
        int type = change.energy().map(EnergyType::order).orElse(COLORLESS);
        changed[type] += change.by();
      }
    }
    return changed == null ? cost : settled(changed);
  }

  private static int[] settled(int[] cost) {
    for (int i = 0; i < cost.length; i++) {
      cost[i] = Math.max(0, cost[i]);
    }
    return cost;
  }

  /**
   * Whether units of energy pay a cost: a matching, colored energy first.
   *
   * @param cost number of each type, colorless last
   * @param units for each unit the set of types it may count as, as bits
   */
  public static boolean pays(int[] cost, int[] units) {
    int wanted = 0;
    for (int count : cost) {
      wanted += count;
    }
    if (wanted > units.length) {
      return false;
    }
    int colored = wanted - cost[COLORLESS];
    return colored == 0 || match(cost, units, colored) == colored;
  }

  /** The part of a cost that cannot be paid, colored first. */
  public static List<EnergyType> missing(int[] cost, int[] units) {
    List<EnergyType> missing = new ArrayList<>();
    int[] paid = new int[cost.length];
    int colored = 0;
    for (int type = 0; type < COLORLESS; type++) {
      for (int i = 0; i < cost[type]; i++) {
        paid[type]++;
        if (match(paid, units, colored + 1) == colored + 1) {
          colored++;
        } else {
          paid[type]--;
          missing.add(EnergyType.of(type));
        }
      }
    }
    for (int left = units.length - colored; left < cost[COLORLESS]; left++) {
      missing.add(EnergyType.COLORLESS);
    }
    return missing;
  }

  /**
   * How many of the colored energies wanted can be paid at once: a matching found by augmenting
   * paths, since an energy of several types may be needed elsewhere.
   */
  private static int match(int[] cost, int[] units, int colored) {
    int[] wants = new int[colored];
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
}
