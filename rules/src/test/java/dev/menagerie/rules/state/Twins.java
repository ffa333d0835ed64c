package dev.menagerie.rules.state;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Makes a game that differs from another only in what one viewer may not know. */
public final class Twins {
  private Twins() {}

  /** Cards on top of the viewer's own deck that stay, since the viewer is going to draw them. */
  private static final int KEPT = 25;

  /**
   * The same game with hidden cards exchanged: the unknown cards of the opponent (or both) are
   * elsewhere among hand, deck and prizes, and so are the viewer's own prizes and the lower part of
   * the own deck.
   */
  public static GameState of(GameState state, int viewer, long seed) {
    Table t = state.table().copy();
    SplittableRandom random = new SplittableRandom(seed);
    for (int seat = 0; seat < 2; seat++) {
      int[][] hidden =
          seat == viewer
              ? new int[][] {pile(t, seat, Pile.DECK), pile(t, seat, Pile.PRIZES)}
              : new int[][] {
                pile(t, seat, Pile.DECK), pile(t, seat, Pile.PRIZES), pile(t, seat, Pile.HAND)
              };
      exchange(hidden, random, seat == viewer ? KEPT : 0);
    }
    return GameState.of(t);
  }

  private static int[] pile(Table t, int seat, Pile pile) {
    int[] own = t.sides[seat].pile(pile).clone();
    t.sides[seat].replace(pile, own);
    return own;
  }

  /** The first pile keeps that many cards on top. */
  private static void exchange(int[][] piles, SplittableRandom random, int kept) {
    int[] top = Arrays.copyOfRange(piles[0], Math.max(0, piles[0].length - kept), piles[0].length);
    int[] rest = Arrays.copyOf(piles[0], piles[0].length - top.length);
    int[] others = Arrays.stream(piles).skip(1).flatMapToInt(Arrays::stream).toArray();
    int[] all = Arrays.copyOf(rest, rest.length + others.length);
    System.arraycopy(others, 0, all, rest.length, others.length);
    for (int i = all.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int card = all[i];
      all[i] = all[j];
      all[j] = card;
    }
    int next = 0;
    for (int[] pile : piles) {
      int length = pile.length - (next == 0 ? top.length : 0);
      for (int i = 0; i < length; i++) {
        pile[i] = all[next++];
      }
    }
  }
}
