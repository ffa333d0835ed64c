package dev.menagerie.rules.card;

import java.util.List;
import java.util.Optional;

/**
 * Something that is true for Pokémon or a player as long as it lasts. It is asked when needed,
 * never broadcast. Those of a player are marked so; they touch the players in the scope.
 */
public sealed interface Static {
  /** Whether this is about a player, not about Pokémon. */
  default boolean isOfPlayer() {
    return this instanceof CannotPlay
        || this instanceof CannotAttachEnergy
        || this instanceof CannotUseAbility
        || this instanceof ExtraEnergy
        || this instanceof ExtraSupporters
        || this instanceof BenchSize;
  }

  record HpBonus(int by) implements Static {}

  /** Changes the retreat cost; it never falls below 0. */
  record RetreatCost(int by) implements Static {}

  record FreeRetreat() implements Static {}

  /** Changes the cost of attacks by energy of a type (absent: colorless). */
  record AttackCost(int by, Optional<EnergyType> energy) implements Static {}

  /**
   * Attacks do more (or less) to the Pokémon that match (absent: the opponent's Active), before
   * weakness.
   */
  record DamageDealt(Amount by, Optional<Filter> against) implements Static {}

  /** Attacks of Pokémon that match do more (or less) to this one, after resistance. */
  record DamageTaken(Amount by, Optional<Filter> from) implements Static {}

  /** Prevents all damage attacks of matching Pokémon of the opponent would do. */
  record PreventDamage(Optional<Filter> from) implements Static {}

  /** Prevents effects (not damage) of the opponent's attacks of matching Pokémon. */
  record PreventEffects(Optional<Filter> from) implements Static {}

  /** Cannot get the conditions; absent: any. Those it has end. */
  record PreventConditions(Optional<SpecialCondition> condition) implements Static {}

  /** If damage would knock it out while it has none, it stays with {@code remaining} HP. */
  record Endures(int remaining) implements Static {}

  /** If damage would knock it out, a coin is flipped; heads: it stays with {@code remaining} HP. */
  record EnduresOnHeads(int remaining) implements Static {}

  /** When it attacks, a coin is flipped; tails: the attack fails. */
  record AttacksFailOnTails() implements Static {}

  /** Attacks (of that name; absent: all) cost that many of a type instead, before other changes. */
  record AttackCostIs(int count, EnergyType energy, Optional<String> name) implements Static {}

  /** May attack in the first turn of the game. */
  record AttacksInFirstTurn() implements Static {}

  /** May attack from the bench, as the attack of the turn. */
  record AttacksFromBench() implements Static {}

  record TypeIs(EnergyType energy) implements Static {}

  /** Replaces the weakness; absent: none. */
  record WeaknessIs(Optional<EnergyType> energy) implements Static {}

  /** Replaces the resistance; absent: none. */
  record ResistanceIs(Optional<EnergyType> energy) implements Static {}

  /**
   * Energy cards that match provide this instead; each entry is one energy, of one of its types.
   */
  record EnergyProvides(List<Provides> units, Optional<Filter> where) implements Static {
    public EnergyProvides {
      units = List.copyOf(units);
    }
  }

  record CannotAttack() implements Static {}

  record CannotUseAttack(String name) implements Static {}

  record CannotRetreat() implements Static {}

  record CannotEvolve() implements Static {}

  record CannotBeHealed() implements Static {}

  /** May evolve also in the turn it came into play or evolved, and in a first turn. */
  record EvolvesAtOnce() implements Static {}

  /** Its abilities have no effect. */
  record NoAbilities() implements Static {}

  /** Its tools have no effect. */
  record NoTools() implements Static {}

  /** May also use the attacks of the cards it evolved from. */
  record UsesEarlierAttacks() implements Static {}

  /** Its knock-out is worth that much more (or less) to the opponent; never below 0. */
  record PrizeWorth(int by) implements Static {}

  /** On checkups its poison does that much more damage. */
  record PoisonDamage(int by) implements Static {}

  /** Player: cannot play matching cards from hand. */
  record CannotPlay(Filter what) implements Static {}

  /** Player: cannot use activated abilities of that name. */
  record CannotUseAbility(String name) implements Static {}

  /** Player: cannot attach energy from hand. */
  record CannotAttachEnergy() implements Static {}

  /** Player: more energy may be attached in a turn. */
  record ExtraEnergy(int by) implements Static {}

  /** Player: more Supporters may be played in a turn. */
  record ExtraSupporters(int by) implements Static {}

  /**
   * Player: more (or fewer) Pokémon may be on the bench. When it ends, or begins, the player
   * discards those that are too many.
   */
  record BenchSize(int by) implements Static {}
}
