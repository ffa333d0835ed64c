package dev.menagerie.bots;

import dev.menagerie.rules.card.EnergyType;
import java.util.ArrayList;
import java.util.List;

/** How far attached energy is from an attack's cost. */
final class Costs {
  private Costs() {}

  /** The unpaid part of the cost, colors first: a greedy estimate, almost always exact. */
  static List<EnergyType> missing(List<EnergyType> cost, List<List<EnergyType>> energies) {
    List<List<EnergyType>> left = new ArrayList<>(energies);
    left.sort((a, b) -> Integer.compare(a.size(), b.size()));
    List<EnergyType> missing = new ArrayList<>();
    for (EnergyType type : cost) {
      if (type != EnergyType.COLORLESS && !takeOne(left, type)) {
        missing.add(type);
      }
    }
    int colorless = (int) cost.stream().filter(type -> type == EnergyType.COLORLESS).count();
    for (int i = left.size(); i < colorless; i++) {
      missing.add(EnergyType.COLORLESS);
    }
    return missing;
  }

  private static boolean takeOne(List<List<EnergyType>> left, EnergyType type) {
    for (int i = 0; i < left.size(); i++) {
      if (left.get(i).contains(type)) {
        left.remove(i);
        return true;
      }
    }
    return false;
  }
}
