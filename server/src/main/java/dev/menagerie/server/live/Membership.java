package dev.menagerie.server.live;

import dev.menagerie.server.game.Connections.Announced;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.play.LiveGame;
import dev.menagerie.socketio.engineio.CloseReason;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Moves sessions into and out of games. The session's subscription, the game's room, the Socket.IO
 * room, the registry and presence change here and nowhere else. On the session's mailbox; waits.
 */
final class Membership {
  private final GameRooms rooms;
  private final FollowedGames followed;
  private final ConnectionRegistry registry;
  private final Presence presence;

  Membership(
      GameRooms rooms, FollowedGames followed, ConnectionRegistry registry, Presence presence) {
    this.rooms = rooms;
    this.followed = followed;
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
      ClientSession session,
      LiveGame game,
      ClientSession.Subscription subscription,
      Consumer<GameRoom> welcome) {
    session
        .subscription()
        .filter(former ->
            !former.game().equals(subscription.game())
                || !former.seat().equals(subscription.seat()))
        .ifPresent(former -> depart(session, former, Announced.LEFT));
    presence.arriving(session, game, subscription);
    boolean entered = false;
    try {
      entered =
          followed.enter(
              game,
              () -> rooms.enter(game, room -> isAdded(session, game, subscription, room, welcome)));
    } finally {
      // A room that was made for this session alone, and stayed empty, goes.
      if (!entered) rooms.inRoom(game.id(), _ -> {});
    }
    if (!entered) return false;
    registry.enter(session, subscription);
    presence.arrived(session, game, subscription);
    return true;
  }

  private static boolean isAdded(
      ClientSession session,
      LiveGame game,
      ClientSession.Subscription subscription,
      GameRoom room,
      Consumer<GameRoom> welcome) {
    boolean isSeated = game.moment().seatOf(session.user()).isPresent();
    if (subscription.seat().isEmpty() && isSeated) return false;
    session.subscription(Optional.of(subscription));
    room.add(session, subscription);
    session.socket().join(roomName(subscription));
    welcome.accept(room);
    return true;
  }

  /** Takes a session out of a game at its request; no effect if it is not there. */
  void leave(ClientSession session, String game) {
    session
        .subscription()
        .filter(subscription -> subscription.game().value().equals(game))
        .ifPresent(subscription -> leave(session, subscription));
  }

  /** Ends the watching of a session whose user has taken a seat in the game. */
  void stopWatching(ClientSession session) {
    session
        .subscription()
        .filter(subscription -> subscription.seat().isEmpty())
        .ifPresent(subscription -> leave(session, subscription));
  }

  /** Takes a closed connection out of its game; the registry removes the connection itself. */
  void gone(ClientSession session, CloseReason reason) {
    var how =
        switch (reason) {
          case CLIENT_LEFT, SERVER_DISCONNECTED -> Announced.LEFT;
          default -> Announced.AWAY;
        };
    session.subscription().ifPresent(subscription -> depart(session, subscription, how));
  }

  private void leave(ClientSession session, ClientSession.Subscription subscription) {
    depart(session, subscription, Announced.LEFT);
    registry.leave(session);
  }

  private void depart(
      ClientSession session, ClientSession.Subscription subscription, Announced how) {
    var game = rooms.find(subscription.game()).map(GameRoom::game);
    session.subscription(Optional.empty());
    session.socket().leave(roomName(subscription));
    rooms.inRoom(subscription.game(), room -> room.remove(session));
    game.ifPresent(left -> presence.left(session, left, subscription, how));
  }

  /** The Socket.IO room of a game's players. */
  static String playersOf(GameId game) {
    return "game:" + game.value();
  }

  /** The Socket.IO room of a game's spectators. */
  static String spectatorsOf(GameId game) {
    return "spectators:" + game.value();
  }

  private static String roomName(ClientSession.Subscription subscription) {
    return subscription.seat().isPresent()
        ? playersOf(subscription.game())
        : spectatorsOf(subscription.game());
  }
}
