package dev.menagerie.rules.game;

import dev.menagerie.rules.card.Amount;
import dev.menagerie.rules.card.CompiledCard;
import dev.menagerie.rules.card.Effect;
import dev.menagerie.rules.card.Span;
import dev.menagerie.rules.card.Static;
import dev.menagerie.rules.query.Amounts;
import dev.menagerie.rules.query.AttackDamage;
import dev.menagerie.rules.query.StaticSource;
import dev.menagerie.rules.query.Targets;
import dev.menagerie.rules.state.ChoiceKind;
import dev.menagerie.rules.state.Event;
import dev.menagerie.rules.state.Frame;
import dev.menagerie.rules.state.Ints;
import dev.menagerie.rules.state.LastingEffect;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Seat;
import java.util.ArrayList;
import java.util.List;

/** Coins, names, copied attacks and what becomes true for a while. */
final class FlowOperations {
  private FlowOperations() {}

  static boolean flip(Execution execution, RunningFrame frame, Effect.Flip flip) {
    int count = flip.count().map(amount -> Amounts.of(execution.table, frame, amount)).orElse(1);
    int heads = 0;
    int flips = Math.min(Execution.MAX_ROUNDS, count);
    for (int i = 0; i < flips; i++) {
      heads += execution.flip(frame.seat) ? 1 : 0;
    }
    keep(frame, flip.as().orElse(""), heads, Math.max(0, flips - heads));
    return true;
  }

  static boolean flipUntilTails(
      Execution execution, RunningFrame frame, Effect.FlipUntilTails flip) {
    int heads = 0;
    while (heads < Execution.MAX_ROUNDS && execution.flip(frame.seat)) {
      heads++;
    }
    keep(frame, flip.as().orElse(""), heads, 1);
    return true;
  }

  private static void keep(RunningFrame frame, String name, int heads, int tails) {
    frame.set(Amounts.HEADS, heads);
    frame.set(Amounts.TAILS, tails);
    if (!name.isEmpty()) {
      frame.set(name + Amounts.HEADS, heads);
      frame.set(name + Amounts.TAILS, tails);
    }
  }

  static boolean let(Execution execution, RunningFrame frame, Effect.Let let) {
    frame.set(let.as(), Amounts.of(execution.table, frame, let.amount()));
    return true;
  }

  static boolean pick(Execution execution, RunningFrame frame, Effect.Pick pick) {
    int[] targets = Targeting.targets(execution, frame, pick.target(), "Choose a Pokémon.");
    if (targets == null) {
      return false;
    }
    frame.set(pick.as(), Ints.list(targets));
    return true;
  }

  static boolean fail(Execution execution, RunningFrame frame) {
    Pokemon user = execution.table.find(frame.self);
    if (user != null && execution.isOfAttack(frame)) {
      execution.emit(new Event.AttackFailed(frame.seat, frame.self, execution.topRef(user)));
    }
    execution.skipToEnd(frame);
    return true;
  }

  /** Runs the program of the other card with the same user. */
  static boolean copyAttack(Execution execution, RunningFrame frame, Effect.CopyAttack copy) {
    int[] targets = Targeting.targets(execution, frame, copy.of(), "Choose whose attack to use.");
    if (targets == null) {
      return false;
    }
    Pokemon target = targets.length == 0 ? null : execution.table.find(targets[0]);
    return target == null
        || useAttack(execution, frame, List.of(execution.table.face(target.top())));
  }

  /** The same with an attack of a card that is not in play. */
  static boolean useAttackOf(Execution execution, RunningFrame frame, Effect.UseAttackOf use) {
    List<CompiledCard> cards = new ArrayList<>();
    for (int card : frame.kept(use.chosen())) {
      if (card < execution.table.instances()) {
        cards.add(execution.table.face(card));
      }
    }
    return useAttack(execution, frame, cards);
  }

