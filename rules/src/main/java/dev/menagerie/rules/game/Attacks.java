package dev.menagerie.rules.game;

import dev.menagerie.rules.card.Amount;
import dev.menagerie.rules.card.Filter;
import dev.menagerie.rules.card.Place;
import dev.menagerie.rules.card.SpecialCondition;
import dev.menagerie.rules.card.Static;
import dev.menagerie.rules.card.Trigger;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.config.RulesConfig.ConfusionTails;
import dev.menagerie.rules.config.RulesConfig.WeaknessMode;
import dev.menagerie.rules.state.Event;
import dev.menagerie.rules.state.Frame;
import dev.menagerie.rules.state.Phase;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An attack from its announcement to the end of the turn, and how much damage it does. */
final class Attacks {
  /** Serials of Pokémon the attack has damaged. */
  static final String HIT = "#hit";

  /** The attacker, kept for what its attack knocks out. */
  static final String BY = "#by";

  private Attacks() {}

  static boolean step(Engine e, Fr f) {
    Pokemon user = e.t.find(f.self);
    if (user == null) {
      finish(e, f);
      return true;
    }
    switch (f.at) {
      case 0 -> announce(e, f, user);
      case 1 -> {
        f.next(2);
        e.push(new Fr(Frame.Kind.PROGRAM, f.card, f.program, f.seat, f.self, f.source, -1));
      }
      case 2 -> {
        f.next(3);
        damaged(e, f);
      }
      case 3 -> {
        f.next(4);
        Triggers.fire(e, user, trigger -> trigger instanceof Trigger.Attacked, -1);
      }
      default -> finish(e, f);
    }
    return true;
  }

  /** The confusion flip comes before any choice or cost. */
  private static void announce(Engine e, Fr f, Pokemon user) {
    e.phase(Phase.ATTACK);
    String name = e.t.cards().face(f.card).attacks.get(f.program).name();
    e.emit(new Event.AttackUsed(f.seat, f.self, e.topRef(user), name));
    f.next(1);
    if (!user.has(SpecialCondition.CONFUSED) || e.flip(f.seat)) {
      return;
    }
    e.emit(new Event.AttackFailed(f.seat, f.self, e.topRef(user)));
    RulesConfig.Conditions house = e.rules().conditions();
    if (house.confusionTails() == ConfusionTails.DAMAGES_ITSELF) {
      e.damage(user, house.confusionDamage(), false);
    }
    f.next(4);
  }

  private static void damaged(Engine e, Fr f) {
    List<Fr> fired = new ArrayList<>(0);
    for (int serial : f.get(HIT)) {
      Pokemon hit = e.t.find(serial);
      if (hit != null && hit.seat() != f.seat) {
        Triggers.Match match =
            trigger ->
                trigger instanceof Trigger.Damaged(Optional<Place> at)
                    && Statics.stands(e.t, hit, at.orElse(Place.ANYWHERE));
        Triggers.collect(e.t, hit, match, f.self, fired);
      }
    }
    Triggers.push(e, fired);
  }

  /** The turn ends; knock-outs come first and must know what the attack has hit. */
  private static void finish(Engine e, Fr f) {
    e.pop();
    Fr end = Fr.procedure(Frame.Kind.TURN_END, f.seat);
    end.set(HIT, f.get(HIT));
    end.set(BY, f.self);
    e.push(end);
  }

  // Damage

  /**
   * Damage of an attack to one Pokémon: base, attacker's modifiers, weakness, resistance,
   * defender's modifiers, never below 0. No weakness and resistance on the bench or on one's own
   * side.
   */
  static void hit(Engine e, Fr f, Pokemon target, int base, boolean plain) {
    Pokemon user = e.t.find(f.self);
    if (base <= 0 || user == null) {
      return;
    }
    int damage = base;
    boolean foe = target.seat() != user.seat();
    if (foe) {
      damage = amount(e.t, user, target, base, plain);
      damage = endured(e.t, target, damage);
    }
    if (damage <= 0) {
      return;
    }
    e.damage(target, damage, true);
    f.set(Questions.DAMAGE_DONE, f.number(Questions.DAMAGE_DONE) + damage);
    Fr attack = e.nearest(Frame.Kind.ATTACK);
    if (attack != null && !attack.get(HIT).contains(target.serial())) {
      List<Integer> hit = new ArrayList<>(attack.get(HIT));
      hit.add(target.serial());
      attack.set(HIT, hit);
    }
  }

  private static int amount(Table t, Pokemon user, Pokemon target, int base, boolean plain) {
    int damage = base + dealt(t, user, target);
    if (!plain && t.isActive(target)) {
      damage = afterWeakness(t, user, target, damage);
    }
    damage += taken(t, user, target);
    return isPrevented(t, user, target) ? 0 : Math.max(0, damage);
  }

  private static int afterWeakness(Table t, Pokemon user, Pokemon target, int before) {
    RulesConfig.Damage house = t.rules().damage();
    int types = Traits.types(t, user);
    int weakness = Traits.weakness(t, target);
    int damage = Math.max(0, before);
    if (weakness >= 0 && (types & 1 << weakness) != 0 && damage > 0) {
      damage =
          house.weaknessMode() == WeaknessMode.TIMES
              ? damage * house.weakness()
              : damage + house.weakness();
    }
    int resistance = Traits.resistance(t, target);
    if (resistance >= 0 && (types & 1 << resistance) != 0) {
      damage = Math.max(0, damage - house.resistance());
    }
    return damage;
  }

  private static int dealt(Table t, Pokemon user, Pokemon target) {
    int more = 0;
    for (Source source : Statics.of(t)) {
      if (source.gives() instanceof Static.DamageDealt(Amount by, Optional<Filter> against)
          && Statics.touches(t, source, user)
          && (against.isEmpty()
              ? t.isActive(target)
              : Statics.passes(t, source, against, target))) {
        more += Statics.amount(t, source, by);
      }
    }
    return more;
  }

  private static int taken(Table t, Pokemon user, Pokemon target) {
    int more = 0;
    for (Source source : Statics.of(t)) {
      if (source.gives() instanceof Static.DamageTaken(Amount by, Optional<Filter> from)
          && Statics.touches(t, source, target)
          && Statics.passes(t, source, from, user)) {
        more += Statics.amount(t, source, by);
      }
    }
    return more;
  }

  private static boolean isPrevented(Table t, Pokemon user, Pokemon target) {
    for (Source source : Statics.of(t)) {
      if (source.gives() instanceof Static.PreventDamage(Optional<Filter> from)
          && Statics.touches(t, source, target)
          && Statics.passes(t, source, from, user)) {
        return true;
      }
    }
    return false;
  }

  private static int endured(Table t, Pokemon target, int damage) {
    int hp = Traits.maxHp(t, target);
    if (target.damage() > 0 || damage < hp) {
      return damage;
    }
    for (Source source : Statics.of(t)) {
      if (source.gives() instanceof Static.Endures(int remaining)
          && Statics.touches(t, source, target)) {
        return Math.max(0, hp - remaining);
      }
    }
    return damage;
  }

  /** Whether effects of this attack do nothing to the Pokémon. */
  static boolean isShielded(Engine e, Fr f, Pokemon target) {
    if (target.seat() == f.seat || !e.isOfAttack(f)) {
      return false;
    }
    Pokemon user = e.t.find(f.self);
    for (Source source : Statics.of(e.t)) {
      if (source.gives() instanceof Static.PreventEffects(Optional<Filter> from)
          && Statics.touches(e.t, source, target)
          && (user == null || Statics.passes(e.t, source, from, user))) {
        return true;
      }
    }
    return false;
  }
}
