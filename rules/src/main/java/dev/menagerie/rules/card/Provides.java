package dev.menagerie.rules.card;

import java.util.List;

/**
 * One energy that a card provides: of one of these types at a time; all ten and colorless for
 * "every type".
 */
public record Provides(List<EnergyType> value) {
  public Provides {
    value = List.copyOf(value);
  }
}
