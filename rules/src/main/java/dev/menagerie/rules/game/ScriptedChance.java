package dev.menagerie.rules.game;

import java.util.List;

/** Coins that fall as written down beforehand. May serve several commands, one after the other. */
public final class ScriptedChance implements Chance {
  private final List<Boolean> coins;
  private final Chance rest;
  private int next;

  ScriptedChance(List<Boolean> coins, Chance rest) {
    this.coins = List.copyOf(coins);
    this.rest = rest;
  }

  @Override
  public boolean flip() {
    return next < coins.size() ? coins.get(next++) : overrun();
  }

  private boolean overrun() {
    next++;
    return rest.flip();
  }

  @Override
  public int below(int bound) {
    return rest.below(bound);
  }

  /** The scripted coins that are left; negative: so many more were flipped. */
  public int left() {
    return coins.size() - next;
  }

  /** The rest of this script with other chance behind it, for the next command. */
  public ScriptedChance with(Chance newRest) {
    int from = Math.min(next, coins.size());
    return new ScriptedChance(coins.subList(from, coins.size()), newRest);
  }
}
