package dev.menagerie.rules.query;

import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Table;

/** Which attached energy can pay for a retreat. */
public final class RetreatPayment {
  private RetreatPayment() {}

  /** The fewest cards that can pay. */
  public static int fewest(Table table, Pokemon active, int[] energy, int cost) {
    int[] worths = new int[energy.length];
    for (int i = 0; i < energy.length; i++) {
      worths[i] = Energies.cardUnits(table, active, energy[i]).length;
    }
    java.util.Arrays.sort(worths);
    int sum = 0;
    int count = 0;
    for (int i = worths.length - 1; i >= 0 && sum < cost; i--) {
      sum += worths[i];
      count++;
    }
    return count;
  }

  /** Whether no card of this payment could be left out. */
  public static boolean isAllNeeded(Table table, Pokemon active, int[] energy, int cost) {
    int all = Energies.worth(table, active, energy);
    for (int card : energy) {
      if (all - Energies.cardUnits(table, active, card).length >= cost) {
        return false;
      }
    }
    return true;
  }

  /** Whether all these energy cards are interchangeable, so that no choice is needed. */
  public static boolean isAllAlike(Table table, int[] energy) {
    for (int card : energy) {
      if (table.definition(card) != table.definition(energy[0])) {
        return false;
      }
    }
    return true;
  }
}
