package dev.menagerie.cards.text;

import dev.menagerie.rules.card.Effect;
import java.util.List;

/**
 * The place of an attack's damage among its effects when the text does not say so: behind flips and
 * notes that come first, and behind everything that may keep or change the damage.
 */
final class AttackOrder {
  private AttackOrder() {}

  /** How many of the effects come before the damage. */
  static int beforeDamage(List<Effect> effects) {
    int before = 0;
    while (before < effects.size() && isPreparation(effects.get(before))) {
      before++;
    }
    for (int i = before; i < effects.size(); i++) {
      if (touchesDamage(effects.get(i))) {
        before = i + 1;
      }
    }
    return before;
  }

  /** Whether the effects could as well come after the damage. */
  static boolean isPreparation(List<Effect> effects) {
    return effects.stream().allMatch(AttackOrder::isPreparation);
  }

  private static boolean isPreparation(Effect effect) {
    return effect instanceof Effect.Flip
        || effect instanceof Effect.FlipUntilTails
        || effect instanceof Effect.Let;
  }

  private static boolean touchesDamage(Effect effect) {
    boolean[] touches = {false};
    RecordMap.map(
        effect,
        part -> {
          touches[0] |= part instanceof Effect.Fail || part instanceof Effect.Unaffected;
          return part;
        });
    return touches[0];
  }
}
