package dev.menagerie.rules.card;

/** How long an effect granted by a program lasts, seen from the player who used it. */
public enum Span {
  /** Until the end of the turn it began in. */
  THIS_TURN,
  /** From now to the end of the opponent's next turn. */
  OPPONENTS_NEXT_TURN,
  /** Only during the user's next turn. */
  YOUR_NEXT_TURN,
  /** Until the Pokémon leaves the active spot, or play; on a player: for the rest of the game. */
  WHILE_ACTIVE,
  /** Until the Pokémon evolves or leaves play; on a player: for the rest of the game. */
  WHILE_IN_PLAY
}
