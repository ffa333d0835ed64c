package dev.menagerie.rules.state;

/**
 * How much has been done in a game, for the bounds that let every game end.
 *
 * @param commands commands of the players carried out since the game began
 * @param acted whether a player has acted in this turn
 * @param idleTurns turns in a row, up to the last one, in which no player acted
 */
public record Activity(int commands, boolean acted, int idleTurns) {
  static final Activity NONE = new Activity(0, false, 0);

  Activity counted(int number, boolean byPlayer) {
    return new Activity(number, acted || byPlayer, byPlayer ? 0 : idleTurns);
  }

  Activity turnEnded() {
    return new Activity(commands, false, acted ? 0 : idleTurns + 1);
  }
}
