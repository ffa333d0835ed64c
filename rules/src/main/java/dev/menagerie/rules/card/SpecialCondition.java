package dev.menagerie.rules.card;

/**
 * The five special conditions; the first three replace one another, the last two combine with all.
 */
public enum SpecialCondition {
  ASLEEP,
  CONFUSED,
  PARALYZED,
  POISONED,
  BURNED
}
