package dev.menagerie.rules.config;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** One field of {@link RulesConfig}: its path, its allowed values, and how to read it. */
public sealed interface Field {
  /** Its place in JSON, such as {@code prizes.count}. */
  String path();

  /**
   * The field's value in these rules: an {@code Integer}, a {@code Boolean} or a lower-case word.
   */
  Object valueIn(RulesConfig rules);

  /** A whole number within bounds, both included. */
  record Whole(String path, int min, int max, Function<RulesConfig, Integer> reader)
      implements Field {
    @Override
    public Object valueIn(RulesConfig rules) {
      return reader.apply(rules);
    }
  }

  record YesNo(String path, Function<RulesConfig, Boolean> reader) implements Field {
    @Override
    public Object valueIn(RulesConfig rules) {
      return reader.apply(rules);
    }
  }

  /** One word of a few. */
  record Word(String path, List<String> words, Function<RulesConfig, Enum<?>> reader)
      implements Field {
    public Word {
      words = List.copyOf(words);
    }

    @Override
    public Object valueIn(RulesConfig rules) {
      return lower(reader.apply(rules));
    }
  }

  private static String lower(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }
}
