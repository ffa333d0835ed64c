package dev.menagerie.server.live;

import dev.menagerie.protocol.Envelope;
import dev.menagerie.protocol.ServerMessage;
import dev.menagerie.server.game.UserId;
import dev.menagerie.socketio.Namespace;
import dev.menagerie.socketio.packet.EncodedJson;
import java.util.List;

/**
 * Sends a message to all connections of a user, on any node and namespace. Nothing is stored: a
 * user who is offline finds the same over REST. Any thread; never waits.
 */
public final class UserMessages {
  private final List<Namespace> namespaces;
  private final Envelopes envelopes;

  UserMessages(List<Namespace> namespaces, Envelopes envelopes) {
    this.namespaces = List.copyOf(namespaces);
    this.envelopes = envelopes;
  }

  /** Sends a message about a game. */
  void send(UserId user, Envelope.GameRef game, ServerMessage message) {
    send(user, new EncodedJson(envelopes.of(game).encode(message)), message);
  }

  /** Sends a message about a game to those connections that are not in a room. */
  void sendOutside(String room, UserId user, Envelope.GameRef game, ServerMessage message) {
    var encoded = new EncodedJson(envelopes.of(game).encode(message));
    for (var namespace : namespaces) {
      namespace.to(roomOf(user)).except(room).emit(message.event(), encoded);
    }
  }

  /** Sends a message that is about no game. */
  void send(UserId user, ServerMessage message) {
    send(user, new EncodedJson(envelopes.plain().encode(message)), message);
  }

  private void send(UserId user, EncodedJson encoded, ServerMessage message) {
    for (var namespace : namespaces) {
      namespace.to(roomOf(user)).emit(message.event(), encoded);
    }
  }

  /** The Socket.IO room of a user's connections. */
  public static String roomOf(UserId user) {
    return "user:" + user.value();
  }
}
