package dev.menagerie.socketio;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;

/**
 * The rooms of a namespace and their sockets, on this node. A room exists while it has a socket.
 */
final class RoomIndex {
  private final ConcurrentMap<String, Socket> sockets = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Set<Socket>> rooms = new ConcurrentHashMap<>();

  void add(Socket socket) {
    sockets.put(socket.id(), socket);
  }

  void remove(Socket socket, Collection<String> joined) {
    sockets.remove(socket.id(), socket);
    joined.forEach(room -> leave(socket, room));
  }

  void join(Socket socket, String room) {
    rooms.compute(
        room,
        (name, members) -> {
          Set<Socket> all = members == null ? ConcurrentHashMap.newKeySet(2) : members;
          all.add(socket);
          return all;
        });
  }

  void leave(Socket socket, String room) {
    rooms.computeIfPresent(
        room,
        (name, members) -> {
          members.remove(socket);
          return members.isEmpty() ? null : members;
        });
  }

  Optional<Socket> socket(String id) {
    return Optional.ofNullable(sockets.get(id));
  }

  Collection<Socket> all() {
    return sockets.values();
  }

  Set<String> names() {
    return Set.copyOf(rooms.keySet());
  }

  int members(String room) {
    Set<Socket> members = rooms.get(room);
    return members == null ? 0 : members.size();
  }

  /** Calls back once for every socket that is meant. */
  void forEach(BroadcastTarget target, Consumer<Socket> action) {
    candidates(target)
        .forEach(socket -> {
          if (!isExcepted(socket, target.except())) {
            action.accept(socket);
          }
        });
  }

  private Collection<Socket> candidates(BroadcastTarget target) {
    if (target.rooms().isEmpty()) {
      return sockets.values();
    }
    if (target.rooms().size() == 1) {
      return members(target.rooms().iterator().next(), Set.of());
    }
    Set<Socket> all = new LinkedHashSet<>();
    target.rooms().forEach(room -> all.addAll(members(room, Set.of())));
    return all;
  }

  private Set<Socket> members(String room, Set<Socket> none) {
    Set<Socket> members = rooms.get(room);
    if (members != null) {
      return members;
    }
    Socket single = sockets.get(room);
    return single == null ? none : Set.of(single);
  }

  private boolean isExcepted(Socket socket, Set<String> except) {
    for (String room : except) {
      if (room.equals(socket.id()) || socket.isIn(room)) {
        return true;
      }
    }
    return false;
  }
}
