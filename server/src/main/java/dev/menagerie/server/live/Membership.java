package dev.menagerie.server.live;

import dev.menagerie.server.game.GameId;
import dev.menagerie.server.play.LiveGame;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where sessions enter and leave games: the session's place, the game's room, the Socket.IO room,
 * the registry and presence change here and nowhere else. On the session's mailbox; waits.
 */
final class Membership {
  private final Rooms rooms;
  private final Registry registry;
  private final Presence presence;

  Membership(Rooms rooms, Registry registry, Presence presence) {
    this.rooms = rooms;
    this.registry = registry;
    this.presence = presence;
  }

  /**
   * Takes a session into a game, out of the one it was in.
   *
   * @param welcome runs in the room under the game's lock: no commit comes between what it sends
   *     and what the room is sent from then on
   */
  void enter(
      Session session,
      LiveGame game,
      Session.Place place,
      GameSubscriptions.Resume resume,
      Consumer<Room> welcome) {
    session
        .place()
        .filter(
            former -> !former.game().equals(place.game()) || !former.seat().equals(place.seat()))
        .ifPresent(former -> depart(session, former));
    presence.arriving(session, game, place, resume);
    rooms.enter(
        game,
        room -> {
          session.place(Optional.of(place));
          room.add(session, place);
          session.socket().join(roomName(place));
          welcome.accept(room);
          return true;
        });
    registry.enter(session, place);
    presence.arrived(session, game, place);
  }

  /** A session leaves a game by its own wish; nothing happens if it is not there. */
  void leave(Session session, String game) {
    session
        .place()
        .filter(place -> place.game().value().equals(game))
        .ifPresent(place -> {
          depart(session, place);
          registry.leave(session);
        });
  }

  /** A session's connection is gone; the registry hears of that from the connection itself. */
  void gone(Session session) {
    session.place().ifPresent(place -> depart(session, place));
  }

  private void depart(Session session, Session.Place place) {
    var game = rooms.find(place.game()).map(Room::game);
    session.place(Optional.empty());
    session.socket().leave(roomName(place));
    rooms.inRoom(place.game(), room -> room.remove(session));
    game.ifPresent(left -> presence.left(session, left, place));
  }

  /** The Socket.IO room of a game's players. */
  static String playersOf(GameId game) {
    return "game:" + game.value();
  }

  /** The Socket.IO room of those who watch a game. */
  static String spectatorsOf(GameId game) {
    return "spectators:" + game.value();
  }

  private static String roomName(Session.Place place) {
    return place.seat().isPresent() ? playersOf(place.game()) : spectatorsOf(place.game());
  }
}
