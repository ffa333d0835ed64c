package dev.menagerie.rules.game;

/** A stream of numbers derived from the seed by (epoch, command, counter). */
final class KeyedChance implements Chance {
  private static final int WORD = 1 << 16;

  private final Seed seed;
  private final int epoch;
  private final int command;
  private int block;
  private byte[] bytes = new byte[0];
  private int used;

  KeyedChance(Seed seed, int epoch, int command) {
    this.seed = seed;
    this.epoch = epoch;
    this.command = command;
  }

  @Override
  public boolean flip() {
    return (word() & 1) == 1;
  }

  /**
   * Words beyond the last whole multiple of the bound are thrown away, so that none is likelier.
   */
  @Override
  public int below(int bound) {
    if (bound < 1 || bound > WORD) {
      throw new IllegalArgumentException("bound " + bound);
    }
    int fair = WORD - WORD % bound;
    int word = word();
    while (word >= fair) {
      word = word();
    }
    return word % bound;
  }

  private int word() {
    if (used == bytes.length) {
      bytes = seed.derive("chance", epoch, command, block++);
      used = 0;
    }
    int high = bytes[used++] & 0xff;
    int low = bytes[used++] & 0xff;
    return high << 8 | low;
  }
}
