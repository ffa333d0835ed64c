package dev.menagerie.rules.card;

import java.util.Optional;

/** Which Pokémon in play an operation is about. */
public sealed interface Target {
  /**
   * The Pokémon whose attack or ability this is; for a card attached to one, the one that holds it.
   */
  record Self() implements Target {}

  /** The Active of a player. */
  record Active(Player of) implements Target {}

  /** All that match. */
  record Every(Player of, Optional<Place> at, Optional<Filter> where) implements Target {}

  /**
   * Pokémon that a player chooses.
   *
   * @param by the player who chooses; absent: you
   * @param min absent: as many as {@code max}, or all there are
   * @param max absent: one
   * @param as the name under which later operations find them, with {@link Chosen}
   */
  record Choose(
      Player of,
      Optional<Place> at,
      Optional<Filter> where,
      Optional<Amount> min,
      Optional<Amount> max,
      Optional<Player> by,
      Optional<String> as)
      implements Target {}

  /**
   * Targets that were chosen before under a name; in a for-each the current one is {@code "it"}.
   */
  record Chosen(String name) implements Target {}

  /** The other Pokémon of a trigger, such as the attacker. */
  record Other() implements Target {}
}
