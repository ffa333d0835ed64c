package dev.menagerie.rules.card;

/** The four kinds of Trainer cards. */
public enum TrainerKind {
  ITEM,
  SUPPORTER,
  STADIUM,
  TOOL
}
