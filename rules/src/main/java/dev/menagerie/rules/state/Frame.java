package dev.menagerie.rules.state;

import java.util.List;

/**
 * A place in something that is going on: a program of a card, or one of the game's own procedures.
 *
 * @param card number of the definition whose program runs, or -1
 * @param at the step that comes next
 * @param seat the seat that controls it
 * @param self serial of the Pokémon it is about (its user), or -1
 * @param source instance of the card it comes from, or -1
 * @param other serial of the second Pokémon, or -1
 * @param flags further facts that the procedure keeps
 * @param answers choices already made within this step
 */
public record Frame(
    Kind kind,
    int card,
    int program,
    int at,
    int seat,
    int self,
    int source,
    int other,
    int flags,
    List<Var> vars,
    List<List<Integer>> answers) {

  /** The kind of program or procedure. */
  public enum Kind {
    SETUP,
    TURN_START,
    TURN_END,
    ATTACK,
    TRAINER,
    RETREAT,
    KNOCK_OUTS,
    PROGRAM
  }
}
