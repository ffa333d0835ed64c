package dev.menagerie.rules.state;

import dev.menagerie.rules.card.Zone;

/** Every place outside play where cards of one player lie; hidden ones rename what enters them. */
public enum Pile {
  DECK(0, true),
  HAND(1, true),
  DISCARD(2, false),
  PRIZES(3, true),
  ENERGY_DECK(4, true),
  /** A Trainer while its effect is going on. */
  PLAYING(5, false),
  /** The energy card flipped from the energy deck. */
  FLIPPED(6, false);

  static final int COUNT = 7;
  private final int index;
  private final boolean hidden;

  Pile(int index, boolean hidden) {
    this.index = index;
    this.hidden = hidden;
  }

  int index() {
    return index;
  }

  /** Whether the cards of this pile are hidden from both players. */
  public boolean hidden() {
    return hidden;
  }

  /** The pile of a zone. */
  public static Pile of(Zone zone) {
    return switch (zone) {
      case DECK -> DECK;
      case HAND -> HAND;
      case DISCARD -> DISCARD;
      case PRIZES -> PRIZES;
      case ENERGY_DECK -> ENERGY_DECK;
    };
  }
}
