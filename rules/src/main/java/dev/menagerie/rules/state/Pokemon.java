package dev.menagerie.rules.state;

import dev.menagerie.rules.card.SpecialCondition;

/**
 * A Pokémon in play with everything that is on it. Its {@link #serial} names it as long as it is in
 * play, through evolution and switching, and never names another one.
 */
public final class Pokemon {
  final int serial;
  final int seat;

  /** The Pokémon's cards, lowest stage first. */
  int[] cards = Ints.NONE;

  int[] energy = Ints.NONE;
  int[] tools = Ints.NONE;
  int damage;
  int conditions;

  /** Poison's damage at a checkup; 0: the usual. */
  int poison;

  /** Burn's damage at a checkup; 0: the usual. */
  int burn;

  /** The damage of confusion on tails; 0: the usual. */
  int confusion;

  /** The turn in which it was paralyzed; 0: before the first that counts. */
  int paralyzedIn;

  /** The turn it came into play in. */
  int entered;

  /** The turn it came into play or last evolved in. */
  int changed;

  /**
   * When its topmost card or its spot last changed, counted in such changes: older ones took hold
   * first.
   */
  int stamp;

  /** Abilities used in turn {@link #usedTurn}, as bits. */
  int used;

  int usedTurn;

  /** The turn in which it last moved from the bench to the active spot; 0: none that counts. */
  int movedUpIn;

  /** An effect has knocked it out, whatever its damage. */
  boolean doomed;

  Pokemon(int serial, int seat) {
    this.serial = serial;
    this.seat = seat;
  }

  Pokemon copy() {
    Pokemon copy = new Pokemon(serial, seat);
    copy.cards = cards;
    copy.energy = energy;
    copy.tools = tools;
    copy.damage = damage;
    copy.conditions = conditions;
    copy.poison = poison;
    copy.burn = burn;
    copy.confusion = confusion;
    copy.paralyzedIn = paralyzedIn;
    copy.entered = entered;
    copy.changed = changed;
    copy.stamp = stamp;
    copy.used = used;
    copy.usedTurn = usedTurn;
    copy.movedUpIn = movedUpIn;
    copy.doomed = doomed;
    return copy;
  }

  /** The number of this Pokémon in this game; it keeps it until it leaves play. */
  public int serial() {
    return serial;
  }

  /** The player whose Pokémon this is. */
  public Seat seat() {
    return Seat.of(seat);
  }

  /** The instance of its topmost card. */
  public int top() {
    return cards[cards.length - 1];
  }

  /** The number of Pokémon cards in the stack, the Basic included. */
  public int cardCount() {
    return cards.length;
  }

  /** The instance at an index of the stack; 0 is the Basic. */
  public int card(int index) {
    return cards[index];
  }

  /** The number of attached energy cards. */
  public int energyCount() {
    return energy.length;
  }

  /** The instance of an attached energy card. */
  public int energy(int index) {
    return energy[index];
  }

  /** The number of attached tools. */
  public int toolCount() {
    return tools.length;
  }

  /** The instance of an attached tool. */
  public int tool(int index) {
    return tools[index];
  }

  /** Whether a card is part of this Pokémon or attached to it. */
  public boolean holds(int instance) {
    return Ints.contains(energy, instance) || Ints.contains(tools, instance);
  }

  /** The damage on it, in HP. */
  public int damage() {
    return damage;
  }

  /** Its special conditions as bits by {@code SpecialCondition.ordinal()}. */
  public int conditions() {
    return conditions;
  }

  /** Whether it has a special condition. */
  public boolean has(SpecialCondition condition) {
    return (conditions & condition.bit()) != 0;
  }

  /** The number a condition came with, in damage; 0: the usual. */
  public int strength(SpecialCondition condition) {
    return switch (condition) {
      case POISONED -> poison;
      case BURNED -> burn;
      case CONFUSED -> confusion;
      case ASLEEP, PARALYZED -> 0;
    };
  }

  /** The turn in which it was paralyzed; 0: before the first that counts. */
  public int paralyzedIn() {
    return paralyzedIn;
  }

  /** The turn in which it came into play. */
  public int entered() {
    return entered;
  }

  /** The turn in which it came into play or last evolved. */
  public int changed() {
    return changed;
  }

  /** The order in which effects began: the lower stamp applies first. */
  public int stamp() {
    return stamp;
  }

  /** The turn in which it last moved from the bench to the active spot. */
  public int movedUpIn() {
    return movedUpIn;
  }

  /** Whether an effect knocks it out regardless of its HP. */
  public boolean doomed() {
    return doomed;
  }

  /** Whether it used an ability in a turn. */
  public boolean hasUsed(int ability, int turn) {
    return usedTurn == turn && (used & 1 << ability) != 0;
  }
}
