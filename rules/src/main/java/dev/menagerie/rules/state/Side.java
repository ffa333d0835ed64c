package dev.menagerie.rules.state;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One player's half of a {@link Table}. {@link Evolution} alone changes it, on a copy that no other
 * thread has seen. Its arrays and Pokémon are replaced and never changed in place, so copies may
 * share them.
 */
final class Side {
  private static final Pokemon[] EMPTY_BENCH = {};

  /** By {@link Pile#index}, each from bottom to top. */
  final int[][] piles;

  @Nullable Pokemon active;
  Pokemon[] bench = EMPTY_BENCH;
  int points;
  int mulligans;
  int timeouts;

  /** Bits of what happened to the player in this turn. */
  int thisTurn;

  int lastTurn;

  /** Order of the type of energy that is there, or -1. */
  int zoneNow = -1;

  int zoneNext = -1;

  Side() {
    piles = new int[Pile.COUNT][];
    Arrays.fill(piles, Ints.NONE);
  }

  private Side(Side from) {
    this.piles = from.piles.clone();
    this.active = from.active;
    this.bench = from.bench;
    this.points = from.points;
    this.mulligans = from.mulligans;
    this.timeouts = from.timeouts;
    this.thisTurn = from.thisTurn;
    this.lastTurn = from.lastTurn;
    this.zoneNow = from.zoneNow;
    this.zoneNext = from.zoneNext;
  }

  Side copy() {
    return new Side(this);
  }

  int[] pile(Pile pile) {
    return piles[pile.index()];
  }

  void replace(Pile pile, int[] cards) {
    piles[pile.index()] = cards;
  }

  /** Everything but the piles is as before the first turn of a game. */
  void startAnew() {
    active = null;
    bench = EMPTY_BENCH;
    points = 0;
    mulligans = 0;
    thisTurn = 0;
    lastTurn = 0;
    zoneNow = -1;
    zoneNext = -1;
  }

  @Nullable Pokemon find(int serial) {
    if (active != null && active.serial == serial) {
      return active;
    }
    for (Pokemon benched : bench) {
      if (benched.serial == serial) {
        return benched;
      }
    }
    return null;
  }

  @Nullable Pokemon withTop(int instance) {
    if (active != null && active.top() == instance) {
      return active;
    }
    for (Pokemon benched : bench) {
      if (benched.top() == instance) {
        return benched;
      }
    }
    return null;
  }

  /** Puts a copy into its place and gives it to be changed; null if it is not on this side. */
  @Nullable Pokemon edit(int serial) {
    if (active != null && active.serial == serial) {
      Pokemon copy = active.copy();
      active = copy;
      return copy;
    }
    for (int i = 0; i < bench.length; i++) {
      if (bench[i].serial == serial) {
        Pokemon copy = bench[i].copy();
        replaceBenched(i, copy);
        return copy;
      }
    }
    return null;
  }

  private void replaceBenched(int at, Pokemon pokemon) {
    bench = bench.clone();
    bench[at] = pokemon;
  }

  void toBench(Pokemon pokemon) {
    bench = Arrays.copyOf(bench, bench.length + 1);
    bench[bench.length - 1] = pokemon;
  }

  void remove(int serial) {
    if (active != null && active.serial == serial) {
      active = null;
      return;
    }
    Pokemon[] left = new Pokemon[bench.length - 1];
    int count = 0;
    for (Pokemon pokemon : bench) {
      if (pokemon.serial != serial) {
        left[count++] = pokemon;
      }
    }
    bench = left;
  }

  /** A benched Pokémon becomes the Active; the one that was takes its place on the bench. */
  void promote(Pokemon up, @Nullable Pokemon down) {
    if (down == null) {
      remove(up.serial);
    } else {
      for (int i = 0; i < bench.length; i++) {
        if (bench[i].serial == up.serial) {
          replaceBenched(i, down);
        }
      }
    }
    active = up;
  }
}
