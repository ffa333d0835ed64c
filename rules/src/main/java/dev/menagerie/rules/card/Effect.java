package dev.menagerie.rules.card;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One operation of a card's program. "You" is the player who uses the card; an absent {@code who}
 * means you. A choice is made first; then the operation applies to the chosen cards or Pokémon.
 */
public sealed interface Effect {

  // Cards between zones

  record Draw(Amount count, Optional<Player> who) implements Effect {}

  /** Draws until the hand has that many cards. */
  record DrawUntil(Amount size, Optional<Player> who) implements Effect {}

  /** Shuffles the deck. */
  record Shuffle(Optional<Player> who) implements Effect {}

  /**
   * Searches a deck (absent: your own) for up to {@code count} matching cards, puts them where
   * {@code to} says, and shuffles. The player may choose none.
   *
   * @param reveal whether the opponent sees the cards; absent: yes if {@code where} is given
   * @param as the name under which the chosen cards are stored
   */
  record Search(
      Optional<Filter> where,
      Amount count,
      Destination to,
      Optional<Boolean> reveal,
      Optional<String> as)
      implements Effect {}

  /**
   * Looks at the top cards of a deck, takes up to {@code take} of those that match, and puts the
   * others where {@code rest} says.
   *
   * @param ordered whether you choose the order of those put on or under the deck; absent: no, they
   *     keep theirs
   */
  record LookAtTop(
      Amount count,
      Optional<Player> of,
      Optional<Filter> where,
      Amount take,
      Destination to,
      Destination rest,
      Optional<Boolean> ordered)
      implements Effect {}

  /**
   * A player chooses cards of a zone; nothing happens to them yet.
   *
   * @param of whose zone; absent: yours
   * @param by who chooses; absent: you
   * @param min absent: as many as {@code max}, or all there are
   */
  record ChooseCards(
      Zone from,
      Optional<Player> of,
      Optional<Player> by,
      Optional<Filter> where,
      Optional<Amount> min,
      Amount max,
      String as)
      implements Effect {}

  /** Moves cards that were chosen before; cards that have moved since stay where they are. */
  record MoveChosen(String chosen, Destination to) implements Effect {}

  /** Moves every card of a zone that matches. */
  record MoveAll(Zone from, Optional<Player> of, Optional<Filter> where, Destination to)
      implements Effect {}

  /**
   * A player discards cards from hand.
   *
   * @param by the player who chooses; absent: the owner of the hand
   * @param where the cards that may be discarded
   */
  record DiscardHand(
      Amount count, Optional<Player> who, Optional<Player> by, Optional<Filter> where)
      implements Effect {}

  /** Random cards leave a hand. */
  record RandomFromHand(Amount count, Optional<Player> who, Destination to) implements Effect {}

  /** The top cards of a deck go to its owner's discard; {@code as} keeps them under a name. */
  record Mill(Amount count, Optional<Player> who, Optional<String> as) implements Effect {}

  /** Both players see the hand. */
  record RevealHand(Player who) implements Effect {}

  /**
   * The top cards of a deck are shown, and stay there; {@code as} keeps them.
   *
   * @param to who sees them; absent: everyone
   */
  record RevealTop(Amount count, Optional<Player> who, Optional<Player> to, Optional<String> as)
      implements Effect {}

  /** A player takes that many prize cards. */
  record TakePrizes(Amount count, Optional<Player> who) implements Effect {}

  // Energy, tools, stadium

  /**
   * Energy cards from a zone of yours are attached, all to the same target. Of several targets each
   * gets one, a chosen last one the rest.
   */
  record AttachEnergy(
      Zone from, Optional<Filter> where, Amount count, Target to, Optional<Boolean> upTo)
      implements Effect {}

  /** Makes energy of a type out of nothing and attaches it, as an energy zone does. */
  record GenerateEnergy(EnergyType energy, Amount count, Target to) implements Effect {}

  /** Moves attached energy between Pokémon. */
  record MoveEnergy(
      Target from, Target to, Optional<Filter> where, Amount count, Optional<Boolean> upTo)
      implements Effect {}

  /**
   * Discards attached energy.
   *
   * @param count absent: all that match
   * @param by who chooses; absent: you
   * @param upTo whether fewer may be chosen; without a count: any amount
   */
  record DiscardEnergy(
      Target from,
      Optional<Filter> where,
      Optional<Amount> count,
      Optional<Player> by,
      Optional<String> as,
      Optional<Boolean> upTo)
      implements Effect {}

  /** Returns attached energy to its owner's hand, or moves it where {@code to} says. */
  record ReturnEnergy(
      Target from, Optional<Filter> where, Optional<Amount> count, Optional<Destination> to)
      implements Effect {}

  /**
   * Attaches chosen energy cards, from wherever they lie outside play.
   *
   * @param upTo whether you may attach only some of them; absent: all are attached
   */
  record AttachChosen(String chosen, Target to, Optional<Boolean> upTo) implements Effect {}

  record DiscardTools(Target from) implements Effect {}

  record DiscardStadium() implements Effect {}

  /** One more energy may be attached this turn, for each. */
  record ExtraEnergy(int count) implements Effect {}

  /** One more Supporter may be played this turn, for each. */
  record ExtraSupporter(int count) implements Effect {}

  // Pokémon in play

  /**
   * {@code of} changes their Active for one of their bench; {@code by} (absent: the same) chooses
   * it.
   */
  record Switch(Optional<Player> of, Optional<Player> by) implements Effect {}

