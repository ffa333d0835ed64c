package dev.menagerie.rules.query;

import dev.menagerie.rules.card.Amount;
import dev.menagerie.rules.card.Filter;
import dev.menagerie.rules.card.Static;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.config.RulesConfig.WeaknessMode;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Table;
import java.util.Optional;

/**
 * How much damage an attack does to one Pokémon: base, the attacker's modifiers, weakness,
 * resistance, the defender's modifiers, never below 0.
 */
public final class AttackDamage {
  private AttackDamage() {}

  /**
   * The damage of an attack to one Pokémon, after all modifiers, weakness and resistance.
   *
   * @param base printed damage and what the attack's program added
   * @param plain whether weakness, resistance and modifiers are left out
   */
  public static int of(Table table, Pokemon user, Pokemon target, int base, boolean plain) {
    int damage = base + dealt(table, user, target);
    if (!plain && table.isActive(target)) {
      damage = afterWeakness(table, user, target, damage);
    }
    damage += taken(table, user, target);
    return isPrevented(table, user, target) ? 0 : Math.max(0, damage);
  }

  private static int afterWeakness(Table table, Pokemon user, Pokemon target, int before) {
    RulesConfig.Damage house = table.rules().damage();
    int types = Traits.types(table, user);
    int weakness = Traits.weakness(table, target);
    int damage = Math.max(0, before);
    if (weakness >= 0 && (types & 1 << weakness) != 0 && damage > 0) {
      damage =
          house.weaknessMode() == WeaknessMode.TIMES
              ? damage * house.weakness()
              : damage + house.weakness();
    }
    int resistance = Traits.resistance(table, target);
    if (resistance >= 0 && (types & 1 << resistance) != 0) {
      damage = Math.max(0, damage - house.resistance());
    }
    return damage;
  }

  private static int dealt(Table table, Pokemon user, Pokemon target) {
    int more = 0;
    for (StaticSource source : Statics.of(table)) {
      if (source.gives() instanceof Static.DamageDealt(Amount by, Optional<Filter> against)
          && StaticReach.touches(table, source, user)
          && (against.isEmpty()
              ? table.isActive(target)
              : StaticReach.passes(table, source, against, target))) {
        more += StaticReach.amount(table, source, by);
      }
    }
    return more;
  }

  private static int taken(Table table, Pokemon user, Pokemon target) {
    int more = 0;
    for (StaticSource source : Statics.of(table)) {
      if (source.gives() instanceof Static.DamageTaken(Amount by, Optional<Filter> from)
          && StaticReach.touches(table, source, target)
          && StaticReach.passes(table, source, from, user)) {
        more += StaticReach.amount(table, source, by);
      }
    }
    return more;
  }

  private static boolean isPrevented(Table table, Pokemon user, Pokemon target) {
    for (StaticSource source : Statics.of(table)) {
      if (source.gives() instanceof Static.PreventDamage(Optional<Filter> from)
          && StaticReach.touches(table, source, target)
          && StaticReach.passes(table, source, from, user)) {
        return true;
      }
    }
    return false;
  }

  /** The damage that the target takes after its own protection. */
  public static int endured(Table table, Pokemon target, int damage) {
    int hp = Traits.maxHp(table, target);
    if (target.damage() > 0 || damage < hp) {
      return damage;
    }
    for (StaticSource source : Statics.of(table)) {
      if (source.gives() instanceof Static.Endures(int remaining)
          && StaticReach.touches(table, source, target)) {
        return Math.max(0, hp - remaining);
      }
    }
    return damage;
  }
}
