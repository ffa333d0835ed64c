package dev.menagerie.rules.state;

/**
 * A continuous effect with a duration, defined at its place in a program.
 *
 * @param target serial of a Pokémon, or -1 - seat index for a player
 * @param amount the value of its amount when it began
 * @param from first turn in which it applies
 * @param until last turn in which it applies
 * @param whileActive whether it ends when the Pokémon leaves the active spot
 */
public record LastingEffect(
    int card,
    int program,
    int step,
    int seat,
    int self,
    int target,
    int amount,
    int from,
    int until,
    boolean whileActive) {

  /** Whether the effect is on a player and not on one Pokémon. */
  public boolean isOnPlayer() {
    return target < 0;
  }
}
