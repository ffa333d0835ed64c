package dev.menagerie.rules.card;

import java.util.List;
import java.util.Optional;

/** A number that a program works out when it gets there. */
public sealed interface Amount {
  record Fixed(int value) implements Amount {}

  record Sum(List<Amount> of) implements Amount {
    public Sum {
      of = List.copyOf(of);
    }
  }

  /** {@code each} for every one of {@code of}: "20 for each heads". */
  record Times(Amount each, Amount of) implements Amount {}

  /** Never below 0. */
  record Difference(Amount from, Amount take) implements Amount {}

  record Smaller(Amount left, Amount right) implements Amount {}

  record Larger(Amount left, Amount right) implements Amount {}

  /** Heads of the last flips, or of those named. */
  record Heads(Optional<String> of) implements Amount {}

  /** Tails of the last flips, or of those named. */
  record Tails(Optional<String> of) implements Amount {}

  /** The energy that attached cards provide; of one type or of any. */
  record EnergyOn(Target on, Optional<EnergyType> energy) implements Amount {}

  /** Damage counters (damage / 10) on the targets together. */
  record CountersOn(Target on) implements Amount {}

  /** Pokémon in play that match. */
  record PokemonInPlay(Player of, Optional<Place> at, Optional<Filter> where) implements Amount {}

  /** Cards in a zone that match; of a hidden zone only the plain number may be asked. */
  record CardsIn(Zone zone, Optional<Player> of, Optional<Filter> where) implements Amount {}

  /** Prize cards the player has taken, or points the player has. */
  record PrizesTaken(Player of) implements Amount {}

  /** Prize cards the player still has, or points still needed. */
  record PrizesLeft(Player of) implements Amount {}

  /** How many were chosen (or moved) under a name. */
  record Chosen(String name) implements Amount {}

  /** The retreat cost of a Pokémon now. */
  record RetreatCost(Target of) implements Amount {}

  /** The greatest HP of a Pokémon now. */
  record HpOf(Target of) implements Amount {}

  /** The HP a Pokémon has left now. */
  record HpLeft(Target of) implements Amount {}

  /** Half of it, rounded down to a multiple of ten. */
  record HalfOf(Amount whole) implements Amount {}

  /** How many of the cards kept under a name match. */
  record ChosenThat(String name, Filter where) implements Amount {}

  /** Damage this attack has done so far. */
  record DamageDone() implements Amount {}

  /** Number kept before under a name by {@link Effect.Let}. */
  record Kept(String name) implements Amount {}

  record Either(Condition when, Amount then, Optional<Amount> otherwise) implements Amount {}
}
