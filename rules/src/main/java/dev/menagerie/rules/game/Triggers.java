package dev.menagerie.rules.game;

import dev.menagerie.rules.card.Ability;
import dev.menagerie.rules.card.Effect.Moment;
import dev.menagerie.rules.card.Face;
import dev.menagerie.rules.card.Player;
import dev.menagerie.rules.card.Static;
import dev.menagerie.rules.card.Trigger;
import dev.menagerie.rules.state.ChoiceKind;
import dev.menagerie.rules.state.Delayed;
import dev.menagerie.rules.state.Event;
import dev.menagerie.rules.state.Frame;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds triggered abilities and puts their programs on the stack: the turn player's first, and of
 * several of one player in the order that player chooses.
 */
final class Triggers {
  /** Set in the flags of a program that its player may decline. */
  static final int OPTIONAL = 1;

  /** Set in the flags of programs that wait for their player to say which comes next. */
  static final int UNORDERED = 2;

  /** Set in the flags of the lowest of them. */
  private static final int LAST = 4;

  private Triggers() {}

  /** Whose moment a trigger waits for, or null if it waits for something else. */
  interface Moments {
    @Nullable Player of(Trigger trigger);
  }

  /** Whether a trigger waits for what has happened. */
  interface Match {
    boolean fires(Trigger trigger);
  }

  /** Fires what waits for a moment of {@code seat}, and what was put off until then. */
  static void fire(Engine e, Moments moments, Seat seat, List<Moment> delayed) {
    List<Fr> fired = new ArrayList<>();
    for (Seat side : Seat.values()) {
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
    come(e, delayed, fired);
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

  /** All that has fired at once: the turn player's first. */
  static void push(Engine e, List<Fr> fired) {
    if (fired.size() < 2) {
      fired.forEach(e::push);
      return;
    }
    Seat turn = e.t.turnSeat();
    pushOf(e, turn.other(), fired);
    pushOf(e, turn, fired);
  }

  private static void pushOf(Engine e, Seat seat, List<Fr> fired) {
    List<Fr> own = new ArrayList<>(fired.size());
    for (Fr fr : fired) {
      if (fr.seat == seat) {
        own.add(fr);
      }
    }
    if (!areAlike(own)) {
      own.forEach(fr -> fr.flags |= UNORDERED);
      own.getLast().flags |= LAST;
    }
    for (Fr fr : own.reversed()) {
      e.push(fr);
    }
  }

  /** Of the same texts it does not matter which comes first. */
  private static boolean areAlike(List<Fr> fired) {
    for (Fr fr : fired) {
      if (fr.card != fired.getFirst().card || fr.program != fired.getFirst().program) {
        return false;
      }
    }
    return true;
  }

  /** Asks the player of the topmost programs, which fired at once, which of them comes next. */
  static boolean order(Engine e, Fr f) {
    int top = e.stack.size() - 1;
    int last = top;
    while ((e.stack.get(last).flags & LAST) == 0) {
      last--;
    }
    List<Fr> waiting = e.stack.subList(last, top + 1).reversed();
    List<Integer> answer = areAlike(waiting) ? List.of(0) : askWhich(e, f, waiting);
    if (answer == null) {
      return false;
    }
    f.next(f.at);
    Fr next = e.stack.remove(top - answer.getFirst());
    if (last < top) {
      e.stack.get(last).flags |= LAST;
    }
    next.flags &= ~(UNORDERED | LAST);
    e.push(next);
    return true;
  }

  private static @Nullable List<Integer> askWhich(Engine e, Fr f, List<Fr> waiting) {
    List<Integer> places = new ArrayList<>(waiting.size());
    List<String> labels = new ArrayList<>(waiting.size());
    for (Fr fr : waiting) {
      places.add(places.size());
      labels.add(e.t.cards().face(fr.card).title(fr.program));
    }
    return e.ask(f, f.seat, ChoiceKind.TRIGGER, 1, 1, places, labels, "Which comes first?");
  }

  static void collect(Table t, Pokemon holder, Match match, int other, List<Fr> fired) {
    Face face = t.face(holder.top());
    if (face.triggered && !Traits.has(t, holder, Static.NoAbilities.class)) {
      collect(t, face, holder.top(), holder.seat(), holder.serial(), match, other, fired);
    }
    for (int i = 0; i < holder.toolCount(); i++) {
      Face tool = t.face(holder.tool(i));
      if (tool.triggered && !Traits.has(t, holder, Static.NoTools.class)) {
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

  static final List<Moment> AT_TURN_START = List.of(Moment.START_OF_YOUR_NEXT_TURN);

  static final List<Moment> AT_TURN_END =
      List.of(
          Moment.END_OF_THIS_TURN, Moment.END_OF_OPPONENTS_NEXT_TURN, Moment.END_OF_YOUR_NEXT_TURN);

  static final List<Moment> AT_CHECKUP = List.of(Moment.NEXT_CHECKUP);

  private static void come(Engine e, List<Moment> moments, List<Fr> come) {
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
  }
}
