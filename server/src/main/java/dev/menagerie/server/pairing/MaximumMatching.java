package dev.menagerie.server.pairing;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The greatest number of pairs that a graph allows, by Edmonds' blossom algorithm (J. Edmonds,
 * "Paths, Trees, and Flowers", 1965). Not for several threads at once.
 */
final class MaximumMatching {
  private static final int NONE = -1;

  private final boolean[][] edges;
  private final int size;
  private final int[] mate;
  private final int[] parent;
  private final int[] base;
  private final int[] queue;
  private final boolean[] isReached;
  private final boolean[] isInBlossom;
  private BitSet vertices = new BitSet();

  /**
   * @param edges which vertices may be paired; symmetric
   */
  MaximumMatching(boolean[][] edges) {
    this.edges = edges;
    this.size = edges.length;
    this.mate = new int[size];
    this.parent = new int[size];
    this.base = new int[size];
    this.queue = new int[size];
    this.isReached = new boolean[size];
    this.isInBlossom = new boolean[size];
  }

  /** How many pairs these vertices allow at most; every vertex is in one pair at most. */
  int pairs(BitSet among) {
    vertices = among;
    Arrays.fill(mate, NONE);
    int pairs = pairedWithFirstFree();
    for (int v = next(0); v >= 0; v = next(v + 1)) {
      if (mate[v] == NONE && augment(v)) pairs++;
    }
    return pairs;
  }

  private int next(int from) {
    return vertices.nextSetBit(from);
  }

  /** Pairs neighbors at hand, which leaves little for the search. */
  private int pairedWithFirstFree() {
    int pairs = 0;
    for (int v = next(0); v >= 0; v = next(v + 1)) {
      if (mate[v] != NONE) continue;
      for (int w = next(v + 1); w >= 0; w = next(w + 1)) {
        if (mate[w] != NONE || !edges[v][w]) continue;
        mate[v] = w;
        mate[w] = v;
        pairs++;
        break;
      }
    }
    return pairs;
  }

  /** Looks for a path that alternates between pairs and other edges, and swaps them along it. */
  private boolean augment(int root) {
    int end = endOfPath(root);
    if (end == NONE) return false;
    for (int v = end; v != NONE; ) {
      int before = parent[v];
      int next = mate[before];
      mate[v] = before;
      mate[before] = v;
      v = next;
    }
    return true;
  }

  private int endOfPath(int root) {
    Arrays.fill(isReached, false);
    Arrays.fill(parent, NONE);
    for (int i = 0; i < size; i++) base[i] = i;
    isReached[root] = true;
    int head = 0;
    int tail = 0;
    queue[tail++] = root;
    while (head < tail) {
      int v = queue[head++];
      for (int w = next(0); w >= 0; w = next(w + 1)) {
        if (!edges[v][w] || base[v] == base[w] || mate[v] == w) continue;
        boolean closesCycle = w == root || (mate[w] != NONE && parent[mate[w]] != NONE);
        if (closesCycle) {
          tail = contract(v, w, tail);
        } else if (parent[w] == NONE) {
          parent[w] = v;
          if (mate[w] == NONE) return w;
          isReached[mate[w]] = true;
          queue[tail++] = mate[w];
        }
      }
    }
    return NONE;
  }

  /** Makes one vertex of an odd cycle; its members that were not searched yet join the queue. */
  private int contract(int v, int w, int tail) {
    int common = commonBase(v, w);
    Arrays.fill(isInBlossom, false);
    markPath(v, common, w);
    markPath(w, common, v);
    int end = tail;
    for (int i = next(0); i >= 0; i = next(i + 1)) {
      if (!isInBlossom[base[i]]) continue;
      base[i] = common;
      if (isReached[i]) continue;
      isReached[i] = true;
      queue[end++] = i;
    }
    return end;
  }

  private int commonBase(int v, int w) {
    var seen = new BitSet(size);
    int one = v;
    while (true) {
      one = base[one];
      seen.set(one);
      if (mate[one] == NONE) break;
      one = parent[mate[one]];
    }
    int other = base[w];
    while (!seen.get(other)) other = base[parent[mate[other]]];
    return other;
  }

  private void markPath(int from, int common, int childOf) {
    int v = from;
    int child = childOf;
    while (base[v] != common) {
      isInBlossom[base[v]] = true;
      isInBlossom[base[mate[v]]] = true;
      parent[v] = child;
      child = mate[v];
      v = parent[mate[v]];
    }
  }
}
