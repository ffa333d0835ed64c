package dev.menagerie.rules.game;

import dev.menagerie.rules.query.Context;
import dev.menagerie.rules.state.Frame;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Var;
import java.util.ArrayList;
import java.util.List;

/** A {@link Frame} while it runs; its fields change from step to step. */
final class RunningFrame implements Context {
  final Frame.Kind kind;
  final int card;
  final int program;
  final Seat seat;
  final int self;
  final int source;
  int other;
  int at;
  int flags;

  /** Both lists are never changed, only replaced: most frames never need them. */
  List<Var> vars = List.of();

  List<List<Integer>> answers = List.of();

  /** How many answers this run of the step has used. */
  int answered;

  RunningFrame(Frame.Kind kind, int card, int program, Seat seat, int self, int source, int other) {
    this.kind = kind;
    this.card = card;
    this.program = program;
    this.seat = seat;
    this.self = self;
    this.source = source;
    this.other = other;
  }

  static RunningFrame procedure(Frame.Kind kind, Seat seat) {
    return new RunningFrame(kind, -1, -1, seat, -1, -1, -1);
  }

  static RunningFrame of(Frame frame) {
    RunningFrame each =
        new RunningFrame(
            frame.kind(),
            frame.card(),
            frame.program(),
            Seat.of(frame.seat()),
            frame.self(),
            frame.source(),
            frame.other());
    each.at = frame.at();
    each.flags = frame.flags();
    each.vars = frame.vars();
    each.answers = frame.answers();
    return each;
  }

  Frame freeze() {
    return new Frame(
        kind, card, program, at, seat.index(), self, source, other, flags, vars, answers);
  }

  /** The step is done; the next one begins without answers. */
  void next(int to) {
    at = to;
    answers = List.of();
    answered = 0;
  }

  @Override
  public Seat seat() {
    return seat;
  }

  @Override
  public int self() {
    return self;
  }

  @Override
  public int source() {
    return source;
  }

  @Override
  public int other() {
    return other;
  }

  @Override
  public List<Integer> kept(String name) {
    int at = placeOf(name);
    return at < 0 ? List.of() : vars.get(at).values();
  }

  void set(String name, List<Integer> values) {
    Var var = new Var(name, List.copyOf(values));
    List<Var> next = new ArrayList<>(vars);
    int at = placeOf(name);
    if (at < 0) {
      next.add(var);
    } else {
      next.set(at, var);
    }
    vars = List.copyOf(next);
  }

  private int placeOf(String name) {
    for (int i = 0; i < vars.size(); i++) {
      if (vars.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  void set(String name, int value) {
    set(name, List.of(value));
  }

  void answer(List<Integer> values) {
    List<List<Integer>> next = new ArrayList<>(answers);
    next.add(List.copyOf(values));
    answers = List.copyOf(next);
    answered = 0;
  }
}
