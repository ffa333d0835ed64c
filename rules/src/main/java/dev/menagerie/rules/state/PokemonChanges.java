package dev.menagerie.rules.state;

import dev.menagerie.rules.card.Condition.Happening;
import dev.menagerie.rules.card.SpecialCondition;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What events do to Pokémon in play and to what is attached to them. */
final class PokemonChanges {
  private PokemonChanges() {}

  /** A Pokémon to be changed, already in its place. */
  static Pokemon edit(Table t, int serial) {
    Pokemon found = t.sides[0].edit(serial);
    found = found == null ? t.sides[1].edit(serial) : found;
    if (found == null) {
      throw new IllegalStateException("no Pokémon " + serial + " in play");
    }
    return found;
  }

  // Entering and leaving

  private static Pokemon created(Table t, Seat seat, int instance, int serial) {
    Pokemon pokemon = new Pokemon(serial, seat.index());
    pokemon.cards = new int[] {instance};
    pokemon.entered = t.turn;
    pokemon.changed = t.turn;
    pokemon.stamp = t.stamps++;
    t.nextSerial = Math.max(t.nextSerial, serial + 1);
    return pokemon;
  }

  static void entered(Table t, Seat seat, Pile from, int card, int serial) {
    CardChanges.take(t, seat, from, Ref.instance(card));
    t.side(seat).toBench(created(t, seat, Ref.instance(card), serial));
  }

  static void placed(Table t, Event.Placed e) {
    CardChanges.take(t, e.seat(), Pile.HAND, Ref.instance(e.card()));
    Pokemon pokemon = created(t, e.seat(), Ref.instance(e.card()), e.serial());
    if (e.active()) {
      t.side(e.seat()).active = pokemon;
    } else {
      t.side(e.seat()).toBench(pokemon);
    }
  }

  static void leftPlay(Table t, Event.LeftPlay e) {
    Pokemon pokemon = Objects.requireNonNull(t.find(e.serial()));
    t.sides[pokemon.seat].remove(e.serial());
    CardChanges.putAll(t, e.to(), pokemon.cards);
    CardChanges.putAll(t, e.attached(), pokemon.energy);
    CardChanges.putAll(t, e.attached(), pokemon.tools);
    CourseChanges.keepLasting(t, lasting -> lasting.target() != e.serial());
    if (e.knockedOut()) {
      CourseChanges.happened(t, e.seat(), Happening.KNOCKED_OUT);
    }
    if (e.byAttack()) {
      CourseChanges.happened(t, e.seat(), Happening.KNOCKED_OUT_BY_ATTACK);
    }
  }

  static void activeChanged(Table t, Event.ActiveChanged e) {
    Pokemon up = edit(t, e.serial());
    up.stamp = t.stamps++;
    Side side = t.side(e.seat());
    Pokemon down = leftActive(t, side.active);
    side.promote(up, down);
    if (down != null) {
      CourseChanges.keepLasting(
          t, lasting -> lasting.target() != down.serial || !lasting.whileActive());
    }
  }

  private static @Nullable Pokemon leftActive(Table t, @Nullable Pokemon former) {
    if (former == null) {
      return null;
    }
    Pokemon down = former.copy();
    endConditions(down);
    down.stamp = t.stamps++;
    return down;
  }

  // Stages

  static void evolved(Table t, Event.Evolved e) {
    int instance = Ref.instance(e.card());
    CardChanges.take(t, e.seat(), e.from(), instance);
    Pokemon pokemon = edit(t, e.serial());
    pokemon.cards = Ints.with(pokemon.cards, instance);
    changedStage(t, pokemon);
    CourseChanges.happened(t, e.seat(), Happening.EVOLVED);
  }

  static void devolved(Table t, Event.Devolved e) {
    int instance = Ref.instance(e.after());
    Pokemon pokemon = edit(t, e.serial());
    pokemon.cards = Ints.without(pokemon.cards, instance);
    changedStage(t, pokemon);
    CardChanges.putAt(t, e.to(), instance);
  }

