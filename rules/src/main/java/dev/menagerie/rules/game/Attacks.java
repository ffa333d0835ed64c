package dev.menagerie.rules.game;

import dev.menagerie.rules.card.Filter;
import dev.menagerie.rules.card.Place;
import dev.menagerie.rules.card.SpecialCondition;
import dev.menagerie.rules.card.Static;
import dev.menagerie.rules.card.Trigger;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.config.RulesConfig.ConfusionTails;
import dev.menagerie.rules.query.Amounts;
import dev.menagerie.rules.query.AttackDamage;
import dev.menagerie.rules.query.StaticReach;
import dev.menagerie.rules.query.StaticSource;
import dev.menagerie.rules.query.Statics;
import dev.menagerie.rules.query.Traits;
import dev.menagerie.rules.state.Event;
import dev.menagerie.rules.state.Frame;
import dev.menagerie.rules.state.Phase;
import dev.menagerie.rules.state.Pokemon;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An attack from its announcement to the end of the turn, and how much damage it does. */
final class Attacks {
  /** Serials of Pokémon the attack has damaged. */
  static final String HIT = "#hit";

  /** The attacker, kept for what its attack knocks out. */
  static final String BY = "#by";

  // The steps, in this order.
  private static final int ANNOUNCE = 0;
  private static final int PROGRAM = 1;
  private static final int DAMAGED_TRIGGERS = 2;
  private static final int ATTACKED_TRIGGERS = 3;
  private static final int FINISH = 4;

  /** Bits of what does not change the attack's damage. */
  static final String UNAFFECTED = "#unaffected";

  private Attacks() {}

  static boolean step(Execution execution, RunningFrame frame) {
    Pokemon user = execution.table.find(frame.self);
    if (user == null) {
      finish(execution, frame);
      return true;
    }
    switch (frame.at) {
      case ANNOUNCE -> announce(execution, frame, user);
      case PROGRAM -> {
        frame.next(DAMAGED_TRIGGERS);
        execution.stack.push(
            new RunningFrame(
                Frame.Kind.PROGRAM,
                frame.card,
                frame.program,
                frame.seat,
                frame.self,
                frame.source,
                -1));
      }
      case DAMAGED_TRIGGERS -> {
        frame.next(ATTACKED_TRIGGERS);
        damaged(execution, frame);
      }
      case ATTACKED_TRIGGERS -> {
        frame.next(FINISH);
        Triggers.fire(execution, user, trigger -> trigger instanceof Trigger.Attacked, -1);
      }
      default -> finish(execution, frame);
    }
    return true;
  }

  /** The confusion flip comes before any choice or cost. */
  private static void announce(Execution execution, RunningFrame frame, Pokemon user) {
    execution.phase(Phase.ATTACK);
    String name = execution.table.cards().face(frame.card).attacks.get(frame.program).name();
    execution.emit(new Event.AttackUsed(frame.seat, frame.self, execution.topRef(user), name));
    frame.next(PROGRAM);
    if (!user.has(SpecialCondition.CONFUSED) || execution.flip(frame.seat)) {
      if (Traits.has(execution.table, user, Static.AttacksFailOnTails.class)
          && !execution.flip(frame.seat)) {
        execution.emit(new Event.AttackFailed(frame.seat, frame.self, execution.topRef(user)));
        frame.next(FINISH);
      }
      return;
    }
    execution.emit(new Event.AttackFailed(frame.seat, frame.self, execution.topRef(user)));
    RulesConfig.Conditions house = execution.rules().conditions();
    int own = user.strength(SpecialCondition.CONFUSED);
    if (own > 0) {
      execution.damage(user, own, false);
    } else if (house.confusionTails() == ConfusionTails.DAMAGES_ITSELF) {
      execution.damage(user, house.confusionDamage(), false);
    }
    frame.next(FINISH);
  }

  private static void damaged(Execution execution, RunningFrame frame) {
    List<RunningFrame> fired = new ArrayList<>(0);
    for (int serial : frame.kept(HIT)) {
      Pokemon hit = execution.table.find(serial);
      if (hit != null && hit.seat() != frame.seat) {
        Triggers.Match match =
            trigger ->
                trigger instanceof Trigger.Damaged(Optional<Place> at)
                    && StaticReach.stands(execution.table, hit, at.orElse(Place.ANYWHERE));
        Triggers.collect(execution.table, hit, match, frame.self, fired);
      }
    }
    Triggers.push(execution, fired);
  }

  /** Ends the turn. Knock-outs come first and need the list of the Pokémon that were hit. */
  private static void finish(Execution execution, RunningFrame frame) {
    execution.stack.pop();
    RunningFrame end = RunningFrame.procedure(Frame.Kind.TURN_END, frame.seat);
    end.set(HIT, frame.kept(HIT));
    end.set(BY, frame.self);
    execution.stack.push(end);
  }

  // Damage

  /** Does an attack's damage to one Pokémon; {@code plain}: without weakness and resistance. */
  static void hit(
      Execution execution, RunningFrame frame, Pokemon target, int base, boolean plain) {
    Pokemon user = execution.table.find(frame.self);
    if (base <= 0 || user == null) {
      return;
    }
    RunningFrame attack = execution.stack.nearest(Frame.Kind.ATTACK);
    int leftOut =
        (plain ? AttackDamage.PLAIN : 0) | (attack == null ? 0 : attack.number(UNAFFECTED));
    int damage = AttackDamage.of(execution.table, user, target, base, leftOut);
    damage = AttackDamage.endured(execution.table, target, damage);
    damage = enduredOnHeads(execution, target, damage);
    if (damage <= 0) {
      return;
    }
    execution.damage(target, damage, true);
    frame.set(Amounts.DAMAGE_DONE, frame.number(Amounts.DAMAGE_DONE) + damage);
    if (attack != null && !attack.kept(HIT).contains(target.serial())) {
      List<Integer> hit = new ArrayList<>(attack.kept(HIT));
      hit.add(target.serial());
      attack.set(HIT, hit);
    }
  }

  /** A coin decides whether damage that would knock it out leaves it some HP. */
  private static int enduredOnHeads(Execution execution, Pokemon target, int damage) {
    int left = Traits.maxHp(execution.table, target) - target.damage();
    if (damage < left) {
      return damage;
    }
    int remaining = AttackDamage.remainingOnHeads(execution.table, target);
    return remaining >= 0 && execution.flip(target.seat()) ? Math.max(0, left - remaining) : damage;
  }

  /** Whether effects of this attack do nothing to the Pokémon. */
  static boolean isShielded(Execution execution, RunningFrame frame, Pokemon target) {
    if (target.seat() == frame.seat || !execution.isOfAttack(frame)) {
      return false;
    }
    Pokemon user = execution.table.find(frame.self);
    for (StaticSource source : Statics.of(execution.table)) {
      if (source.gives() instanceof Static.PreventEffects(Optional<Filter> from)
          && StaticReach.touches(execution.table, source, target)
          && (user == null || StaticReach.passes(execution.table, source, from, user))) {
        return true;
      }
    }
    return false;
  }
}
