package dev.menagerie.rules.query;

import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Table;
import java.util.Arrays;

/** Which attached energy can pay for a retreat. */
public final class RetreatPayment {
  private RetreatPayment() {}

  /** The value of each of these attached cards in a payment. */
  public static int[] worths(Table table, Pokemon holder, int[] energy) {
    int[] worths = new int[energy.length];
    for (int i = 0; i < energy.length; i++) {
      worths[i] = Energies.cardUnits(table, holder, energy[i]).length;
    }
    return worths;
  }

  /** The fewest cards of these worths that pay a cost. */
  public static int fewest(int[] worths, int cost) {
    int[] sorted = worths.clone();
    Arrays.sort(sorted);
    int sum = 0;
    int count = 0;
    for (int i = sorted.length - 1; i >= 0 && sum < cost; i--) {
      sum += sorted[i];
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
