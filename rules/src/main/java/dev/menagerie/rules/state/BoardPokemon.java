package dev.menagerie.rules.state;

import dev.menagerie.rules.card.SpecialCondition;
import java.util.List;
import java.util.Optional;

/**
 * A Pokémon in play as a {@link Board} describes it, cards by definition id.
 *
 * @param turnsInPlay turns since it came into play or last evolved; 0: this turn; absent: 1
 * @param evolvedFrom the cards under it, lowest stage first
 */
public record BoardPokemon(
    String card,
    Optional<Integer> damage,
    List<String> energy,
    List<String> tools,
    List<SpecialCondition> conditions,
    Optional<Integer> turnsInPlay,
    List<String> evolvedFrom) {

  /** A healthy Pokémon with this energy, for a board that a scenario sets up. */
  public static BoardPokemon of(String card, String... energy) {
    return new BoardPokemon(
        card, Optional.empty(), List.of(energy), List.of(), List.of(), Optional.empty(), List.of());
  }
}
