package dev.menagerie.rules.card;

import java.util.List;
import java.util.Optional;

/** A yes-or-no question a program asks. */
public sealed interface Condition {
  /** All of the last flips (or of those named) were heads, and there was at least one. */
  record Heads(Optional<String> of) implements Condition {}

  record Tails(Optional<String> of) implements Condition {}

  record AtLeast(Amount left, Amount right) implements Condition {}

  record AtMost(Amount left, Amount right) implements Condition {}

  record Same(Amount left, Amount right) implements Condition {}

  /** Some Pokémon in play matches. */
  record InPlay(Player of, Optional<Place> at, Optional<Filter> where) implements Condition {}

  /** Every Pokémon the target names meets the filter, and there is one. */
  record Is(Target target, Filter where) implements Condition {}

  /** Something was chosen under the name. */
  record AnyChosen(String name) implements Condition {}

  /** A stadium is in play; absent: any. */
  record StadiumInPlay(Optional<String> named) implements Condition {}

  /** It is the player's turn. */
  record TurnOf(Player of) implements Condition {}

  /** It is the first turn of the game for the player. */
  record FirstTurn(Player of) implements Condition {}

  /** Something of the kind happened to the player in the turn named. */
  record Happened(Happening what, Player to, Optional<When> in) implements Condition {}

  record AllOf(List<Condition> value) implements Condition {
    public AllOf {
      value = List.copyOf(value);
    }
  }

  record AnyOf(List<Condition> value) implements Condition {
    public AnyOf {
      value = List.copyOf(value);
    }
  }

  record Not(Condition value) implements Condition {}

  /** Events of the past that a condition can test. */
  enum Happening {
    /** A Pokémon of the player was knocked out. */
    KNOCKED_OUT,
    /** A Pokémon of the player was knocked out by damage of an attack. */
    KNOCKED_OUT_BY_ATTACK,
    PLAYED_SUPPORTER,
    PLAYED_ITEM,
    PLAYED_STADIUM,
    ATTACHED_ENERGY,
    EVOLVED,
    RETREATED,
    TOOK_PRIZE
  }

  /** Which turn a question about the past means. */
  enum When {
    THIS_TURN,
    LAST_TURN
  }
}
