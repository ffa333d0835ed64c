package dev.menagerie.cards.text;

import dev.menagerie.rules.card.EnergyType;
import dev.menagerie.rules.card.Provides;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the parts of a text that no phrase of the renderer lists: names, numbers, and the energies
 * of a card.
 */
final class NameReader {
  /** No card's name is longer. */
  private static final int MAX_WORDS = 6;

  /** No card provides more. */
  private static final int MAX_UNITS = 10;

  /** A name's first word has a capital letter, or a digit. */
  private static final Pattern FIRST = Pattern.compile("[\\p{Lu}\\d][\\p{L}\\d'’&!?-]*");

  /** So have the others, or they are small words that names have. */
  private static final Pattern MORE =
      Pattern.compile(" (?:[\\p{Lu}\\d][\\p{L}\\d'’&!?-]*|ex|of|the|and|in|on|for|to|a|an|de)\\b");

  private static final Pattern NOTHING = Pattern.compile("(?!)");
  private static final Set<Object> TAKEN =
      Set.of("Active", "Basic", "Item", "Pokémon", "Stadium", "Stage", "Supporter", "Tool");

  private static final Pattern LABEL_FIRST = Pattern.compile("[\\p{L}\\d'’&!?-]+");
  private static final Pattern LABEL_MORE = Pattern.compile(" [\\p{L}\\d'’&!?-]+");
  private static final Pattern NUMBER = Pattern.compile("0|[1-9]\\d{0,3}");

  private static final String TYPE = "(?:" + String.join("|", EnergyText.all()) + ")";
  private static final Pattern UNITS =
      Pattern.compile(
          "(\\d{1,2}) (of any type of|" + TYPE + "(?:(?:, | or )" + TYPE + ")*) (energy)");
  private static final Pattern BETWEEN = Pattern.compile("(?:, | and )(?=\\d)");

  private NameReader() {}

  /** Names of cards and attacks; the text after it decides which words belong to the name. */
  static List<Chart.Reading> names(String text, int at) {
    return words(text, at, FIRST, MORE);
  }

  /** A tag is one word, and none that a text has with a capital letter for another reason. */
  static List<Chart.Reading> tags(String text, int at) {
    return words(text, at, FIRST, NOTHING).stream()
        .filter(one -> !TAKEN.contains(one.value()))
        .toList();
  }

  /** The words that a player reads when choosing one of several effects. */
  static List<Chart.Reading> labels(String text, int at) {
    return words(text, at, LABEL_FIRST, LABEL_MORE);
  }

  private static List<Chart.Reading> words(String text, int at, Pattern first, Pattern more) {
    List<Chart.Reading> all = new ArrayList<>();
    Matcher match = first.matcher(text).region(at, text.length());
    for (int words = 1; words <= MAX_WORDS && match.lookingAt(); words++) {
      all.add(new Chart.Reading(match.end(), text.substring(at, match.end())));
      match = more.matcher(text).region(match.end(), text.length());
    }
    return all;
  }

  static List<Chart.Reading> wholeNumber(String text, int at) {
    Matcher match = NUMBER.matcher(text).region(at, text.length());
    return match.lookingAt()
        ? List.of(new Chart.Reading(match.end(), Integer.valueOf(match.group())))
        : List.of();
  }

  /** The output of {@link EnergyText#provided}: "1 Fire energy and 2 Grass or Water energy". */
  static List<Chart.Reading> provided(String text, int at) {
    List<Chart.Reading> all = new ArrayList<>();
    List<Provides> units = new ArrayList<>();
    Matcher match = UNITS.matcher(text).region(at, text.length());
    while (match.lookingAt()) {
      int count = Integer.parseInt(match.group(1));
      if (units.size() + count > MAX_UNITS) {
        break;
      }
      for (int i = 0; i < count; i++) {
        units.add(new Provides(types(match.group(2))));
      }
      all.add(new Chart.Reading(match.end(), List.copyOf(units)));
      Matcher between = BETWEEN.matcher(text).region(match.end(), text.length());
      if (!between.lookingAt()) {
        break;
      }
      match.region(between.end(), text.length());
    }
    return all;
  }

  private static List<EnergyType> types(String words) {
    if (words.startsWith("of any")) {
      return List.of(EnergyType.values());
    }
    List<EnergyType> types = new ArrayList<>();
    for (String word : words.split(", | or ", -1)) {
      types.add(EnergyType.valueOf(word.toUpperCase(Locale.ROOT)));
    }
    return types;
  }
}
