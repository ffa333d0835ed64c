package dev.menagerie.rules.game;

import dev.menagerie.rules.card.Effect;
import dev.menagerie.rules.card.SpecialCondition;
import dev.menagerie.rules.card.Static;
import dev.menagerie.rules.state.ChoiceKind;
import dev.menagerie.rules.state.Event;
import dev.menagerie.rules.state.Pokemon;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Operations on damage, counters and conditions. */
final class DamageOperations {
  private DamageOperations() {}

  static boolean damage(Engine e, Fr f, Effect.Damage damage) {
    int[] targets = Operations.targets(e, f, damage.target(), "Choose whom to damage.");
    if (targets == null) {
      return false;
    }
    int amount = Questions.amount(e.t, f, damage.amount());
    boolean attack = e.isOfAttack(f);
    for (int serial : targets) {
      Pokemon target = e.t.find(serial);
      if (target == null) {
        continue;
      }
      if (attack) {
        Attacks.hit(e, f, target, amount, damage.plain().orElse(false));
      } else {
        e.damage(target, amount, false);
      }
    }
    return true;
  }

  static boolean recoil(Engine e, Fr f, Effect.Recoil recoil) {
    Pokemon user = e.t.find(f.self);
    if (user != null) {
      e.damage(user, Questions.amount(e.t, f, recoil.amount()), true);
    }
    return true;
  }

  static boolean place(Engine e, Fr f, Effect.PlaceCounters place) {
    int[] targets = Operations.affected(e, f, place.target(), "Choose who gets the counters.");
    if (targets == null) {
      return false;
    }
    int count = Questions.amount(e.t, f, place.count());
    for (int serial : targets) {
      place(e, serial, count);
    }
    return true;
  }

  private static void place(Engine e, int serial, int count) {
    Pokemon target = e.t.find(serial);
    if (target != null && count > 0) {
      e.emit(new Event.CountersPlaced(target.seat(), serial, e.topRef(target), count));
    }
  }

  /** One question for each counter, all asked before the first is placed. */
  static boolean spread(Engine e, Fr f, Effect.SpreadCounters spread) {
    int count = Math.min(Programs.MAX_ROUNDS, Questions.amount(e.t, f, spread.count()));
    int[] options = Questions.pokemon(e.t, f, spread.of(), spread.at(), spread.where());
    Map<Integer, Integer> counters = new LinkedHashMap<>();
    for (int i = 0; i < count && options.length > 0; i++) {
      List<Integer> chosen =
          e.choose(
              f,
              f.seat,
              ChoiceKind.POKEMON,
              1,
              1,
              options,
              "Choose who gets counter " + (i + 1) + " of " + count + ".");
      if (chosen == null) {
        return false;
      }
      counters.merge(chosen.getFirst(), 1, Integer::sum);
    }
    counters.forEach((serial, number) -> {
      Pokemon target = e.t.find(serial);
      if (target != null && !Attacks.isShielded(e, f, target)) {
        place(e, serial, number);
      }
    });
    return true;
  }

  static boolean move(Engine e, Fr f, Effect.MoveCounters move) {
    int[] from = Operations.affected(e, f, move.from(), "Choose whose counters to move.");
    if (from == null) {
      return false;
    }
    int[] to = Operations.affected(e, f, move.to(), "Choose who gets the counters.");
    if (to == null) {
      return false;
    }
    Pokemon source = from.length == 0 ? null : e.t.find(from[0]);
    Pokemon target = to.length == 0 ? null : e.t.find(to[0]);
    if (source == null || target == null || source.serial() == target.serial()) {
      return true;
    }
    int there = source.damage() / 10;
    int count =
        move.count().map(amount -> Math.min(there, Questions.amount(e.t, f, amount))).orElse(there);
    if (count > 0) {
      e.emit(new Event.Healed(source.seat(), source.serial(), e.topRef(source), count * 10));
      place(e, target.serial(), count);
    }
    return true;
  }

  static boolean heal(Engine e, Fr f, Effect.Heal heal) {
    int[] targets = Operations.targets(e, f, heal.target(), "Choose whom to heal.");
    if (targets == null) {
      return false;
    }
    for (int serial : targets) {
      Pokemon target = e.t.find(serial);
      if (target == null || Traits.has(e.t, target, Static.CannotBeHealed.class)) {
        continue;
      }
      int most =
          heal.amount().map(amount -> Questions.amount(e.t, f, amount)).orElse(target.damage());
      int healed = Math.min(most, target.damage());
      if (healed > 0) {
        e.emit(new Event.Healed(target.seat(), serial, e.topRef(target), healed));
      }
    }
    return true;
  }

  static boolean apply(Engine e, Fr f, Effect.Apply apply) {
    int[] targets = Operations.affected(e, f, apply.target(), "Choose a Pokémon.");
    if (targets == null) {
      return false;
    }
    for (int serial : targets) {
      Pokemon target = e.t.find(serial);
      if (target != null) {
        Conditions.apply(e, target, apply.condition(), apply.strength().orElse(0));
      }
    }
    return true;
  }

  static boolean cure(Engine e, Fr f, Effect.Cure cure) {
    int[] targets = Operations.targets(e, f, cure.target(), "Choose whom to cure.");
    if (targets == null) {
      return false;
    }
    List<SpecialCondition> which = new ArrayList<>();
    cure.condition()
        .ifPresentOrElse(which::add, () -> which.addAll(List.of(SpecialCondition.values())));
    for (int serial : targets) {
      for (SpecialCondition condition : which) {
        Pokemon target = e.t.find(serial);
        if (target != null) {
          Conditions.end(e, target, condition);
        }
      }
    }
    return true;
  }
}