  private static boolean useAttack(
      Execution execution, RunningFrame frame, List<CompiledCard> cards) {
    List<CompiledCard> faces = new ArrayList<>();
    List<Integer> programs = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (CompiledCard card : cards) {
      for (int i = 0; i < card.attacks.size(); i++) {
        places.add(places.size());
        faces.add(card);
        programs.add(i);
        labels.add(card.attacks.get(i).name());
      }
    }
    if (places.isEmpty()) {
      return true;
    }
    List<Integer> chosen =
        places.size() == 1
            ? List.of(0)
            : execution.ask(
                frame,
                frame.seat,
                ChoiceKind.ATTACK,
                1,
                1,
                places,
                labels,
                "Choose an attack to use.");
    if (chosen == null) {
      return false;
    }
    int at = chosen.getFirst();
    Pokemon user = execution.table.find(frame.self);
    if (user != null) {
      execution.emit(
          new Event.AttackUsed(frame.seat, frame.self, execution.topRef(user), labels.get(at)));
    }
    execution.stack.push(
        new RunningFrame(
            Frame.Kind.PROGRAM,
            faces.get(at).number,
            programs.get(at),
            frame.seat,
            frame.self,
            frame.source,
            -1));
    return true;
  }

  /** Holds for the rest of the attack. */
  static boolean unaffected(Execution execution, Effect.Unaffected unaffected) {
    RunningFrame attack = execution.stack.nearest(Frame.Kind.ATTACK);
    if (attack != null) {
      int bits = attack.number(Attacks.UNAFFECTED);
      attack.set(Attacks.UNAFFECTED, bits | AttackDamage.bit(unaffected.by()));
    }
    return true;
  }

  static boolean grant(Execution execution, RunningFrame frame, Effect.Grant grant) {
    int[] targets = Targeting.affected(execution, frame, grant.to(), "Choose a Pokémon.");
    if (targets == null) {
      return false;
    }
    for (int serial : targets) {
      Pokemon target = execution.table.find(serial);
      if (target != null) {
        begin(execution, frame, grant.gives(), grant.until(), serial, execution.topRef(target));
      }
    }
    return true;
  }

  static boolean grant(Execution execution, RunningFrame frame, Effect.GrantPlayer grant) {
    for (Seat seat : Targets.seats(frame, grant.to())) {
      begin(execution, frame, grant.gives(), grant.until(), -1 - seat.index(), -1);
    }
    return true;
  }

  private static void begin(
      Execution execution, RunningFrame frame, Static gives, Span span, int target, int ref) {
    int now = execution.table.turn();
    boolean own = frame.seat == execution.table.turnSeat();
    int next = now + (own ? 2 : 1);
    int from = span == Span.YOUR_NEXT_TURN ? next : now;
    int until =
        switch (span) {
          case THIS_TURN -> now;
          case OPPONENTS_NEXT_TURN -> now + (own ? 1 : 2);
          case YOUR_NEXT_TURN -> next;
          case WHILE_ACTIVE, WHILE_IN_PLAY -> Integer.MAX_VALUE;
        };
    boolean attack = execution.isOfAttack(frame);
    boolean whileActive = span == Span.WHILE_ACTIVE || (attack && span != Span.WHILE_IN_PLAY);
    LastingEffect lasting =
        new LastingEffect(
            frame.card,
            frame.program,
            frame.at,
            frame.seat.index(),
            frame.self,
            target,
            captured(execution, frame, gives),
            from,
            until,
            whileActive);
    execution.emit(
        new Event.EffectBegan(lasting, ref, Questioner.snake(gives.getClass().getSimpleName())));
  }

  /** The amounts of lasting effects are fixed when the effects begin. */
  private static int captured(Execution execution, RunningFrame frame, Static gives) {
    if (gives instanceof Static.DamageDealt(Amount by, var _)) {
      return Amounts.of(execution.table, frame, by);
    }
    if (gives instanceof Static.DamageTaken(Amount by, var _)) {
      return Amounts.of(execution.table, frame, by);
    }
    return StaticSource.ASK;
  }
}
