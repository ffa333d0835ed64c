package dev.menagerie.rules.game;

import java.util.List;

/** Where one command gets its coins and shuffles from. Used once, by one command. */
public interface Chance {
  /** Heads or not. */
  boolean flip();

  /** A whole number from 0, below {@code bound}, each as likely. */
  int below(int bound);

  /**
   * Chance of command {@code number} of a game: the same for the same three, and not to be guessed
   * from that of other commands.
   */
  static Chance keyed(Seed seed, int epoch, int number) {
    return new KeyedChance(seed, epoch, number);
  }

  /**
   * Coins as given, for tests and scenarios; everything else, and further coins, from {@code rest}.
   */
  static ScriptedChance scripted(List<Boolean> coins, Chance rest) {
    return new ScriptedChance(coins, rest);
  }
}
