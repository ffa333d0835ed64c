package dev.menagerie.rules.state;

import dev.menagerie.rules.card.Condition.Happening;
import dev.menagerie.rules.card.SpecialCondition;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Applies events to Pokémon in play and to their attached cards. */
final class PokemonChanges {
  private PokemonChanges() {}

  /** A Pokémon to be changed, already in its place. */
  static Pokemon edit(Table table, int serial) {
    Pokemon found = table.sides[0].edit(serial);
    found = found == null ? table.sides[1].edit(serial) : found;
    if (found == null) {
      throw new IllegalStateException("no Pokémon " + serial + " in play");
    }
    return found;
  }

  // Entering and leaving

  private static Pokemon created(Table table, Seat seat, int instance, int serial) {
    Pokemon pokemon = new Pokemon(serial, seat.index());
    pokemon.cards = new int[] {instance};
    pokemon.entered = table.turn;
    pokemon.changed = table.turn;
    pokemon.stamp = table.stamps++;
    table.nextSerial = Math.max(table.nextSerial, serial + 1);
    return pokemon;
  }

  static void entered(Table table, Seat seat, Pile from, int card, int serial) {
    CardChanges.take(table, seat, from, Ref.instance(card));
    table.side(seat).toBench(created(table, seat, Ref.instance(card), serial));
  }

  static void placed(Table table, Event.Placed event) {
    CardChanges.take(table, event.seat(), Pile.HAND, Ref.instance(event.card()));
    Pokemon pokemon = created(table, event.seat(), Ref.instance(event.card()), event.serial());
    if (event.active()) {
      table.side(event.seat()).active = pokemon;
    } else {
      table.side(event.seat()).toBench(pokemon);
    }
  }

  static void leftPlay(Table table, Event.LeftPlay event) {
    Pokemon pokemon = Objects.requireNonNull(table.find(event.serial()));
    table.sides[pokemon.seat].remove(event.serial());
    CardChanges.putAll(table, event.to(), pokemon.cards);
    CardChanges.putAll(table, event.attached(), pokemon.energy);
    CardChanges.putAll(table, event.attached(), pokemon.tools);
    TurnEvents.keepLasting(table, lasting -> lasting.target() != event.serial());
    if (event.knockedOut()) {
      TurnEvents.happened(table, event.seat(), Happening.KNOCKED_OUT);
    }
    if (event.byAttack()) {
      TurnEvents.happened(table, event.seat(), Happening.KNOCKED_OUT_BY_ATTACK);
    }
  }

  static void activeChanged(Table table, Event.ActiveChanged event) {
    Pokemon up = edit(table, event.serial());
    up.stamp = table.stamps++;
    up.movedUpIn = table.turn;
    Side side = table.side(event.seat());
    Pokemon down = leftActive(table, side.active);
    side.promote(up, down);
    if (down != null) {
      TurnEvents.keepLasting(
          table, lasting -> lasting.target() != down.serial || !lasting.whileActive());
    }
  }

  private static @Nullable Pokemon leftActive(Table table, @Nullable Pokemon former) {
    if (former == null) {
      return null;
    }
    Pokemon down = former.copy();
    endConditions(down);
    down.stamp = table.stamps++;
    return down;
  }

  // Stages

  static void evolved(Table table, Event.Evolved event) {
    int instance = Ref.instance(event.card());
    CardChanges.take(table, event.seat(), event.from(), instance);
    Pokemon pokemon = edit(table, event.serial());
    pokemon.cards = Ints.with(pokemon.cards, instance);
    changedStage(table, pokemon);
    TurnEvents.happened(table, event.seat(), Happening.EVOLVED);
  }

  static void devolved(Table table, Event.Devolved event) {
    int instance = Ref.instance(event.after());
    Pokemon pokemon = edit(table, event.serial());
    pokemon.cards = Ints.without(pokemon.cards, instance);
    changedStage(table, pokemon);
    CardChanges.putAt(table, event.to(), instance);
  }