  /** You choose one of the opponent's bench (or they do): it becomes their Active. */
  record Gust(Optional<Player> by) implements Effect {}

  /**
   * A Pokémon leaves play with everything attached. {@code attached}: where that goes; absent: with
   * it.
   */
  record Return(Target target, Destination to, Optional<Destination> attached) implements Effect {}

  /**
   * Evolves Pokémon of yours with a card from a zone; {@code skip} lets a Basic become the stage 2
   * of its line.
   */
  record Evolve(Target target, Zone from, Optional<Boolean> skip, Optional<Filter> where)
      implements Effect {}

  /** The topmost evolution card leaves the Pokémon. */
  record Devolve(Target target, Destination to) implements Effect {}

  /** Benched Pokémon become Active, one for each player. */
  record BringUp(Target target) implements Effect {}

  record KnockOut(Target target) implements Effect {}

  // Damage, counters, conditions

  /**
   * An attack's further damage, or damage to other Pokémon. To an Active it meets weakness and
   * resistance unless {@code plain}; on the bench never.
   */
  record Damage(Amount amount, Target target, Optional<Boolean> plain) implements Effect {}

  /** Damage of an attack to its own user, which meets weakness and resistance. */
  record Recoil(Amount amount) implements Effect {}

  /** Puts damage counters (10 each) on each target; that is not damage. */
  record PlaceCounters(Amount count, Target target) implements Effect {}

  /** A player spreads counters one by one over matching Pokémon as they like. */
  record SpreadCounters(Amount count, Player of, Optional<Place> at, Optional<Filter> where)
      implements Effect {}

  /** Moves counters, absent: as many as there are. */
  record MoveCounters(Target from, Target to, Optional<Amount> count) implements Effect {}

  /** Places counters until no more than that much HP is left. */
  record LeaveHp(Target target, Amount remaining) implements Effect {}

  /** This attack's damage is not changed by it. */
  record Unaffected(Influence by) implements Effect {}

  /** What may change an attack's damage on the defender's side. */
  enum Influence {
    WEAKNESS,
    RESISTANCE,
    EFFECTS
  }

  /** Heals damage; absent: all. */
  record Heal(Target target, Optional<Amount> amount) implements Effect {}

  /** Applies a condition. {@code strength}: poison's damage on a checkup, if not the usual. */
  record Apply(SpecialCondition condition, Target target, Optional<Integer> strength)
      implements Effect {}

  /** Ends a condition; absent: all. */
  record Cure(Target target, Optional<SpecialCondition> condition) implements Effect {}

  // Chance and flow

  /** Flips coins; {@code as} keeps the outcome under a name. */
  record Flip(Optional<Amount> count, Optional<String> as) implements Effect {}

  record FlipUntilTails(Optional<String> as) implements Effect {}

  record If(Condition when, List<Effect> then, Optional<List<Effect>> otherwise) implements Effect {
    public If {
      then = List.copyOf(then);
    }
  }

  /** You (or {@code who}) may do it. */
  record May(Optional<Player> who, List<Effect> then, Optional<List<Effect>> otherwise)
      implements Effect {
    public May {
      then = List.copyOf(then);
    }
  }

  /** A player chooses one of several. */
  record ChooseOne(Optional<Player> who, List<Option> options) implements Effect {
    public ChooseOne {
      options = List.copyOf(options);
    }
  }

  /** One branch of {@link ChooseOne}. */
  record Option(String label, List<Effect> effects) {
    public Option {
      effects = List.copyOf(effects);
    }
  }

  /**
   * Runs the effects for every target, one after the other; inside, {@code Target.Chosen("it")} is
   * the current one.
   */
  record ForEach(Target in, List<Effect> effects) implements Effect {
    public ForEach {
      effects = List.copyOf(effects);
    }
  }

  record Repeat(Amount times, List<Effect> effects) implements Effect {
    public Repeat {
      effects = List.copyOf(effects);
    }
  }

  /** Keeps a number under a name. */
  record Let(String as, Amount amount) implements Effect {}

  /** The targets are kept under a name. */
  record Pick(Target target, String as) implements Effect {}

  /** The attack (or trainer) fails from here on: nothing further of it happens. */
  record Fail() implements Effect {}

  /** Chooses an attack of the target and uses it as this attack. */
  record CopyAttack(Target of) implements Effect {}

  /** Chooses an attack of chosen Pokémon cards and uses it as this attack. */
  record UseAttackOf(String chosen) implements Effect {}

  /** Something becomes true of the targets for a while: locks, damage more or less, prevention. */
  record Grant(Static gives, Target to, Span until) implements Effect {}

  /** Something becomes true of a player for a while. */
  record GrantPlayer(Static gives, Player to, Span until) implements Effect {}

  /** Does it later. */
  record Delay(Moment at, List<Effect> effects) implements Effect {
    public Delay {
      effects = List.copyOf(effects);
    }
  }

  record EndTurn() implements Effect {}

  /** Something the vocabulary cannot say, known to the engine by its id. */
  record Custom(String id, Map<String, String> args) implements Effect {
    public Custom {
      args = Map.copyOf(args);
    }
  }

  /** When a delayed effect comes. */
  enum Moment {
    END_OF_THIS_TURN,
    NEXT_CHECKUP,
    END_OF_OPPONENTS_NEXT_TURN,
    START_OF_YOUR_NEXT_TURN,
    END_OF_YOUR_NEXT_TURN
  }
}
