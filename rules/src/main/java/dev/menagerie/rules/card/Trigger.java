package dev.menagerie.rules.card;

import java.util.Optional;

/**
 * What makes a triggered ability fire. The Pokémon it happens to is the holder unless a trigger
 * says otherwise; inside the program {@link Target.Other} names the second Pokémon, if there is
 * one.
 */
public sealed interface Trigger {
  /** The Pokémon is played from hand to the bench. */
  record PlayedToBench() implements Trigger {}

  /** The Pokémon is played from hand to evolve another. */
  record Evolves() implements Trigger {}

  /**
   * Energy is attached to the Pokémon, by any means; on an energy card: that card itself.
   *
   * @param fromHand whether only energy from hand or as the energy of the turn counts; absent: all
   */
  record EnergyAttached(Optional<Filter> where, Optional<Boolean> fromHand) implements Trigger {}

  /** The Pokémon moves from the bench to the active spot. */
  record BecomesActive() implements Trigger {}

  /**
   * The Pokémon is damaged by an opponent's attack, also if that knocks it out; Other: the
   * attacker.
   */
  record Damaged(Optional<Place> at) implements Trigger {}

  /** The Pokémon is knocked out by damage of an opponent's attack; Other: the attacker. */
  record KnockedOut(Optional<Place> at) implements Trigger {}

  /** Any Pokémon of {@code of} that meets {@code where} is knocked out; Other: that Pokémon. */
  record SomeKnockedOut(Player of, Optional<Filter> where) implements Trigger {}

  /**
   * Energy that meets {@code where} is attached to a Pokémon of {@code of}; Other: that Pokémon.
   */
  record SomeAttached(Player of, Optional<Filter> where) implements Trigger {}

  /** A Pokémon of {@code of} comes to the bench from hand; Other: that Pokémon. */
  record SomeBenched(Player of, Optional<Filter> where) implements Trigger {}

  /** A Pokémon of {@code of} evolves by a card from hand; Other: that Pokémon. */
  record SomeEvolved(Player of, Optional<Filter> where) implements Trigger {}

  /** {@code of} plays a Trainer card that matches; before its effect. */
  record SomePlayed(Player of, Optional<Filter> where) implements Trigger {}

  /** Every checkup between turns, after the special conditions. */
  record Checkup() implements Trigger {}

  /** The start of the turn of {@code of}, after the draw. */
  record TurnStart(Player of) implements Trigger {}

  /** The end of the turn of {@code of}, before checkup. */
  record TurnEnd(Player of) implements Trigger {}

  /** The Pokémon's own attack has resolved. */
  record Attacked() implements Trigger {}
}
