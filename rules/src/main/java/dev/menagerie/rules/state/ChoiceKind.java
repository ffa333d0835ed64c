package dev.menagerie.rules.state;

/** The subject of a pending choice. */
public enum ChoiceKind {
  GO_FIRST,
  EXTRA_CARDS,
  SELECT_ACTIVE,
  SELECT_PRIZE,
  CARDS,
  POKEMON,
  ENERGY,
  YES_NO,
  OPTION,
  ATTACK,
  /** Which of one's effects that fired at once comes next. */
  TRIGGER
}
