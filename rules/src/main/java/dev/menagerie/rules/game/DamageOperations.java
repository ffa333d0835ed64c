package dev.menagerie.rules.game;

import dev.menagerie.rules.card.Effect;
import dev.menagerie.rules.card.SpecialCondition;
import dev.menagerie.rules.card.Static;
import dev.menagerie.rules.query.Amounts;
import dev.menagerie.rules.query.Targets;
import dev.menagerie.rules.query.Traits;
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

  static boolean damage(Execution execution, RunningFrame frame, Effect.Damage damage) {
    int[] targets = Targeting.targets(execution, frame, damage.target(), "Choose whom to damage.");
    if (targets == null) {
      return false;
    }
    int amount = Amounts.of(execution.table, frame, damage.amount());
    boolean attack = execution.isOfAttack(frame);
    for (int serial : targets) {
      Pokemon target = execution.table.find(serial);
      if (target == null) {
        continue;
      }
      if (attack) {
        Attacks.hit(execution, frame, target, amount, damage.plain().orElse(false));
      } else {
        execution.damage(target, amount, false);
      }
    }
    return true;
  }

  static boolean recoil(Execution execution, RunningFrame frame, Effect.Recoil recoil) {
    Pokemon user = execution.table.find(frame.self);
    if (user != null) {
      int amount = Amounts.of(execution.table, frame, recoil.amount());
      if (execution.isOfAttack(frame)) {
        Attacks.hit(execution, frame, user, amount, false);
      } else {
        execution.damage(user, amount, false);
      }
    }
    return true;
  }

  static boolean place(Execution execution, RunningFrame frame, Effect.PlaceCounters place) {
    int[] targets =
        Targeting.affected(execution, frame, place.target(), "Choose who gets the counters.");
    if (targets == null) {
      return false;
    }
    int count = Amounts.of(execution.table, frame, place.count());
    for (int serial : targets) {
      place(execution, serial, count);
    }
    return true;
  }

  private static void place(Execution execution, int serial, int count) {
    Pokemon target = execution.table.find(serial);
    if (target != null && count > 0) {
      execution.emit(
          new Event.CountersPlaced(target.seat(), serial, execution.topRef(target), count));
    }
  }

  /** One question for each counter, all asked before the first is placed. */
  static boolean spread(Execution execution, RunningFrame frame, Effect.SpreadCounters spread) {
    int count = Math.min(Execution.MAX_ROUNDS, Amounts.of(execution.table, frame, spread.count()));
    int[] options =
        Targets.pokemon(execution.table, frame, spread.of(), spread.at(), spread.where());
    Map<Integer, Integer> counters = new LinkedHashMap<>();
    for (int i = 0; i < count && options.length > 0; i++) {
      List<Integer> chosen =
          execution.choose(
              frame,
              frame.seat,
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
      Pokemon target = execution.table.find(serial);
      if (target != null && !Attacks.isShielded(execution, frame, target)) {
        place(execution, serial, number);
      }
    });
    return true;
  }

  static boolean move(Execution execution, RunningFrame frame, Effect.MoveCounters move) {
    int[] from =
        Targeting.affected(execution, frame, move.from(), "Choose whose counters to move.");
    if (from == null) {
      return false;
    }
    int[] to = Targeting.targets(execution, frame, move.to(), "Choose who gets the counters.");
    if (to == null) {
      return false;
    }
    Pokemon source = from.length == 0 ? null : execution.table.find(from[0]);
    Pokemon target = to.length == 0 ? null : execution.table.find(to[0]);
    if (source == null || target == null || source.serial() == target.serial()) {
      return true;
    }
    int there = source.damage() / 10;
    int count =
        move.count()
            .map(amount -> Math.min(there, Amounts.of(execution.table, frame, amount)))
            .orElse(there);
    if (count > 0) {
      execution.emit(
          new Event.Healed(source.seat(), source.serial(), execution.topRef(source), count * 10));
      if (!Attacks.isShielded(execution, frame, target)) {
        place(execution, target.serial(), count);
      }
    }
    return true;
  }

  static boolean heal(Execution execution, RunningFrame frame, Effect.Heal heal) {
    int[] targets = Targeting.targets(execution, frame, heal.target(), "Choose whom to heal.");
    if (targets == null) {
      return false;
    }
    for (int serial : targets) {
      Pokemon target = execution.table.find(serial);
      if (target == null || Traits.has(execution.table, target, Static.CannotBeHealed.class)) {
        continue;
      }
      int most =
          heal.amount()
              .map(amount -> Amounts.of(execution.table, frame, amount))
              .orElse(target.damage());
      int healed = Math.min(most, target.damage());
      if (healed > 0) {
        execution.emit(new Event.Healed(target.seat(), serial, execution.topRef(target), healed));
      }
    }
    return true;
  }

  static boolean apply(Execution execution, RunningFrame frame, Effect.Apply apply) {
    int[] targets = Targeting.affected(execution, frame, apply.target(), "Choose a Pokémon.");
    if (targets == null) {
      return false;
    }
    for (int serial : targets) {
      Pokemon target = execution.table.find(serial);
      if (target != null) {
        SpecialConditions.apply(execution, target, apply.condition(), apply.strength().orElse(0));
      }
    }
    return true;
  }

  static boolean cure(Execution execution, RunningFrame frame, Effect.Cure cure) {
    int[] targets = Targeting.targets(execution, frame, cure.target(), "Choose whom to cure.");
    if (targets == null) {
      return false;
    }
    List<SpecialCondition> which = new ArrayList<>();
    cure.condition()
        .ifPresentOrElse(which::add, () -> which.addAll(List.of(SpecialCondition.values())));
    for (int serial : targets) {
      for (SpecialCondition condition : which) {
        Pokemon target = execution.table.find(serial);
        if (target != null) {
          SpecialConditions.end(execution, target, condition);
        }
      }
    }
    return true;
  }

  static boolean leaveHp(Execution execution, RunningFrame frame, Effect.LeaveHp leave) {
    int[] targets =
        Targeting.affected(execution, frame, leave.target(), "Choose who gets the counters.");
    if (targets == null) {
      return false;
    }
    for (int serial : targets) {
      Pokemon target = execution.table.find(serial);
      if (target != null) {
        int left = Traits.maxHp(execution.table, target) - target.damage();
        int remaining = Math.max(0, Amounts.of(execution.table, frame, leave.remaining()));
        place(execution, serial, Math.max(0, left - remaining) / 10);
      }
    }
    return true;
  }
}
