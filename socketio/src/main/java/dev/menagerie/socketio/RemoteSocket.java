package dev.menagerie.socketio;

import java.util.Set;

/** A socket of this namespace, as every node can describe it. */
public record RemoteSocket(String id, String node, String remoteAddress, Set<String> rooms) {
  public RemoteSocket {
    rooms = Set.copyOf(rooms);
  }
}
