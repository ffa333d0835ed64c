package dev.menagerie.rules.view;

import dev.menagerie.rules.state.GameDefinition;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.rules.state.Ref;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Table;

/**
 * One viewer's names for card instances: a keyed hash of instance and generation. A name reveals
 * nothing and cannot be compared with another viewer's name or with the card's name before it was
 * hidden.
 */
public final class Ids {
  private static final char[] LETTERS = "abcdefghijklmnopqrstuvwxyz234567".toCharArray();
  private static final int BITS = 5;

  /** 13 letters of 5 bits hold the 64 bits of the hash. */
  private static final int LENGTH = 13;

  private final long high;
  private final long low;

  private Ids(long high, long low) {
    this.high = high;
    this.low = low;
  }

  /** The ids that a viewer knows in this state. */
  public static Ids of(GameState state, Viewer viewer) {
    return of(state.setting().idKey(), viewer);
  }

  static Ids of(GameDefinition.IdKey key, Viewer viewer) {
    int purpose =
        switch (viewer) {
          case Viewer.Sitting(Seat seat) -> seat.index();
          case Viewer.Spectator _ -> 2;
          case Viewer.Omniscient _ -> 3;
        };
    long high = SipHash.of(key.high(), key.low(), 2L * purpose);
    long low = SipHash.of(key.high(), key.low(), 2L * purpose + 1);
    return new Ids(high, low);
  }

  /** The name of a card as it is now. */
  public String card(Table table, int instance) {
    return ref(table.ref(instance));
  }

  /** The name of a card as an event knew it. */
  String ref(int ref) {
    long hash = SipHash.of(high, low, Integer.toUnsignedLong(ref));
    char[] letters = new char[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      letters[i] = LETTERS[(int) (hash & ((1 << BITS) - 1))];
      hash >>>= BITS;
    }
    return new String(letters);
  }

  static int instance(int ref) {
    return Ref.instance(ref);
  }
}
