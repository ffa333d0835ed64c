package dev.menagerie.rules.game;

import dev.menagerie.rules.card.Ability;
import dev.menagerie.rules.card.Effect.Moment;
import dev.menagerie.rules.card.Face;
import dev.menagerie.rules.card.Player;
import dev.menagerie.rules.card.Static;
import dev.menagerie.rules.card.Trigger;
import dev.menagerie.rules.state.Delayed;
import dev.menagerie.rules.state.Event;
import dev.menagerie.rules.state.Frame;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds triggered abilities and puts their programs on the stack, the turn player's first. */
final class Triggers {
  /** Set in the flags of a program that its player may decline. */
  static final int OPTIONAL = 1;

  private Triggers() {}

  /** Whose moment a trigger waits for, or null if it waits for something else. */
  interface Moments {
    @Nullable Player of(Trigger trigger);
  }

  /** Whether a trigger waits for what has happened. */
  interface Match {
    boolean fires(Trigger trigger);
  }

  /** Fires what waits for a moment of {@code seat}. */
  static void fire(Engine e, Moments moments, Seat seat) {
    List<Fr> fired = new ArrayList<>();
    for (Seat side : List.of(e.t.turnSeat(), e.t.turnSeat().other())) {
      Match match = trigger -> covers(moments.of(trigger), side, seat);
      Pokemon active = e.t.active(side);
      if (active != null) {
        collect(e.t, active, match, -1, fired);
      }
      for (int i = 0; i < e.t.benchCount(side); i++) {
        collect(e.t, e.t.benched(side, i), match, -1, fired);
      }
    }
    int stadium = e.t.stadium();
    if (stadium >= 0 && e.t.face(stadium).triggered) {
      Match match = trigger -> covers(moments.of(trigger), seat, seat);
      collect(e.t, e.t.face(stadium), stadium, seat, -1, match, -1, fired);
    }
    push(e, fired);
  }

  private static boolean covers(@Nullable Player of, Seat side, Seat seat) {
    if (of == null) {
      return false;
    }
    return switch (of) {
      case YOU -> side == seat;
      case OPPONENT -> side != seat;
      case BOTH -> true;
    };
  }

  /** Fires what waits on one Pokémon, its tools and energy. */
  static void fire(Engine e, Pokemon holder, Match match, int other) {
    List<Fr> fired = new ArrayList<>(0);
    collect(e.t, holder, match, other, fired);
    push(e, fired);
  }

  /** First in the list, first to run. */
  static void push(Engine e, List<Fr> fired) {
    for (int i = fired.size() - 1; i >= 0; i--) {
      e.push(fired.get(i));
    }
  }

  static void collect(Table t, Pokemon holder, Match match, int other, List<Fr> fired) {
    Face face = t.face(holder.top());
    if (face.triggered && !Questions.has(t, holder, Static.NoAbilities.class)) {
      collect(t, face, holder.top(), holder.seat(), holder.serial(), match, other, fired);
    }
    for (int i = 0; i < holder.toolCount(); i++) {
      Face tool = t.face(holder.tool(i));
      if (tool.triggered && !Questions.has(t, holder, Static.NoTools.class)) {
        collect(t, tool, holder.tool(i), holder.seat(), holder.serial(), match, other, fired);
      }
    }
    for (int i = 0; i < holder.energyCount(); i++) {
      Face energy = t.face(holder.energy(i));
      if (energy.triggered) {
        collect(t, energy, holder.energy(i), holder.seat(), holder.serial(), match, other, fired);
      }
    }
  }

  static void collect(
      Table t, Face face, int card, Seat seat, int self, Match match, int other, List<Fr> fired) {
    for (int i = 0; i < face.abilities.size(); i++) {
      if (face.abilities.get(i) instanceof Ability.Triggered ability && match.fires(ability.on())) {
        Fr fr =
            new Fr(
                Frame.Kind.PROGRAM, face.number, face.abilityProgram(i), seat, self, card, other);
        if (ability.when().isEmpty() || Questions.holds(t, fr, ability.when().get())) {
          fr.flags = ability.optional().orElse(false) ? OPTIONAL : 0;
          fired.add(fr);
        }
      }
    }
  }

  // Delayed parts of programs

  static void delayed(Engine e, Moment moment) {
    come(e, List.of(moment));
  }

  static void delayedAtEnd(Engine e) {
    come(
        e,
        List.of(
            Moment.END_OF_THIS_TURN,
            Moment.END_OF_OPPONENTS_NEXT_TURN,
            Moment.END_OF_YOUR_NEXT_TURN));
  }

  private static void come(Engine e, List<Moment> moments) {
    List<Fr> come = new ArrayList<>(0);
    for (int i = 0; i < e.t.delayedCount(); ) {
      Delayed delayed = e.t.delayed(i);
      if (!moments.contains(delayed.at()) || delayed.turn() != e.t.turn()) {
        i++;
        continue;
      }
      Fr fr =
          new Fr(
              Frame.Kind.PROGRAM,
              delayed.card(),
              delayed.program(),
              Seat.of(delayed.seat()),
              delayed.self(),
              delayed.source(),
              -1);
      fr.at = delayed.step();
      fr.vars = delayed.vars();
      come.add(fr);
      e.emit(new Event.DelayedCame(i));
    }
    push(e, come);
  }
}