  /**
   * Evolving ends effects of attacks and effects that last until evolution; effects that a Trainer
   * gave for a turn stay.
   */
  private static void changedStage(Table table, Pokemon pokemon) {
    pokemon.changed = table.turn;
    pokemon.stamp = table.stamps++;
    pokemon.used = 0;
    endConditions(pokemon);
    TurnEvents.keepLasting(
        table,
        lasting ->
            lasting.target() != pokemon.serial
                || (!lasting.whileActive() && lasting.until() != Integer.MAX_VALUE));
  }

  // Conditions

  private static void endConditions(Pokemon pokemon) {
    pokemon.conditions = 0;
    setStrength(pokemon, SpecialCondition.POISONED, 0);
    setStrength(pokemon, SpecialCondition.BURNED, 0);
    setStrength(pokemon, SpecialCondition.CONFUSED, 0);
  }

  static void conditionApplied(Table table, Event.ConditionApplied event) {
    Pokemon pokemon = edit(table, event.serial());
    if ((event.condition().bit() & SpecialCondition.EXCLUSIVE) != 0) {
      pokemon.conditions &= ~SpecialCondition.EXCLUSIVE;
    }
    pokemon.conditions |= event.condition().bit();
    setStrength(pokemon, event.condition(), event.strength());
    if (event.condition() == SpecialCondition.PARALYZED) {
      pokemon.paralyzedIn = table.turn;
    }
  }

  static void conditionEnded(Table table, Event.ConditionEnded event) {
    Pokemon pokemon = edit(table, event.serial());
    pokemon.conditions &= ~event.condition().bit();
    setStrength(pokemon, event.condition(), 0);
  }

  private static void setStrength(Pokemon pokemon, SpecialCondition condition, int strength) {
    switch (condition) {
      case POISONED -> pokemon.poison = strength;
      case BURNED -> pokemon.burn = strength;
      case CONFUSED -> pokemon.confusion = strength;
      case ASLEEP, PARALYZED -> {}
    }
  }

  // Attached cards

  static void energyAttached(Table table, Event.EnergyAttached event) {
    int instance = Ref.instance(event.card());
    CardChanges.take(table, event.seat(), event.from(), instance);
    addEnergy(table, event.serial(), instance);
    countEnergy(table, event.seat(), event.ofTurn());
  }

  static void energyGenerated(Table table, Event.EnergyGenerated event) {
    table.definition = Ints.with(table.definition, event.definition());
    table.owner = Ints.with(table.owner, event.seat().index());
    table.generation = Ints.with(table.generation, 0);
    table.namesShared = false;
    addEnergy(table, event.serial(), event.instance());
    countEnergy(table, event.seat(), event.ofTurn());
  }

  private static void countEnergy(Table table, Seat seat, boolean ofTurn) {
    if (ofTurn) {
      table.counters.energyAttached++;
      TurnEvents.happened(table, seat, Happening.ATTACHED_ENERGY);
    }
  }

  private static void addEnergy(Table table, int serial, int instance) {
    Pokemon holder = edit(table, serial);
    holder.energy = Ints.with(holder.energy, instance);
  }

  static void energyMoved(Table table, Event.EnergyMoved event) {
    int instance = Ref.instance(event.card());
    Pokemon from = edit(table, event.from());
    from.energy = Ints.without(from.energy, instance);
    addEnergy(table, event.to(), instance);
  }

  static void toolAttached(Table table, Event.ToolAttached event) {
    int instance = Ref.instance(event.card());
    CardChanges.take(table, event.seat(), Pile.HAND, instance);
    Pokemon holder = edit(table, event.serial());
    holder.tools = Ints.with(holder.tools, instance);
  }

  static void detached(Table table, Event.Detached event) {
    int instance = Ref.instance(event.card());
    Pokemon holder = edit(table, event.serial());
    holder.energy = Ints.without(holder.energy, instance);
    holder.tools = Ints.without(holder.tools, instance);
    CardChanges.putAt(table, event.to(), instance);
  }

  // Abilities

  static void abilityUsed(Table table, Event.AbilityUsed event) {
    if (event.byName()) {
      TurnEvents.nameUsed(table, event.name());
    }
    if (event.serial() < 0) {
      return;
    }
    Pokemon pokemon = edit(table, event.serial());
    if (pokemon.usedTurn != table.turn) {
      pokemon.used = 0;
      pokemon.usedTurn = table.turn;
    }
    pokemon.used |= 1 << event.ability();
  }
}
