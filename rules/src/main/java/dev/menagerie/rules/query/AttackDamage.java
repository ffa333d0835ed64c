package dev.menagerie.rules.query;

import dev.menagerie.rules.card.Amount;
import dev.menagerie.rules.card.Effect;
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
  /** Weakness and resistance together, as bits. */
  public static final int PLAIN = bit(Effect.Influence.WEAKNESS) | bit(Effect.Influence.RESISTANCE);

  private AttackDamage() {}

  /** A bit for what does not count. */
  public static int bit(Effect.Influence influence) {
    return 1 << influence.ordinal();
  }

  /**
   * The damage of one attack to one Pokémon. On the user's own side only weakness and resistance
   * count, and on its bench neither.
   *
   * @param base the attack's own damage; above 0
   * @param leftOut the modifiers that do not count, as {@link #bit}s
   */
  public static int of(Table table, Pokemon user, Pokemon target, int base, int leftOut) {
    boolean foe = target.seat() != user.seat();
    int damage = foe ? base + dealt(table, user, target) : base;
    if (damage > 0 && table.isActive(target)) {
      damage = afterWeakness(table, user, target, damage, leftOut);
    }
    // Damage reduced to 0 stays 0, whatever is added later.
    if (damage <= 0 || !foe || (leftOut & bit(Effect.Influence.EFFECTS)) != 0) {
      return Math.max(0, damage);
    }
    damage += taken(table, user, target);
    return isPrevented(table, user, target) ? 0 : Math.max(0, damage);
  }

  private static int afterWeakness(
      Table table, Pokemon user, Pokemon target, int before, int leftOut) {
    RulesConfig.Damage house = table.rules().damage();
    int types = Traits.types(table, user);
    boolean weak = (leftOut & bit(Effect.Influence.WEAKNESS)) == 0;
    int weakness = weak ? Traits.weakness(table, target) : -1;
    int damage = before;
    if (weakness >= 0 && (types & 1 << weakness) != 0) {
      damage =
          house.weaknessMode() == WeaknessMode.TIMES
              ? damage * house.weakness()
              : damage + house.weakness();
    }
    boolean resists = (leftOut & bit(Effect.Influence.RESISTANCE)) == 0;
    int resistance = resists ? Traits.resistance(table, target) : -1;
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

  /** The damage to a Pokémon that endures, as {@link Static.Endures} says. */
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

  /** The HP with which the Pokémon stays in play if a coin shows heads, or -1: it has no coin. */
  public static int remainingOnHeads(Table table, Pokemon target) {
    for (StaticSource source : Statics.of(table)) {
      if (source.gives() instanceof Static.EnduresOnHeads(int remaining)
          && StaticReach.touches(table, source, target)) {
        return remaining;
      }
    }
    return -1;
  }
}
