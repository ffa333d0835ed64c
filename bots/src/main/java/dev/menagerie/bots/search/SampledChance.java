package dev.menagerie.bots.search;

import dev.menagerie.rules.game.Chance;
import java.util.random.RandomGenerator;

/** The chance of a sampled game: fast, and not secret. */
record SampledChance(RandomGenerator random) implements Chance {
  @Override
  public boolean flip() {
    return random.nextBoolean();
  }

  @Override
  public int below(int bound) {
    return random.nextInt(bound);
  }
}
