package dev.menagerie.rules.game;

import dev.menagerie.rules.card.CompiledCard;
import dev.menagerie.rules.card.Destination;
import dev.menagerie.rules.card.Program;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.state.ChoiceKind;
import dev.menagerie.rules.state.Event;
import dev.menagerie.rules.state.Frame;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.rules.state.GameStatus;
import dev.menagerie.rules.state.Ints;
import dev.menagerie.rules.state.PendingChoice;
import dev.menagerie.rules.state.Phase;
import dev.menagerie.rules.state.Pile;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Recorder;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Table;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One command being carried out: the table as it changes, the recorder that every event goes
 * through, the stack of running frames, and the choice that waits for an answer. Used by one
 * thread.
 */
final class Execution {
  /** Rounds of one loop of a program: more Pokémon or coins than any table holds. */
  static final int MAX_ROUNDS = 100;

  final Recorder recorder;
  final Table table;
  final Chance chance;
  final FrameStack stack;
  @Nullable PendingChoice asked;
  int choices;

  Execution(GameState state, Chance chance) {
    this.recorder = state.record();
    this.table = recorder.table();
    this.chance = chance;
    this.choices = table.choices();
    this.asked = table.pending();
    this.stack = FrameStack.of(table.frames());
  }

  RulesConfig rules() {
    return table.rules();
  }

  void emit(Event event) {
    recorder.emit(event);
  }

  boolean over() {
    return table.status() == GameStatus.FINISHED;
  }

  // The stack

  /**
   * Whether a program is that of the attack going on, and not of something that answers to it: only
   * an attack's own damage and effects are changed or prevented as such.
   */
  boolean isOfAttack(RunningFrame frame) {
    return frame.program >= 0
        && frame.program < table.cards().face(frame.card).attacks.size()
        && stack.nearest(Frame.Kind.ATTACK) != null;
  }

  /** The turn ends once everything that is going on is done. */
  void endTurn() {
    if (stack.nearest(Frame.Kind.TURN_END) != null || stack.nearest(Frame.Kind.ATTACK) != null) {
      return;
    }
    stack.pushUnderAll(RunningFrame.procedure(Frame.Kind.TURN_END, table.turnSeat()));
  }

  /** Records the frames and the choice that are left. */
  void settle() {
    if (over()) {
      return;
    }
    List<Frame> frames = stack.freeze();
    if (choices != table.choices()
        || !Objects.equals(asked, table.pending())
        || !frames.equals(table.frames())) {
      emit(new Event.ControlChanged(frames, Optional.ofNullable(asked), choices));
    }
  }

  // Choices

  /** The answer to a question asked within the frame's step, or null: it has been asked now. */
  @Nullable List<Integer> ask(
      RunningFrame frame,
      Seat by,
      ChoiceKind kind,
      int min,
      int max,
      List<Integer> options,
      List<String> labels,
      String prompt) {
    return ask(frame, by, kind, min, max, options, labels, prompt, 0, List.of());
  }

  /**
   * Asks for a payment.
   *
   * @param worth the least total value of the chosen options
   * @param worths the value of each option
   */
  @Nullable List<Integer> ask(
      RunningFrame frame,
      Seat by,
      ChoiceKind kind,
      int min,
      int max,
      List<Integer> options,
      List<String> labels,
      String prompt,
      int worth,
      List<Integer> worths) {
    if (frame.answered < frame.answers.size()) {
      return frame.answers.get(frame.answered++);
    }
    choices++;
    asked =
        new PendingChoice(
            choices,
            by,
            kind,
            min,
            Math.min(max, options.size()),
            List.copyOf(options),
            List.copyOf(labels),
            prompt,
            worth,
            worths,
            Questioner.source(frame, kind),
            Questioner.purpose(table, frame, kind));
    frame.answered = 0;
    return null;
  }

  /** Asks only if there is a real choice. The options must be known to both players. */
  @Nullable List<Integer> choose(
      RunningFrame frame,
      Seat by,
      ChoiceKind kind,
      int min,
      int max,
      int[] options,
      String prompt) {
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
    RunningFrame frame = stack.running();
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
    emit(new Event.DeckShuffled(seat, Ints.list(shuffled(table.cards(seat, Pile.DECK)))));
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

  /** Draws cards, at most as many as the deck has and the hand may hold. */
  void draw(Seat seat, int count) {
    int deck = table.count(seat, Pile.DECK);
    int cap = rules().limits().hand();
    int room = cap == 0 ? count : Math.max(0, cap - table.count(seat, Pile.HAND));
    int[] drawn = new int[Math.min(Math.min(count, deck), room)];
    if (drawn.length == 0) {
      return;
    }
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = table.refIn(table.card(seat, Pile.DECK, deck - 1 - i), Pile.HAND);
    }
    emit(new Event.CardsDrawn(seat, Ints.list(drawn)));
  }

  /** Moves cards between piles of their owner and shuffles if they go into the deck. */
  void move(Seat seat, Pile from, Destination to, int[] instances, boolean shown, Seat by) {
    if (instances.length > 0) {
      int[] before = new int[instances.length];
      int[] after = new int[instances.length];
      for (int i = 0; i < instances.length; i++) {
        before[i] = table.ref(instances[i]);
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
      case HAND -> table.refIn(instance, Pile.HAND);
      case DECK, DECK_TOP, DECK_BOTTOM -> table.refIn(instance, Pile.DECK);
      case DISCARD, BENCH -> table.ref(instance);
    };
  }

  int topRef(Pokemon pokemon) {
    return table.ref(pokemon.top());
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

  /** Whether a program is what an Item or Supporter does when it is played. */
  boolean isOfTrainer(RunningFrame frame) {
    CompiledCard card = frame.card < 0 ? null : table.cards().face(frame.card);
    return card != null && card.isTrainer() && frame.program == card.playProgram();
  }

  /**
   * The fewest that must be chosen of "up to" some: a Trainer is played to do something, so at
   * least one where there is one.
   */
  int leastOf(RunningFrame frame, int min, int max) {
    return min == 0 && max > 0 && isOfTrainer(frame) ? 1 : min;
  }

  Program program(RunningFrame frame) {
    return table.cards().face(frame.card).program(frame.program);
  }

  /** The rest of the program is left out. */
  void skipToEnd(RunningFrame frame) {
    frame.at = program(frame).length() - 2;
  }
}
