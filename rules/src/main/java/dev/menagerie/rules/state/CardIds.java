package dev.menagerie.rules.state;

import dev.menagerie.rules.hash.SipHash;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The names by which viewers know card instances: a keyed hash of instance and generation, with a
 * key of each viewer's own. A name reveals nothing and cannot be compared with another viewer's
 * name or with the card's name before it was hidden.
 *
 * <p>Names are kept: the same card has the same {@code String} in every view of a game, so that two
 * views are compared quickly. At most one name an instance and viewer is kept. Any thread: what two
 * threads make at once is equal.
 */
public final class CardIds {
  private static final char[] LETTERS = "abcdefghijklmnopqrstuvwxyz234567".toCharArray();
  private static final int BITS = 5;

  /** 13 letters of 5 bits hold the 64 bits of the hash. */
  private static final int LENGTH = 13;

  private static final int VIEWERS = 4;

  /** The instances of two usual decks; zones of energy make more. */
  private static final int INSTANCES = 128;

  private final long high;
  private final long low;
  private final @Nullable OfViewer[] viewers = new OfViewer[VIEWERS];

  /** The names that a key of 128 bits makes. */
  public CardIds(long high, long low) {
    this.high = high;
    this.low = low;
  }

  /** The key in hexadecimal, as a checkpoint keeps it. Secret. */
  String key() {
    return Long.toHexString(high) + "-" + Long.toHexString(low);
  }

  /** The names with such a key. */
  static CardIds ofKey(String key) {
    int dash = key.indexOf('-');
    return new CardIds(
        Long.parseUnsignedLong(key.substring(0, dash), 16),
        Long.parseUnsignedLong(key.substring(dash + 1), 16));
  }

  /**
   * The names that one viewer knows.
   *
   * @param viewer a number below 4: the seat's, 2 for spectators, 3 for operators, who see
   *     everything
   */
  public OfViewer of(int viewer) {
    var known = viewers[viewer];
    if (known == null) {
      known =
          new OfViewer(SipHash.of(high, low, 2L * viewer), SipHash.of(high, low, 2L * viewer + 1));
      viewers[viewer] = known;
    }
    return known;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CardIds ids && high == ids.high && low == ids.low;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(high ^ low);
  }

  @Override
  public String toString() {
    return "CardIds[secret]";
  }

  /** One viewer's names. */
  public static final class OfViewer {
    private final long high;
    private final long low;
    private @Nullable Name[] names = new Name[INSTANCES];

    private OfViewer(long high, long low) {
      this.high = high;
      this.low = low;
    }

    /** A name and what it names; immutable, so that a thread that sees it sees all of it. */
    private record Name(int ref, String text) {}

    /** The name of a card as it is now. */
    public String card(Table table, int instance) {
      return ref(table.ref(instance));
    }

    /** The name of a card as an event knew it. */
    public String ref(int ref) {
      int instance = Ref.instance(ref);
      var known = names;
      if (instance >= known.length) {
        names = known = Arrays.copyOf(known, Math.max(instance + 1, known.length * 2));
      }
      var name = known[instance];
      if (name == null || name.ref() != ref) {
        known[instance] = name = new Name(ref, text(ref));
      }
      return name.text();
    }

    private String text(int ref) {
      long hash = SipHash.of(high, low, Integer.toUnsignedLong(ref));
      char[] letters = new char[LENGTH];
      for (int i = 0; i < LENGTH; i++) {
        letters[i] = LETTERS[(int) (hash & ((1 << BITS) - 1))];
        hash >>>= BITS;
      }
      return new String(letters);
    }
  }
}
