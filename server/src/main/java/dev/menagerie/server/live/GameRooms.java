package dev.menagerie.server.live;

import dev.menagerie.server.game.GameId;
import dev.menagerie.server.play.GameCommitted;
import dev.menagerie.server.play.GameListener;
import dev.menagerie.server.play.Games;
import dev.menagerie.server.play.LiveGame;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** The rooms of this node, one for each game that a session here follows. */
final class GameRooms implements GameListener {
  private final Games games;
  private final Envelopes envelopes;
  private final Scheduler scheduler;
  private final TurnWarnings warnings;
  private final ConcurrentHashMap<GameId, GameRoom> rooms = new ConcurrentHashMap<>();

  private volatile Consumer<ClientSession> seatTaken = _ -> {};

  GameRooms(Games games, TurnWarnings warnings, Envelopes envelopes, Scheduler scheduler) {
    this.games = games;
    this.warnings = warnings;
    this.envelopes = envelopes;
    this.scheduler = scheduler;
  }

  /**
   * Runs {@code work} in the room of a game under the game's lock; creates the room if there is
   * none.
   */
  <T> T enter(LiveGame game, Function<GameRoom, T> work) {
    return games.withLock(
        game,
        moment -> {
          var room =
              rooms.computeIfAbsent(game.id(), _ -> new GameRoom(game, envelopes, scheduler));
          warnings.resume(game.id(), moment);
          return work.apply(room);
        });
  }

  /**
   * Runs {@code work} in the room of a game, if there is one; removes the room when it is empty.
   */
  void inRoom(GameId id, Consumer<GameRoom> work) {
    var room = rooms.get(id);
    if (room == null) return;
    games.withLock(
        room.game(),
        _ -> {
          work.accept(room);
          if (room.isEmpty() && rooms.remove(id, room)) warnings.forget(id);
          return true;
        });
  }

  Optional<GameRoom> find(GameId id) {
    return Optional.ofNullable(rooms.get(id));
  }

  List<GameId> followed() {
    return List.copyOf(rooms.keySet());
  }

  /** Sets the listener for spectators whose user has taken a seat in the game. */
  void onSeatTaken(Consumer<ClientSession> listener) {
    seatTaken = listener;
  }

  private void endWatching(GameRoom room) {
    for (var session : room.seatedSpectators()) {
      session.socket().execute(() -> seatTaken.accept(session));
    }
  }

  @Override
  public void committed(GameCommitted commit) {
    var room = rooms.get(commit.game().id());
    if (room == null) return;
    room.broadcast(commit, commit.requester().map(GameRoom.SocketRequester.class::cast));
    boolean isJoined = commit.after().players().size() > commit.before().players().size();
    if (isJoined) endWatching(room);
    warnings.onCommit(commit.game().id(), commit.after());
  }

  @Override
  public boolean isFollowing(GameId game) {
    return rooms.containsKey(game);
  }

  /** {@link FollowedGames} follows a game before its room is made. */
  @Override
  public boolean isHinted(GameId game) {
    return rooms.containsKey(game);
  }

  @Override
  public void resynced(LiveGame game) {
    var room = rooms.get(game.id());
    if (room == null) return;
    room.resync();
    endWatching(room);
    warnings.resume(game.id(), game.moment());
  }
}
