package dev.menagerie.rules.game;

import dev.menagerie.rules.card.Destination;
import dev.menagerie.rules.card.Program;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.state.ChoiceKind;
import dev.menagerie.rules.state.EndReason;
import dev.menagerie.rules.state.Event;
import dev.menagerie.rules.state.Frame;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.rules.state.GameStatus;
import dev.menagerie.rules.state.Ints;
import dev.menagerie.rules.state.Pending;
import dev.menagerie.rules.state.Phase;
import dev.menagerie.rules.state.Pile;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Recorder;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One command being carried out: the table as it changes, what is going on as a stack, and the
 * recorder everything goes through.
 */
final class Engine {
  /**
   * Steps one command may take. The longest honest one, a board full of triggers, takes some
   * hundreds; beyond this, cards feed each other for ever.
   */
  private static final int MAX_STEPS = 20_000;

  /** Programs in programs: copied attacks and triggers of triggers. */
  private static final int MAX_DEPTH = 64;

  final Recorder recorder;
  final Table t;
  final Chance chance;
  final List<Fr> stack = new ArrayList<>();
  @Nullable Pending asked;
  int choices;
  private int steps;

  Engine(GameState state, Chance chance) {
    this.recorder = state.record();
    this.t = recorder.table();
    this.chance = chance;
    this.choices = t.choices();
    this.asked = t.pending();
    for (Frame frame : t.frames()) {
      stack.add(Fr.of(frame));
    }
  }

  RulesConfig rules() {
    return t.rules();
  }

  void emit(Event event) {
    recorder.emit(event);
  }

  boolean over() {
    return t.status() == GameStatus.FINISHED;
  }

  // The stack

  void push(Fr frame) {
    if (stack.size() >= MAX_DEPTH) {
      return;
    }
    stack.add(frame);
  }

  @Nullable Fr top() {
    return stack.isEmpty() ? null : stack.getLast();
  }

  void pop() {
    stack.removeLast();
  }

  /** The frame of that kind nearest to the top. */
  @Nullable Fr nearest(Frame.Kind kind) {
    for (int i = stack.size() - 1; i >= 0; i--) {
      if (stack.get(i).kind == kind) {
        return stack.get(i);
      }
    }
    return null;
  }

  /**
   * Whether a program is that of the attack going on, and not of something that answers to it: only
   * an attack's own damage and effects are changed or prevented as such.
   */
  boolean isOfAttack(Fr frame) {
    return frame.program >= 0
        && frame.program < t.cards().face(frame.card).attacks.size()
        && nearest(Frame.Kind.ATTACK) != null;
  }

  /** The turn ends once everything that is going on is done. */
  void endTurn() {
    for (Fr frame : stack) {
      if (frame.kind == Frame.Kind.TURN_END || frame.kind == Frame.Kind.ATTACK) {
        return;
      }
    }
    stack.addFirst(Fr.procedure(Frame.Kind.TURN_END, t.turnSeat()));
  }

  /** Goes on until somebody must act. */
  void run() {
    while (!over()) {
      if (++steps > MAX_STEPS) {
        endless();
        return;
      }
      if (asked != null) {
        if (!isOutOfTime(asked.seat())) {
          return;
        }
        answer(Defaults.of(t, asked));
        continue;
      }
      Fr frame = top();
      if (frame == null) {
        if (KnockOuts.due(this)) {
          push(Fr.procedure(Frame.Kind.KNOCK_OUTS, t.turnSeat()));
        } else if (t.expired()) {
          push(Fr.procedure(Frame.Kind.TURN_END, t.turnSeat()));
        } else {
          return;
        }
      } else if (!step(frame) && asked == null) {
        return;
      }
    }
  }

  /** In a turn whose time is up its player is not asked any more. */
  private boolean isOutOfTime(Seat seat) {
    return t.expired() && t.status() == GameStatus.ACTIVE && seat == t.turnSeat();
  }

  /** Cards that feed each other for ever: nobody can ever act again, so it is a tie. */
  private void endless() {
    stack.clear();
    emit(new Event.GameEnded(Optional.empty(), EndReason.TURN_LIMIT));
  }

  /** One step; whether there may be more. */
  private boolean step(Fr frame) {
    return switch (frame.kind) {
      case SETUP -> Setup.step(this, frame);
      case TURN_START -> Turns.start(this, frame);
      case TURN_END -> Turns.end(this, frame);
      case ATTACK -> Attacks.step(this, frame);
      case TRAINER -> Turns.trainer(this, frame);
      case RETREAT -> Turns.retreat(this, frame);
      case KNOCK_OUTS -> KnockOuts.step(this, frame);
      case PROGRAM -> Programs.step(this, frame);
    };
  }

