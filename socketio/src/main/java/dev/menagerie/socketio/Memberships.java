package dev.menagerie.socketio;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The namespaces that one client is in. Changed under the monitor of its mailbox; read anywhere. */
final class Memberships {
  private static final Socket[] NONE = {};

  private volatile Socket[] sockets = NONE;
  private volatile Set<String> expelledFrom = Set.of();

  int size() {
    return sockets.length;
  }

  boolean isEmpty() {
    return sockets.length == 0;
  }

  /** The socket in this namespace; null if there is none. */
  @Nullable Socket in(String namespace) {
    for (Socket socket : sockets) {
      if (socket.namespace().name().equals(namespace)) {
        return socket;
      }
    }
    return null;
  }

  /** Whether the server has put the client out of this namespace: it may not know yet. */
  boolean isExpelledFrom(String namespace) {
    return expelledFrom.contains(namespace);
  }

  void add(Socket socket) {
    Socket[] more = Arrays.copyOf(sockets, sockets.length + 1);
    more[sockets.length] = socket;
    sockets = more;
    if (expelledFrom.contains(socket.namespace().name())) {
      var names = new HashSet<>(expelledFrom);
      names.remove(socket.namespace().name());
      expelledFrom = Set.copyOf(names);
    }
  }

  void remove(Socket socket) {
    sockets = Arrays.stream(sockets).filter(each -> each != socket).toArray(Socket[]::new);
  }

  /** Removes a socket that the server has put out. */
  void expel(Socket socket) {
    remove(socket);
    var names = new HashSet<>(expelledFrom);
    names.add(socket.namespace().name());
    expelledFrom = Set.copyOf(names);
  }

  /** Removes all and returns them. */
  Socket[] removeAll() {
    Socket[] all = sockets;
    sockets = NONE;
    return all;
  }
}
