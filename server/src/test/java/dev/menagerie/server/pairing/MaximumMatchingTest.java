package dev.menagerie.server.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** As many pairs as a search of all of them finds. */
class MaximumMatchingTest {
  @Test
  void anyGraphIsPairedAsFarAsPossible() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    for (int i = 0; i < 3_000; i++) {
      int size = 1 + random.nextInt(10);
      var edges = graph(size, random);
      var vertices = new BitSet();
      for (int v = 0; v < size; v++) vertices.set(v, random.nextInt(5) > 0);
      assertThat(new MaximumMatching(edges).pairs(vertices))
          .as("seed %d, graph %d", seed, i)
          .isEqualTo(most(edges, vertices));
    }
  }

  /** Two odd cycles with a bridge: a search without blossoms finds four pairs. */
  @Test
  void oddCyclesAreSeenThrough() {
    int[][] list = {
      {0, 1}, {1, 2}, {2, 3}, {3, 4}, {4, 0}, {2, 5}, {5, 6}, {6, 7}, {7, 8}, {8, 9}, {9, 5}
    };
    var edges = new boolean[10][10];
    for (var edge : list) {
      edges[edge[0]][edge[1]] = true;
      edges[edge[1]][edge[0]] = true;
    }
    var all = new BitSet();
    all.set(0, 10);
    assertThat(new MaximumMatching(edges).pairs(all)).isEqualTo(5);
  }

  private static boolean[][] graph(int size, Random random) {
    var edges = new boolean[size][size];
    int density = 1 + random.nextInt(9);
    for (int v = 0; v < size; v++) {
      for (int w = v + 1; w < size; w++) {
        edges[v][w] = random.nextInt(10) < density;
        edges[w][v] = edges[v][w];
      }
    }
    return edges;
  }

  private static int most(boolean[][] edges, BitSet left) {
    int v = left.nextSetBit(0);
    if (v < 0) return 0;
    var rest = (BitSet) left.clone();
    rest.clear(v);
    int most = most(edges, rest);
    for (int w = rest.nextSetBit(0); w >= 0; w = rest.nextSetBit(w + 1)) {
      if (!edges[v][w]) continue;
      var others = (BitSet) rest.clone();
      others.clear(w);
      most = Math.max(most, 1 + most(edges, others));
    }
    return most;
  }
}