  /** Writes down what is still going on. */
  void settle() {
    if (over()) {
      return;
    }
    List<Frame> frames = new ArrayList<>(stack.size());
    for (Fr fr : stack) {
      frames.add(fr.freeze());
    }
    if (choices != t.choices()
        || !Objects.equals(asked, t.pending())
        || !frames.equals(t.frames())) {
      emit(new Event.ControlChanged(List.copyOf(frames), Optional.ofNullable(asked), choices));
    }
  }

  // Choices

  /** The answer to a question asked within the frame's step, or null: it has been asked now. */
  @Nullable List<Integer> ask(
      Fr frame,
      Seat by,
      ChoiceKind kind,
      int min,
      int max,
      List<Integer> options,
      List<String> labels,
      String prompt) {
    return ask(frame, by, kind, min, max, options, labels, prompt, 0);
  }

  @Nullable List<Integer> ask(
      Fr frame,
      Seat by,
      ChoiceKind kind,
      int min,
      int max,
      List<Integer> options,
      List<String> labels,
      String prompt,
      int worth) {
    if (frame.answered < frame.answers.size()) {
      return frame.answers.get(frame.answered++);
    }
    choices++;
    asked =
        new Pending(
            choices,
            by,
            kind,
            min,
            Math.min(max, options.size()),
            List.copyOf(options),
            List.copyOf(labels),
            prompt,
            worth);
    frame.answered = 0;
    return null;
  }

  /** Asks only if there is something to choose; who may choose what must be plain to everyone. */
  @Nullable List<Integer> choose(
      Fr frame, Seat by, ChoiceKind kind, int min, int max, int[] options, String prompt) {
    if (max <= 0 || options.length == 0) {
      return List.of();
    }
    if (options.length <= min) {
      return Ints.list(options);
    }
    return ask(
        frame, by, kind, Math.min(min, options.length), max, Ints.list(options), List.of(), prompt);
  }

  /** The chosen options, taken from the pending choice by their places in it. */
  void answer(List<Integer> values) {
    Fr frame = stack.getLast();
    frame.answer(values);
    emit(new Event.ChoiceMade(asked == null ? frame.seat : asked.seat()));
    asked = null;
  }

  // What many procedures do

  boolean flip(Seat seat) {
    boolean heads = chance.flip();
    emit(new Event.CoinFlipped(seat, heads));
    return heads;
  }

  void shuffle(Seat seat) {
    emit(new Event.DeckShuffled(seat, Ints.list(shuffled(t.cards(seat, Pile.DECK)))));
  }

  int[] shuffled(int[] cards) {
    for (int i = cards.length - 1; i > 0; i--) {
      int j = chance.below(i + 1);
      int card = cards[i];
      cards[i] = cards[j];
      cards[j] = card;
    }
    return cards;
  }

  /** Draws as many as there are and the hand may hold. */
  void draw(Seat seat, int count) {
    int deck = t.count(seat, Pile.DECK);
    int cap = rules().limits().hand();
    int room = cap == 0 ? count : Math.max(0, cap - t.count(seat, Pile.HAND));
    int[] drawn = new int[Math.min(Math.min(count, deck), room)];
    if (drawn.length == 0) {
      return;
    }
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = t.refIn(t.card(seat, Pile.DECK, deck - 1 - i), Pile.HAND);
    }
    emit(new Event.CardsDrawn(seat, Ints.list(drawn)));
  }

  /** Moves cards between piles of their owner and shuffles if they go into the deck. */
  void move(Seat seat, Pile from, Destination to, int[] instances, boolean shown, Seat by) {
    if (instances.length > 0) {
      int[] before = new int[instances.length];
      int[] after = new int[instances.length];
      for (int i = 0; i < instances.length; i++) {
        before[i] = t.ref(instances[i]);
        after[i] = refAt(instances[i], to);
      }
      emit(new Event.CardsMoved(seat, from, to, Ints.list(before), Ints.list(after), shown, by));
    }
    if (to == Destination.DECK) {
      shuffle(seat);
    }
  }

  int refAt(int instance, Destination to) {
    return switch (to) {
      case HAND -> t.refIn(instance, Pile.HAND);
      case DECK, DECK_TOP, DECK_BOTTOM -> t.refIn(instance, Pile.DECK);
      case DISCARD, BENCH -> t.ref(instance);
    };
  }

  int topRef(Pokemon pokemon) {
    return t.ref(pokemon.top());
  }

  void damage(Pokemon pokemon, int amount, boolean byAttack) {
    if (amount > 0) {
      emit(
          new Event.DamageDealt(
              pokemon.seat(), pokemon.serial(), topRef(pokemon), amount, byAttack));
    }
  }

  void phase(Phase phase) {
    emit(new Event.PhaseBegan(phase));
  }

  Program program(Fr frame) {
    return t.cards().face(frame.card).program(frame.program);
  }
}
