package dev.menagerie.socketio;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which sockets of a namespace are meant.
 *
 * @param rooms any of these rooms, or every socket if empty; a socket's id is a room of its own
 * @param except none of these rooms
 */
public record BroadcastTarget(Set<String> rooms, Set<String> except, Scope scope) {
  /** Everyone in the namespace, on every node. */
  public static final BroadcastTarget EVERYONE =
      new BroadcastTarget(Set.of(), Set.of(), Scope.CLUSTER);

  public BroadcastTarget {
    rooms = Set.copyOf(rooms);
    except = Set.copyOf(except);
  }

  /** How far it reaches. */
  public enum Scope {
    CLUSTER,
    THIS_NODE
  }

  BroadcastTarget to(String... more) {
    return new BroadcastTarget(union(rooms, more), except, scope);
  }

  BroadcastTarget except(String... more) {
    return new BroadcastTarget(rooms, union(except, more), scope);
  }

  BroadcastTarget here() {
    return new BroadcastTarget(rooms, except, Scope.THIS_NODE);
  }

  private static Set<String> union(Set<String> some, String... more) {
    var all = new TreeSet<>(some);
    all.addAll(List.of(more));
    return all;
  }
}
