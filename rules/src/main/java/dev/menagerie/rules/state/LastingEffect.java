package dev.menagerie.rules.state;

/**
 * Something a program made true for a while; what exactly stands at its place in that program.
 *
 * @param target serial of a Pokémon, or -1 - seat index for a player
 * @param amount what its amount came to when it was made
 * @param from first turn it counts in
 * @param until last turn it counts in
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
