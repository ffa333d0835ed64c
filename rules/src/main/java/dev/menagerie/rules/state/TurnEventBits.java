package dev.menagerie.rules.state;

import dev.menagerie.rules.card.Condition.Happening;

/** The events of a turn as a set of bits. */
final class TurnEventBits {
  private TurnEventBits() {}

  static int bit(Happening what) {
    return switch (what) {
      case KNOCKED_OUT -> 1;
      case KNOCKED_OUT_BY_ATTACK -> 2;
      case PLAYED_SUPPORTER -> 4;
      case PLAYED_ITEM -> 8;
      case PLAYED_STADIUM -> 16;
      case ATTACHED_ENERGY -> 32;
      case EVOLVED -> 64;
      case RETREATED -> 128;
      case TOOK_PRIZE -> 256;
    };
  }
}
