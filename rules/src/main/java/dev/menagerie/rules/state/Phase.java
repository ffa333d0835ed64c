package dev.menagerie.rules.state;

/** Which part of a turn it is. */
public enum Phase {
  START,
  MAIN,
  ATTACK,
  CHECKUP
}
