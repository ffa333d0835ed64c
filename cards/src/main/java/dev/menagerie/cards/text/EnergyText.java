package dev.menagerie.cards.text;

import dev.menagerie.rules.card.EnergyType;
import dev.menagerie.rules.card.Provides;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Energy in words. */
final class EnergyText {
  private EnergyText() {}

  static String type(EnergyType type) {
    return Phrases.capitalized(type.name().toLowerCase(Locale.ROOT));
  }

  /** The words of all types. */
  static List<String> all() {
    return Arrays.stream(EnergyType.values()).map(EnergyText::type).toList();
  }

  static String provided(List<Provides> units) {
    List<String> parts = new ArrayList<>();
    List<Provides> seen = new ArrayList<>();
    for (Provides unit : units) {
      if (!seen.contains(unit)) {
        seen.add(unit);
        long count = units.stream().filter(unit::equals).count();
        parts.add(count + " " + types(unit) + " energy");
      }
    }
    return Phrases.and(parts);
  }

  private static String types(Provides unit) {
    int all = EnergyType.values().length - 1; // colorless is what every type may pay anyway
    if (unit.value().stream().filter(type -> type != EnergyType.COLORLESS).count() == all) {
      return "of any type of";
    }
    return Phrases.or(unit.value().stream().map(EnergyText::type).toList());
  }
}
