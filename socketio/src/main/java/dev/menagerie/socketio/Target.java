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
public record Target(Set<String> rooms, Set<String> except, Scope scope) {
  /** Everyone in the namespace, on every node. */
  public static final Target EVERYONE = new Target(Set.of(), Set.of(), Scope.CLUSTER);

  public Target {
    rooms = Set.copyOf(rooms);
    except = Set.copyOf(except);
  }

  /** How far it reaches. */
  public enum Scope {
    CLUSTER,
    THIS_NODE
  }

  Target to(String... more) {
    return new Target(union(rooms, more), except, scope);
  }

  Target except(String... more) {
    return new Target(rooms, union(except, more), scope);
  }

  Target here() {
    return new Target(rooms, except, Scope.THIS_NODE);
  }

  private static Set<String> union(Set<String> some, String... more) {
    var all = new TreeSet<>(some);
    all.addAll(List.of(more));
    return all;
  }
}
