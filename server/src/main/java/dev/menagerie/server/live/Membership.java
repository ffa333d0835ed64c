package dev.menagerie.server.live;

import dev.menagerie.server.game.Connections.Announced;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.play.LiveGame;
import dev.menagerie.socketio.engineio.CloseReason;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Moves sessions into and out of games. The session's place, the game's room, the Socket.IO room,
 * the registry and presence change here and nowhere else. On the session's mailbox; waits.
 */
final class Membership {
  private final GameRooms rooms;
  private final ConnectionRegistry registry;
  private final Presence presence;

  Membership(GameRooms rooms, ConnectionRegistry registry, Presence presence) {
    this.rooms = rooms;
    this.registry = registry;
    this.presence = presence;
  }

  /**
   * Moves a session into a game and out of its previous one.
   *
   * @param welcome runs in the room under the game's lock: no commit comes between what it sends
   *     and the first broadcast
   * @return false, and nothing is sent, if a spectator's user has taken a seat in the game
   */
  boolean enter(
      ClientSession session, LiveGame game, ClientSession.Place place, Consumer<GameRoom> welcome) {
    session
        .place()
        .filter(
            former -> !former.game().equals(place.game()) || !former.seat().equals(place.seat()))
        .ifPresent(former -> depart(session, former, Announced.LEFT));
    presence.arriving(session, game, place);
    boolean entered =
        rooms.enter(
            game,
            room -> {
              boolean isSeated = game.moment().seatOf(session.user()).isPresent();
              if (place.seat().isEmpty() && isSeated) return false;
              session.place(Optional.of(place));
              room.add(session, place);
              session.socket().join(roomName(place));
              welcome.accept(room);
              return true;
            });
    if (!entered) return false;
    registry.enter(session, place);
    presence.arrived(session, game, place);
    return true;
  }

  /** Takes a session out of a game at its request; no effect if it is not there. */
  void leave(ClientSession session, String game) {
    session
        .place()
        .filter(place -> place.game().value().equals(game))
        .ifPresent(place -> leave(session, place));
  }

  /** Ends the watching of a session whose user has taken a seat in the game. */
  void stopWatching(ClientSession session) {
    session
        .place()
        .filter(place -> place.seat().isEmpty())
        .ifPresent(place -> leave(session, place));
  }

  /** Takes a closed connection out of its game; the registry removes the connection itself. */
  void gone(ClientSession session, CloseReason reason) {
    var how =
        switch (reason) {
          case CLIENT_LEFT, SERVER_DISCONNECTED -> Announced.LEFT;
          default -> Announced.AWAY;
        };
    session.place().ifPresent(place -> depart(session, place, how));
  }

  private void leave(ClientSession session, ClientSession.Place place) {
    depart(session, place, Announced.LEFT);
    registry.leave(session);
  }

  private void depart(ClientSession session, ClientSession.Place place, Announced how) {
    var game = rooms.find(place.game()).map(GameRoom::game);
    session.place(Optional.empty());
    session.socket().leave(roomName(place));
    rooms.inRoom(place.game(), room -> room.remove(session));
    game.ifPresent(left -> presence.left(session, left, place, how));
  }

  /** The Socket.IO room of a game's players. */
  static String playersOf(GameId game) {
    return "game:" + game.value();
  }

  /** The Socket.IO room of a game's spectators. */
  static String spectatorsOf(GameId game) {
    return "spectators:" + game.value();
  }

  private static String roomName(ClientSession.Place place) {
    return place.seat().isPresent() ? playersOf(place.game()) : spectatorsOf(place.game());
  }
}