  /** Effects of attacks, and those until it evolves, end; what a Trainer gave for a turn stays. */
  private static void changedStage(Table t, Pokemon pokemon) {
    pokemon.changed = t.turn;
    pokemon.stamp = t.stamps++;
    pokemon.used = 0;
    endConditions(pokemon);
    CourseChanges.keepLasting(
        t,
        lasting ->
            lasting.target() != pokemon.serial
                || (!lasting.whileActive() && lasting.until() != Integer.MAX_VALUE));
  }

  // Conditions

  private static void endConditions(Pokemon pokemon) {
    pokemon.conditions = 0;
    pokemon.poison = 0;
  }

  static void conditionApplied(Table t, Event.ConditionApplied e) {
    Pokemon pokemon = edit(t, e.serial());
    if ((e.condition().bit() & SpecialCondition.TURNED) != 0) {
      pokemon.conditions &= ~SpecialCondition.TURNED;
    }
    pokemon.conditions |= e.condition().bit();
    if (e.condition() == SpecialCondition.POISONED) {
      pokemon.poison = e.strength();
    }
  }

  static void conditionEnded(Table t, Event.ConditionEnded e) {
    Pokemon pokemon = edit(t, e.serial());
    pokemon.conditions &= ~e.condition().bit();
    if (e.condition() == SpecialCondition.POISONED) {
      pokemon.poison = 0;
    }
  }

  // What is attached

  static void energyAttached(Table t, Event.EnergyAttached e) {
    int instance = Ref.instance(e.card());
    CardChanges.take(t, e.seat(), e.from(), instance);
    addEnergy(t, e.serial(), instance);
    countEnergy(t, e.seat(), e.ofTurn());
  }

  static void energyGenerated(Table t, Event.EnergyGenerated e) {
    t.definition = Ints.with(t.definition, e.definition());
    t.owner = Ints.with(t.owner, e.seat().index());
    t.generation = Ints.with(t.generation, 0);
    t.namesShared = false;
    addEnergy(t, e.serial(), e.instance());
    countEnergy(t, e.seat(), e.ofTurn());
  }

  private static void countEnergy(Table t, Seat seat, boolean ofTurn) {
    if (ofTurn) {
      t.energyAttached++;
      CourseChanges.happened(t, seat, Happening.ATTACHED_ENERGY);
    }
  }

  private static void addEnergy(Table t, int serial, int instance) {
    Pokemon holder = edit(t, serial);
    holder.energy = Ints.with(holder.energy, instance);
  }

  static void energyMoved(Table t, Event.EnergyMoved e) {
    int instance = Ref.instance(e.card());
    Pokemon from = edit(t, e.from());
    from.energy = Ints.without(from.energy, instance);
    addEnergy(t, e.to(), instance);
  }

  static void toolAttached(Table t, Event.ToolAttached e) {
    int instance = Ref.instance(e.card());
    CardChanges.take(t, e.seat(), Pile.HAND, instance);
    Pokemon holder = edit(t, e.serial());
    holder.tools = Ints.with(holder.tools, instance);
  }

  static void detached(Table t, Event.Detached e) {
    int instance = Ref.instance(e.card());
    Pokemon holder = edit(t, e.serial());
    holder.energy = Ints.without(holder.energy, instance);
    holder.tools = Ints.without(holder.tools, instance);
    CardChanges.putAt(t, e.to(), instance);
  }

  // Abilities

  static void abilityUsed(Table t, Event.AbilityUsed e) {
    if (e.byName()) {
      CourseChanges.nameUsed(t, e.name());
    }
    if (e.serial() < 0) {
      return;
    }
    Pokemon pokemon = edit(t, e.serial());
    if (pokemon.usedTurn != t.turn) {
      pokemon.used = 0;
      pokemon.usedTurn = t.turn;
    }
    pokemon.used |= 1 << e.ability();
  }
}
