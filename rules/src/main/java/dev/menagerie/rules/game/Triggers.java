package dev.menagerie.rules.game;

import dev.menagerie.rules.card.Ability;
import dev.menagerie.rules.card.CompiledCard;
import dev.menagerie.rules.card.Effect.Moment;
import dev.menagerie.rules.card.Filter;
import dev.menagerie.rules.card.Player;
import dev.menagerie.rules.card.Static;
import dev.menagerie.rules.card.Trigger;
import dev.menagerie.rules.query.Conditions;
import dev.menagerie.rules.query.Context;
import dev.menagerie.rules.query.Filters;
import dev.menagerie.rules.query.Statics;
import dev.menagerie.rules.query.Targets;
import dev.menagerie.rules.query.Traits;
import dev.menagerie.rules.state.ChoiceKind;
import dev.menagerie.rules.state.DelayedEffect;
import dev.menagerie.rules.state.Event;
import dev.menagerie.rules.state.Frame;
import dev.menagerie.rules.state.Phase;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  /** The player whose moment a trigger waits for, or null if it waits for something else. */
  interface Moments {
    @Nullable Player of(Trigger trigger);
  }

  /** Whether a trigger matches an event. */
  interface Match {
    boolean fires(Trigger trigger);
  }

  /** Fires the triggers of a moment of {@code seat}, and the effects delayed until it. */
  static void fire(Execution execution, Moments moments, Seat seat, List<Moment> delayed) {
    List<RunningFrame> fired = new ArrayList<>();
    for (Seat side : Seat.values()) {
      Match match = trigger -> covers(moments.of(trigger), side, seat);
      Pokemon active = execution.table.active(side);
      if (active != null) {
        collect(execution.table, active, match, -1, fired);
      }
      for (int i = 0; i < execution.table.benchCount(side); i++) {
        collect(execution.table, execution.table.benched(side, i), match, -1, fired);
      }
    }
    int stadium = execution.table.stadium();
    if (stadium >= 0 && execution.table.face(stadium).triggered) {
      Match match = trigger -> covers(moments.of(trigger), seat, seat);
      collect(execution.table, execution.table.face(stadium), stadium, seat, -1, match, -1, fired);
    }
    come(execution, delayed, fired);
    push(execution, fired);
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

  /** Fires the triggers on one Pokémon, its tools and energy. */
  static void fire(Execution execution, Pokemon holder, Match match, int other) {
    List<RunningFrame> fired = new ArrayList<>(0);
    collect(execution.table, holder, match, other, fired);
    push(execution, fired);
  }

  /**
   * Puts all triggers of one event on the stack; those of the first player in order resolve first.
   */
  static void push(Execution execution, List<RunningFrame> fired) {
    if (fired.size() < 2) {
      fired.forEach(execution.stack::push);
      return;
    }
    Seat first = firstInOrder(execution);
    pushOf(execution, first.other(), fired);
    pushOf(execution, first, fired);
  }

  /** The player whose simultaneous effects resolve first. */
  static Seat firstInOrder(Execution execution) {
    Seat turn = execution.table.turnSeat();
    boolean next =
        execution.table.phase() == Phase.CHECKUP && execution.rules().checkup().nextPlayerFirst();
    return next ? turn.other() : turn;
  }

  private static void pushOf(Execution execution, Seat seat, List<RunningFrame> fired) {
    List<RunningFrame> own = new ArrayList<>(fired.size());
    for (RunningFrame each : fired) {
      if (each.seat == seat) {
        own.add(each);
      }
    }
    if (!areAlike(own)) {
      own.forEach(each -> each.flags |= UNORDERED);
      own.getLast().flags |= LAST;
    }
    for (RunningFrame each : own.reversed()) {
      execution.stack.push(each);
    }
  }

  /** Of the same texts it does not matter which comes first. */
  private static boolean areAlike(List<RunningFrame> fired) {
    for (RunningFrame each : fired) {
      if (each.card != fired.getFirst().card || each.program != fired.getFirst().program) {
        return false;
      }
    }
    return true;
  }

  /** Asks the player of the topmost programs, which fired at once, which of them comes next. */
  static boolean order(Execution execution, RunningFrame frame) {
    int top = execution.stack.size() - 1;
    int last = top;
    while ((execution.stack.get(last).flags & LAST) == 0) {
      last--;
    }
    List<RunningFrame> waiting = execution.stack.downTo(last);
    List<Integer> answer = areAlike(waiting) ? List.of(0) : askWhich(execution, frame, waiting);
    if (answer == null) {
      return false;
    }
    frame.next(frame.at);
    RunningFrame next = execution.stack.remove(top - answer.getFirst());
    if (last < top) {
      execution.stack.get(last).flags |= LAST;
    }
    next.flags &= ~(UNORDERED | LAST);
    execution.stack.push(next);
    return true;
  }

  private static @Nullable List<Integer> askWhich(
      Execution execution, RunningFrame frame, List<RunningFrame> waiting) {
    List<Integer> places = new ArrayList<>(waiting.size());
    List<String> labels = new ArrayList<>(waiting.size());
    for (RunningFrame each : waiting) {
      places.add(places.size());
      labels.add(execution.table.cards().face(each.card).title(each.program));
    }
    return execution.ask(
        frame, frame.seat, ChoiceKind.TRIGGER, 1, 1, places, labels, "Which comes first?");
  }

  /** Whether a trigger matches an event of some Pokémon, relative to the trigger's holder. */
  interface Some {
    boolean fires(Context holder, Trigger trigger);
  }

  /** Whether a trigger's condition includes a Pokémon. */
  static boolean isAbout(
      Table table, Context holder, Player of, Optional<Filter> where, Pokemon pokemon) {
    return Targets.seats(holder, of).contains(pokemon.seat())
        && (where.isEmpty() || Filters.matches(table, holder, where.get(), pokemon));
  }

  /** Collects triggers anywhere in play that match an event of some Pokémon. */
  static void collectSome(Table table, Some some, int other, List<RunningFrame> fired) {
    for (Seat side : Seat.values()) {
      Pokemon active = table.active(side);
      if (active != null) {
        collectSome(table, active, some, other, fired);
      }
      for (int i = 0; i < table.benchCount(side); i++) {
        collectSome(table, table.benched(side, i), some, other, fired);
      }
    }
  }

  private static void collectSome(
      Table table, Pokemon holder, Some some, int other, List<RunningFrame> fired) {
    Context asking = Context.of(holder.seat(), holder.serial(), -1);
    collect(table, holder, trigger -> some.fires(asking, trigger), other, fired);
  }

  static void collect(
      Table table, Pokemon holder, Match match, int other, List<RunningFrame> fired) {
    CompiledCard face = table.face(holder.top());
    if (face.triggered && !Statics.isSilenced(table, holder)) {
      collect(table, face, holder.top(), holder.seat(), holder.serial(), match, other, fired);
    }
    for (int i = 0; i < holder.toolCount(); i++) {
      CompiledCard tool = table.face(holder.tool(i));
      if (tool.triggered && !Traits.has(table, holder, Static.NoTools.class)) {
        collect(table, tool, holder.tool(i), holder.seat(), holder.serial(), match, other, fired);
      }
    }
    for (int i = 0; i < holder.energyCount(); i++) {
      CompiledCard energy = table.face(holder.energy(i));
      if (energy.triggered) {
        collect(
            table, energy, holder.energy(i), holder.seat(), holder.serial(), match, other, fired);
      }
    }
  }

  static void collect(
      Table table,
      CompiledCard face,
      int card,
      Seat seat,
      int self,
      Match match,
      int other,
      List<RunningFrame> fired) {
    for (int i = 0; i < face.abilities.size(); i++) {
      if (face.abilities.get(i) instanceof Ability.Triggered ability && match.fires(ability.on())) {
        RunningFrame each =
            new RunningFrame(
                Frame.Kind.PROGRAM, face.number, face.abilityProgram(i), seat, self, card, other);
        if (ability.when().isEmpty() || Conditions.holds(table, each, ability.when().get())) {
          each.flags = ability.optional().orElse(false) ? OPTIONAL : 0;
          fired.add(each);
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

  private static void come(Execution execution, List<Moment> moments, List<RunningFrame> come) {
    for (int i = 0; i < execution.table.delayedCount(); ) {
      DelayedEffect delayed = execution.table.delayed(i);
      if (!moments.contains(delayed.at()) || delayed.turn() != execution.table.turn()) {
        i++;
        continue;
      }
      RunningFrame each =
          new RunningFrame(
              Frame.Kind.PROGRAM,
              delayed.card(),
              delayed.program(),
              Seat.of(delayed.seat()),
              delayed.self(),
              delayed.source(),
              -1);
      each.at = delayed.step();
      each.vars = delayed.vars();
      come.add(each);
      execution.emit(new Event.DelayedCame(i));
    }
  }
}
